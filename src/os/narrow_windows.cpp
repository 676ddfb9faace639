// The C library of Windows takes narrow file names and texts to be in the code page of the machine.
// Libraries call it with UTF-8, and libstdc++ makes a path of a narrow string by mbrtowc(). The
// linker puts these in the place of its functions (`--wrap` in CMakeLists.txt).
#include <cerrno>
#include <cstdio>
#include <cwchar>

#include "os/wide.hpp"

namespace {

constexpr unsigned kTailBits = 6;
constexpr unsigned kTail = 0x3FU;

struct Lead {
    std::size_t size;
    unsigned bits;
};

/// Of the sequence that begins with this byte; a size of 0: none does.
Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1, byte};
    if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1FU};
    if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0FU};
    if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07U};
    return {0, 0};
}

}  // namespace

// Names of the linker's choosing.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" {

std::FILE* __wrap_fopen(const char* path, const char* mode) {
    using plantool::os::to_wide;
    return ::_wfopen(plantool::os::wide_path(path).c_str(), to_wide(mode).c_str());
}

/// Of a code point beyond U+FFFF the first three bytes give the first unit; the state keeps the
/// second, which the last byte gives.
std::size_t __wrap_mbrtowc(wchar_t* to, const char* from, std::size_t most, std::mbstate_t* state) {
    constexpr wchar_t kUnknown = 0xFFFD;
    wchar_t ignored = 0;
    if (to == nullptr) to = &ignored;
    if (most == 0) return static_cast<std::size_t>(-2);
    if (state != nullptr && *state != 0) {
        *to = static_cast<wchar_t>(*state);
        *state = 0;
        return 1;
    }
    const auto lead = lead_of(static_cast<unsigned char>(*from));
    auto point = lead.bits;
    bool whole = lead.size > 0 && lead.size <= most;
    for (std::size_t i = 1; whole && i < lead.size; ++i) {
        const auto byte = static_cast<unsigned char>(from[i]);
        whole = (byte & ~kTail) == 0x80U;
        point = point << kTailBits | (byte & kTail);
    }
    if (!whole) {
        *to = kUnknown;
        return 1;
    }
    if (lead.size < 4 || state == nullptr) {
        *to = lead.size < 4 ? static_cast<wchar_t>(point) : kUnknown;
        return point == 0 ? 0 : lead.size;
    }
    constexpr unsigned kBeyond = 0x10000;
    constexpr unsigned kHalf = 10;
    *to = static_cast<wchar_t>(0xD800U + ((point - kBeyond) >> kHalf));
    *state = static_cast<std::mbstate_t>(0xDC00U + ((point - kBeyond) & 0x3FFU));
    return lead.size - 1;
}

}  // extern "C"
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)
