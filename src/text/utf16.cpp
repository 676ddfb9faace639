#include "text/utf16.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr char kNoText = '\xFF';  ///< in no UTF-8

bool is_high(char16_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low(char16_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

}  // namespace

std::optional<Utf16> utf16_mark(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return Utf16::little_endian;
    if (bytes.starts_with("\xFE\xFF")) return Utf16::big_endian;
    return std::nullopt;
}

bool looks_like_utf16(std::string_view bytes) {
    constexpr std::size_t kSample = 256;
    constexpr std::ptrdiff_t kEach = 8;  // Vietnamese has ASCII in every word
    const auto sample = bytes.substr(0, kSample);
    const auto zeros = std::count(sample.begin(), sample.end(), '\0');
    return zeros > 1 && zeros * kEach >= static_cast<std::ptrdiff_t>(sample.size());
}

void Utf16Decoder::add(std::string_view bytes, std::string& out) {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (!odd_) {
            odd_ = byte;
            continue;
        }
        const unsigned first = *odd_;
        odd_.reset();
        const auto unit =
            order_ == Utf16::little_endian ? first | (unsigned{byte} << 8U) : (first << 8U) | byte;
        add_unit(static_cast<char16_t>(unit), out);
    }
}

void Utf16Decoder::add_unit(char16_t unit, std::string& out) {
    if (high_ != 0 && is_low(unit)) {
        const char32_t high = high_ - 0xD800U;
        append_code_point(out, 0x10000U + (high << 10U) + (unit - 0xDC00U));
        high_ = 0;
        return;
    }
    if (high_ != 0) out += kNoText;
    high_ = 0;
    if (is_high(unit)) {
        high_ = unit;
    } else if (is_low(unit)) {
        out += kNoText;
    } else {
        append_code_point(out, unit);
    }
}

void Utf16Decoder::finish(std::string& out) {
    if (odd_ || high_ != 0) out += kNoText;
    odd_.reset();
    high_ = 0;
}

std::string from_utf16(std::string_view bytes, Utf16 order) {
    std::string out;
    out.reserve(bytes.size());
    Utf16Decoder decoder(order);
    decoder.add(bytes, out);
    decoder.finish(out);
    return out;
}

}  // namespace plantool
