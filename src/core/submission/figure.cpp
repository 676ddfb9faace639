#include "core/submission/figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace plantool {
namespace {

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

std::string without_dots(std::string_view text) {
    std::string digits(text);
    digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
    return digits;
}

FigureReading refused(Message fault, Message help) {
    return {std::nullopt, std::move(fault), std::move(help), {}};
}

/// The value of a number in JSON's grammar.
FigureReading value_of(std::string_view number) {
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    // What is too small for a double is zero to anybody who counts.
    const auto exponent = number.find_first_of("eE");
    const bool tiny = number.substr(0, exponent).find("0.") <= 1 ||
                      (exponent != std::string_view::npos && number[exponent + 1] == '-');
    if (read.ec == std::errc::result_out_of_range && tiny) return {0.0, {}, {}, {}};
    if (read.ec != std::errc() || !(std::abs(value) < kLargestFigure)) {
        return refused({Word::figure_too_large}, {Word::figure_has_most_digits});
    }
    return {value == 0 ? 0.0 : value, {}, {}, {}};
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
    if (double plain = 0; read_plain_figure(text, plain)) return {plain, {}, {}, {}};
    const bool whole = text.find_first_of(".eE") == std::string_view::npos;
    const bool grouped = looks_grouped(text);
    if (type == FigureType::integer && grouped) {
        return refused({Word::dot_parts_no_thousands},
                       {Word::write_without_dot, without_dots(text)});
    }
    if (!is_json_number(text)) {
        if (text.find(',') != std::string_view::npos) {
            return refused({Word::comma_in_number}, {Word::write_decimal_point});
        }
        return refused({Word::is_not_number}, {Word::digits_or_decimals});
    }
    if (type == FigureType::integer && !whole) {
        return refused({Word::is_not_whole}, {Word::digits_only});
    }
    auto read = value_of(text);
    if (read.value && grouped) {
        read.doubt = {Word::dot_read_as_point};
        read.help = {Word::write_without_dot, without_dots(text)};
    }
    return read;
}

FigureReading parse_vietnamese_figure(std::string_view text, FigureType type) {
    if (double plain = 0; read_plain_figure(text, plain)) return {plain, {}, {}, {}};
    const auto comma = std::min(text.find(','), text.size());
    const auto head = text.substr(0, comma);
    const bool grouped = looks_grouped(head);
    const auto whole = grouped ? without_dots(head) : std::string(head);
    if (!grouped && head.find('.') != std::string_view::npos) {
        return refused({Word::dot_parts_thousands}, {Word::write_behind_comma});
    }
    std::string number = whole;
    if (comma < text.size()) number += fmt::format(".{}", text.substr(comma + 1));
    const bool plain = number.find_first_of("eE") == std::string::npos;
    if (!plain || !is_json_number(number)) {
        return refused({Word::is_not_number}, {Word::digits_dots_or_comma});
    }
    if (type == FigureType::integer && comma < text.size()) {
        return refused({Word::is_not_whole}, {Word::digits_and_dots});
    }
    auto read = value_of(number);
    if (read.value && grouped && comma == text.size() && type == FigureType::decimal) {
        read.doubt = {Word::figure_read_as, whole};
        read.help = {Word::leave_dot_out};
    }
    return read;
}

FigureReading read_figure(const RawFigure& raw, FigureType type) {
    switch (raw.kind) {
        case RawFigure::Kind::number:
            return parse_figure(raw.value.value, type);
        case RawFigure::Kind::vietnamese:
            return parse_vietnamese_figure(raw.value.value, type);
        case RawFigure::Kind::quoted:
            return refused({Word::figure_is_text}, {Word::write_without_quotes});
        case RawFigure::Kind::other:
            break;
    }
    return refused({Word::one_number_belongs}, {Word::digits_or_decimals});
}

}  // namespace plantool
