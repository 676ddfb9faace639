// Where the system keeps the IANA database of time zones.
#pragma once

#include <span>
#include <string_view>

namespace plantool::os {

/// In the order in which they are looked at; none where the system has no such database.
std::span<const std::string_view> zone_folders();

}  // namespace plantool::os
