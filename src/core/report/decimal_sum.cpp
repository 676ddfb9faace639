#include "core/report/decimal_sum.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>

namespace plantool {
namespace {

__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

constexpr Wide kMost = Wide{1'000'000'000'000'000'000} * 1'000'000'000'000'000'000;  // 10^36

/// digits * 10^exponent
struct Decimal {
    Wide digits = 0;
    int exponent = 0;
};

/// The shortest decimal that reads as this value.
Decimal decimal_of(double value) {
    std::array<char, 32> text{};
    const auto written =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific);
    Decimal out;
    const char* at = text.data();
    const bool negative = *at == '-';
    bool fraction = false;
    for (; at != written.ptr && *at != 'e'; ++at) {
        if (*at == '.') fraction = true;
        if (*at < '0' || *at > '9') continue;
        out.digits = out.digits * 10 + (*at - '0');
        if (fraction) --out.exponent;
    }
    if (negative) out.digits = -out.digits;
    if (at != written.ptr) ++at;
    if (at != written.ptr && *at == '+') ++at;  // from_chars takes none
    int exponent = 0;
    std::from_chars(at, written.ptr, exponent);
    out.exponent += exponent;
    return out;
}

/// digits * 10^exponent in units of 10^least; nothing where that is too long.
std::optional<Wide> in_units(const Decimal& decimal, int least) {
    auto digits = decimal.digits;
    for (int i = least; i < decimal.exponent && digits != 0; ++i) {
        digits *= 10;
        if (digits > kMost || digits < -kMost) return std::nullopt;
    }
    return digits;
}

double to_double(Wide digits, int exponent) {
    const bool negative = digits < 0;
    auto rest = static_cast<UnsignedWide>(negative ? -digits : digits);
    std::string text;
    do {
        text += static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    } while (rest > 0);
    if (negative) text += '-';
    std::reverse(text.begin(), text.end());
    text += 'e' + std::to_string(exponent);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<double> exact_sum(const std::vector<double>& values) {
    std::vector<Decimal> decimals;
    decimals.reserve(values.size());
    int least = 0;
    for (const double value : values) {
        if (!std::isfinite(value)) return std::nullopt;
        decimals.push_back(decimal_of(value));
        if (decimals.back().digits != 0) least = std::min(least, decimals.back().exponent);
    }
    Wide sum = 0;
    for (const auto& decimal : decimals) {
        const auto digits = in_units(decimal, least);
        if (!digits) return std::nullopt;
        sum += *digits;
        if (sum > kMost || sum < -kMost) return std::nullopt;
    }
    return to_double(sum, least);
}

}  // namespace

double decimal_sum(const std::vector<double>& values) {
    if (const auto sum = exact_sum(values)) return *sum;
    return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace plantool
