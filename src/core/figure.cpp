#include "core/figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace plantool {
namespace {

constexpr double kTooLarge = 9007199254740992.0;  // 2^53: from here on doubles skip numbers

std::size_t skip_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at;
}

/// 1.234 or 12.345.678: what a Vietnamese writer means as thousands.
bool looks_grouped(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto head = skip_digits(text, 0);
    if (head == 0 || head > 3 || head == text.size()) return false;
    for (auto at = head; at < text.size(); at += 4) {
        if (text[at] != '.' || skip_digits(text, at + 1) != at + 4) return false;
    }
    return true;
}

}  // namespace

bool read_plain_figure(std::string_view text, double& value) {
    constexpr std::size_t kExact = 15;
    if (text.empty() || text.size() > kExact || (text[0] == '0' && text.size() > 1)) return false;
    std::int64_t whole = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
        whole = whole * 10 + (c - '0');
    }
    value = static_cast<double>(whole);
    return true;
}

bool is_json_number(std::string_view text) {
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto first = at;
    at = skip_digits(text, at);
    if (at == first || (text[first] == '0' && at > first + 1)) return false;
    if (at < text.size() && text[at] == '.') {
        const auto fraction = at + 1;
        at = skip_digits(text, fraction);
        if (at == fraction) return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        const auto exponent = at;
        at = skip_digits(text, exponent);
        if (at == exponent) return false;
    }
    return at == text.size();
}

FigureReading parse_figure(std::string_view text, FigureType type) {
    if (double plain = 0; read_plain_figure(text, plain)) return {plain, {}, {}};
    const bool whole = text.find_first_of(".eE") == std::string_view::npos;
    if (type == FigureType::integer && looks_grouped(text)) {
        std::string digits(text);
        digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
        return {std::nullopt, "a dot is no thousands separator here",
                fmt::format("if {} is meant, write it without the dot", digits)};
    }
    if (!is_json_number(text)) {
        if (text.find(',') != std::string_view::npos) {
            return {std::nullopt, "a comma cannot stand in a number",
                    "write a decimal point, and no thousands separators: 1234.5"};
        }
        return {std::nullopt, "it is not a number", "write digits only, such as 12 or 97.5"};
    }
    if (type == FigureType::integer && !whole) {
        return {std::nullopt, "it is not a whole number", "write digits only, such as 12"};
    }
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool too_large = read.ec != std::errc() || !std::isfinite(value) ||
                           (type == FigureType::integer && std::abs(value) >= kTooLarge);
    if (too_large) return {std::nullopt, "it is too large to be kept exactly", ""};
    return {value == 0 ? 0.0 : value, {}, {}};
}

FigureReading read_figure(const RawFigure& raw, FigureType type) {
    switch (raw.kind) {
        case RawFigure::Kind::number:
            return parse_figure(raw.value.value, type);
        case RawFigure::Kind::quoted:
            return {std::nullopt, "it is a text, not a number", "write the number without quotes"};
        case RawFigure::Kind::other:
            break;
    }
    return {std::nullopt, "one number belongs here", "write digits only, such as 12 or 97.5"};
}

}  // namespace plantool
