#include "read/file/name_forms.hpp"

#include <algorithm>
#include <string_view>

#include "os/descriptor.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

bool has_forms(std::string_view text) {
    const bool ascii = std::all_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return !ascii && !first_invalid_utf8(text);
}

}  // namespace

std::string name_on_disk(const std::string& path) {
    if (!has_forms(path) || os::may_be_there(path)) return path;
    std::string found;
    for (std::size_t at = 0; at < path.size();) {
        const auto end = std::min(path.find('/', at), path.size());
        const auto name = path.substr(at, end - at);
        const auto slash = path.substr(end, end < path.size() ? 1 : 0);
        at = end + slash.size();
        if (!name.empty() && has_forms(name) && !os::may_be_there(found + name)) {
            const auto composed = to_nfc(name);
            const auto apart = to_nfd(name);
            if (os::may_be_there(found + composed)) {
                found += composed + slash;
                continue;
            }
            if (!os::may_be_there(found + apart)) return path;
            found += apart + slash;
            continue;
        }
        found += name + slash;
    }
    return found;
}

}  // namespace plantool
