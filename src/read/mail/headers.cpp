#include "read/mail/headers.hpp"

#include <algorithm>
#include <utility>

#include "read/mail/charset.hpp"
#include "read/mail/transfer.hpp"
#include "read/paper/clean_text.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

std::string small(std::string_view text) {
    std::string out;
    for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return out;
}

/// The next line without its end, taken off.
std::string_view take_line(std::string_view& rest) {
    const auto end = std::min(rest.find('\n'), rest.size());
    auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

struct EncodedWord {
    std::string charset;
    std::string bytes;
    std::size_t end = 0;
};

/// `=?utf-8?B?…?=` at the place.
std::optional<EncodedWord> encoded_word_at(std::string_view text, std::size_t at) {
    if (!text.substr(at).starts_with("=?")) return std::nullopt;
    // What is much longer than the rule allows is none; and nothing is searched to its end for
    // each.
    constexpr std::size_t kLongest = 8192;
    text = text.substr(0, at + kLongest);
    const auto charset_end = text.find('?', at + 2);
    if (charset_end == std::string_view::npos || charset_end + 2 >= text.size())
        return std::nullopt;
    const char how = static_cast<char>(text[charset_end + 1] | 0x20);
    if (text[charset_end + 2] != '?' || (how != 'b' && how != 'q')) return std::nullopt;
    const auto begin = charset_end + 3;
    const auto end = text.find("?=", begin);
    if (end == std::string_view::npos) return std::nullopt;
    auto charset = text.substr(at + 2, charset_end - at - 2);
    charset = charset.substr(0, charset.find('*'));  // a language behind it
    if (charset.find_first_of(" \t") != std::string_view::npos) return std::nullopt;
    const auto inside = text.substr(begin, end - begin);
    return EncodedWord{small(charset),
                       how == 'b' ? from_base64(inside) : from_quoted_printable(inside, true),
                       end + 2};
}

std::string with_words_decoded(std::string_view text) {
    std::string out;
    std::string plain;
    std::optional<EncodedWord> open;  // a letter may go on in the next word
    const auto close_plain = [&] { out += text_in_charset(std::exchange(plain, {}), ""); };
    const auto close_word = [&] {
        if (open) out += text_in_charset(open->bytes, open->charset);
        open.reset();
    };
    for (std::size_t at = 0; at < text.size();) {
        auto word = encoded_word_at(text, at);
        if (!word) {
            close_word();
            plain += text[at++];
            continue;
        }
        close_plain();
        at = word->end;
        if (open && open->charset == word->charset) {
            open->bytes += word->bytes;
        } else {
            close_word();
            open = std::move(word);
        }
        // Blanks between two words are none.
        const auto next = text.find_first_not_of(" \t", at);
        if (next != std::string_view::npos && encoded_word_at(text, next)) at = next;
    }
    close_word();
    close_plain();
    return out;
}

std::string unquoted(std::string_view text) {
    text = trim(text);
    if (!text.starts_with('"')) return std::string(text);
    std::string out;
    for (std::size_t at = 1; at < text.size() && text[at] != '"'; ++at) {
        // A path of Windows has backslashes that escape nothing.
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        if (text[at] == '\\' && (next == '"' || next == '\\')) ++at;
        out += text[at];
    }
    return out;
}

/// The place of a mark outside quotes.
std::size_t find_unquoted(std::string_view text, char mark) {
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && quoted) {
            ++at;
        } else if (text[at] == '"') {
            quoted = !quoted;
        } else if (text[at] == mark && !quoted) {
            return at;
        }
    }
    return text.size();
}

}  // namespace

