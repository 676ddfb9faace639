#include <array>

#include "os/zone_folders.hpp"

namespace plantool::os {

std::span<const std::string_view> zone_folders() {
    static constexpr std::array<std::string_view, 3> kFolders = {
        "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"};
    return kFolders;
}

}  // namespace plantool::os
