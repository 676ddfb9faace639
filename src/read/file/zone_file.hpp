// Time zones by their names in the IANA database, read from where systems keep it.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/time/zone.hpp"
#include "os/zone_folders.hpp"

namespace plantool {

/// The zone of that name; nothing when there is none. A zone that is compiled in is there also
/// without a database, and when its file is damaged. Throws IoError for another whose file cannot
/// be read or is not whole, and where there is no database to look it up in.
std::optional<Zone> find_zone(std::string_view name,
                              std::span<const std::string_view> folders = os::zone_folders());

}  // namespace plantool