Headers::Headers(std::string_view& rest) {
    constexpr std::size_t kMostFields = 10'000;
    while (!rest.empty() && fields_.size() < kMostFields) {
        auto ahead = rest;
        const auto line = take_line(ahead);
        if (line.empty()) {
            rest = ahead;
            return;
        }
        const bool folded = line.front() == ' ' || line.front() == '\t';
        if (folded && !fields_.empty()) {
            fields_.back().second += " " + std::string(trim(line));
        } else if (const auto colon = line.find(':'); colon != std::string_view::npos &&
                                                      colon > 0 &&
                                                      line.substr(0, colon).find_first_of(" \t") >=
                                                          trim(line.substr(0, colon)).size()) {
            fields_.emplace_back(small(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
        } else if (!line.starts_with("From ") && !line.starts_with(">From ")) {
            return;  // the body, without an empty line before it
        }
        rest = ahead;
    }
}

std::string_view Headers::first(std::string_view name) const {
    for (const auto& [field, value] : fields_) {
        if (field == name) return value;
    }
    return {};
}

std::vector<std::string_view> Headers::all(std::string_view name) const {
    std::vector<std::string_view> out;
    for (const auto& [field, value] : fields_) {
        if (field == name) out.emplace_back(value);
    }
    return out;
}

HeaderValue::HeaderValue(std::string_view written) {
    // Some programs encode the whole of what has letters beyond ASCII in one parameter.
    const bool whole = trim(written).starts_with("=?");
    const auto decoded = whole ? header_text(written) : std::string();
    std::string_view value = whole ? std::string_view(decoded) : written;
    auto end = find_unquoted(value, ';');
    word_ = small(trim(value.substr(0, end)));
    constexpr std::size_t kMostParameters = 1'000;
    while (end < value.size() && parameters_.size() < kMostParameters) {
        value.remove_prefix(end + 1);
        end = find_unquoted(value, ';');
        const auto one = value.substr(0, end);
        const auto equals = one.find('=');
        if (equals == std::string_view::npos) continue;
        parameters_.emplace_back(small(trim(one.substr(0, equals))),
                                 unquoted(one.substr(equals + 1)));
    }
}

std::string HeaderValue::parameter(std::string_view name) const {
    const auto written = [&](const std::string& key) -> const std::string* {
        for (const auto& [parameter, value] : parameters_) {
            if (parameter == key) return &value;
        }
        return nullptr;
    };
    // `name*`, or in pieces `name*0*`, `name*1` …: the first tells the character set.
    std::string bytes;
    std::string charset;
    bool extended = false;
    const auto add = [&](const std::string& value, bool escaped, bool first) {
        std::string_view text = value;
        if (escaped && first) {
            const auto quote = text.find('\'');
            const auto second =
                quote == std::string_view::npos ? quote : text.find('\'', quote + 1);
            if (second != std::string_view::npos) {
                charset = text.substr(0, quote);
                text.remove_prefix(second + 1);
            }
        }
        bytes += escaped ? from_percent_escapes(text) : std::string(text);
        extended = true;
    };
    const std::string key(name);
    if (const auto* const whole = written(key + "*")) {
        add(*whole, true, true);
    } else {
        for (int piece = 0; piece < 100; ++piece) {
            const auto numbered = key + "*" + std::to_string(piece);
            const auto* const escaped = written(numbered + "*");
            const auto* const plain = escaped == nullptr ? written(numbered) : nullptr;
            if (escaped == nullptr && plain == nullptr) break;
            add(escaped != nullptr ? *escaped : *plain, escaped != nullptr, piece == 0);
        }
    }
    if (!extended) {
        const auto* const plain = written(key);
        return plain == nullptr ? std::string() : header_text(*plain);
    }
    const auto text = text_in_charset(bytes, charset);
    return text.find("=?") == std::string::npos ? one_line(clean_text(text)) : header_text(text);
}

std::string header_text(std::string_view value) {
    return one_line(clean_text(with_words_decoded(value)));
}

MailAddress first_address(std::string_view value) {
    const auto open = find_unquoted(value, '<');
    if (open < value.size()) {
        const auto close = std::min(value.find('>', open), value.size());
        return {std::string(trim(value.substr(open + 1, close - open - 1))),
                header_text(unquoted(value.substr(0, open)))};
    }
    const auto comment = find_unquoted(value, '(');
    const auto end = std::min(find_unquoted(value, ','), comment);
    MailAddress out{std::string(trim(value.substr(0, end))), {}};
    if (comment < value.size()) {
        const auto close = std::min(value.find(')', comment), value.size());
        out.name = header_text(value.substr(comment + 1, close - comment - 1));
    }
    return out;
}

}  // namespace plantool
