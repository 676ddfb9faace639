#include <iconv.h>

#include <array>
#include <cerrno>

#include "os/known_charset.hpp"

namespace plantool::os {

std::optional<std::string> from_charset(std::string_view bytes, const std::string& charset) {
    constexpr std::string_view kUnknown = "\xEF\xBF\xBD";
    auto* const how = ::iconv_open("UTF-8", charset.c_str());
    if (how == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string out;
    std::array<char, 4096> buffer{};
    std::string in(bytes);
    char* next = in.data();
    std::size_t left = in.size();
    while (left > 0) {
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const auto state = ::iconv(how, &next, &left, &to, &room);
        out.append(buffer.data(), buffer.size() - room);
        if (state != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
        out += kUnknown;
        ++next;
        --left;
    }
    ::iconv_close(how);
    return out;
}

}  // namespace plantool::os
