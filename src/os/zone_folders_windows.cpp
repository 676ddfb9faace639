#include "os/zone_folders.hpp"

namespace plantool::os {

std::span<const std::string_view> zone_folders() {
    return {};
}

}  // namespace plantool::os
