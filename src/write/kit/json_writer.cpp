#include "write/kit/json_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "text/utf8.hpp"

namespace plantool {

namespace {

bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\' && c != 0x7F;
}

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    }
}

/// What one look at all bytes of a text tells, without a branch: keys and ids are plain.
struct Look {
    bool plain = true;
    bool ascii = true;
};

Look look_at(std::string_view text) {
    unsigned char odd = 0;
    unsigned char bits = 0;
    for (const char c : text) {
        odd |= static_cast<unsigned char>(!is_plain(c));
        bits |= static_cast<unsigned char>(c);
    }
    return {odd == 0, bits < 0x80};
}

/// In one step: a byte at a time would be a third of the work of a large answer.
void append_plain(std::string& out, std::string_view text, std::string_view behind) {
    const auto at = out.size();
    out.resize(at + text.size() + behind.size() + 2);
    char* to = out.data() + at;
    *to++ = '"';
    to = std::copy(text.begin(), text.end(), to);
    *to++ = '"';
    std::copy(behind.begin(), behind.end(), to);
}

/// And, behind its quotes, what comes next.
void append_string(std::string& out, std::string_view text, std::string_view behind = {}) {
    const auto look = look_at(text);
    // Names of files may be no UTF-8 at all, which JSON must be.
    if (!look.ascii && first_invalid_utf8(text)) {
        return append_string(out, with_valid_utf8(text), behind);
    }
    if (look.plain) return append_plain(out, text, behind);
    out += '"';
    while (!text.empty()) {
        const auto end = std::find_if_not(text.begin(), text.end(), is_plain);
        const auto plain = static_cast<std::size_t>(end - text.begin());
        out.append(text.substr(0, plain));
        if (end == text.end()) break;
        append_escaped(out, *end);
        text.remove_prefix(plain + 1);
    }
    out += '"';
    out += behind;
}

}  // namespace

std::string json_string(std::string_view text) {
    std::string out;
    append_string(out, text);
    return out;
}

std::string json_rate(int ten_thousandths) {
    auto text = fmt::format("{}.{:04}", ten_thousandths / 10000, ten_thousandths % 10000);
    while (text.ends_with('0')) text.pop_back();
    return text.ends_with('.') ? text + '0' : text;
}

void JsonWriter::separate() {
    if (after_key_ || open_.empty()) {
        after_key_ = false;
        return;
    }
    auto& container = open_.back();
    if (container.layout == Layout::lines) {
        out_ += container.empty ? "\n" : ",\n";
        out_.append(open_.size(), ' ');
    } else if (!container.empty) {
        out_ += ", ";
    }
    container.empty = false;
}

void JsonWriter::key(std::string_view name) {
    separate();
    append_string(out_, name, ": ");
    after_key_ = true;
}

void JsonWriter::raw(std::string_view json) {
    separate();
    out_ += json;
}

void JsonWriter::value(std::string_view text) {
    separate();
    append_string(out_, text);
}

void JsonWriter::value(std::int64_t number) {
    const fmt::format_int digits(number);
    raw({digits.data(), digits.size()});
}

void JsonWriter::value(Day day) {
    separate();
    out_ += '"';
    append_date(out_, day);
    out_ += '"';
}

void JsonWriter::value(double number) {
    if (!std::isfinite(number)) return null();  // JSON has no word for it
    raw(fmt::format("{}", number));
}

void JsonWriter::begin(char bracket, Layout layout) {
    separate();
    out_ += bracket;
    open_.push_back({layout});
}

void JsonWriter::end(char bracket) {
    const bool broken = open_.back().layout == Layout::lines && !open_.back().empty;
    open_.pop_back();
    if (broken) {
        out_ += '\n';
        out_.append(open_.size(), ' ');
    }
    out_ += bracket;
}

void JsonWriter::text_or_null(std::string_view name, std::string_view text) {
    key(name);
    if (text.empty()) {
        null();
    } else {
        value(text);
    }
}

void JsonWriter::rate(std::string_view name, std::optional<int> ten_thousandths) {
    key(name);
    if (ten_thousandths) {
        raw(json_rate(*ten_thousandths));
    } else {
        null();
    }
}

std::string JsonWriter::take() {
    return std::exchange(out_, {});
}

}  // namespace plantool
