#include "write/json.hpp"

#include <fmt/format.h>

#include <utility>

namespace plantool {

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
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
                if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
                    out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
                } else {
                    out += c;
                }
        }
    }
    out += '"';
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
    if (!container.empty) out_ += ',';
    if (container.layout == Layout::lines) {
        out_ += '\n';
        out_.append(open_.size(), ' ');
    } else if (!container.empty) {
        out_ += ' ';
    }
    container.empty = false;
}

void JsonWriter::key(std::string_view name) {
    separate();
    out_ += json_string(name);
    out_ += ": ";
    after_key_ = true;
}

void JsonWriter::raw(std::string_view json) {
    separate();
    out_ += json;
}

void JsonWriter::value(double number) {
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
