#include "cli/passwords.hpp"

#include <algorithm>
#include <string_view>

namespace plantool {
namespace {

constexpr std::string_view kStars = "***";

/// `://user:password@`. As the client of the server reads it: anything but these ends neither. One
/// slash alone is left where the address was taken for a path.
void hide_before_host(std::string& text) {
    for (auto at = text.find(":/"); at != std::string::npos; at = text.find(":/", at)) {
        at = std::min(text.find_first_not_of('/', at + 1), text.size());
        const auto end = text.find_first_of("@/", at);
        const auto colon = text.find(':', at);
        if (end == std::string::npos || text[end] != '@' || colon > end) continue;
        text.replace(colon + 1, end - colon - 1, kStars);
    }
}

/// `password=…`, `sslpassword=…` behind the question mark.
void hide_parameters(std::string& text) {
    constexpr std::string_view kName = "password=";
    for (auto at = text.find(kName); at != std::string::npos; at = text.find(kName, at)) {
        at += kName.size();
        const auto end = std::min(text.find_first_of("& \n\"`", at), text.size());
        text.replace(at, end - at, kStars);
    }
}

}  // namespace

std::string without_passwords(std::string text) {
    hide_before_host(text);
    hide_parameters(text);
    return text;
}

}  // namespace plantool
