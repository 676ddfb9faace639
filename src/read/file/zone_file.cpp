#include "read/file/zone_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "diag/io_error.hpp"
#include "read/file/file.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

/// Whether the database may have a zone of that name. Beside the zones its folder has files that
/// stand for the machine's own time, and copies of them all that count leap seconds.
bool may_be_a_zone(std::string_view name) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("/_+-").find(c) != std::string_view::npos;
    };
    if (name.empty() || name.starts_with('/') || name.ends_with('/')) return false;
    if (!std::all_of(name.begin(), name.end(), fits)) return false;
    for (const std::string_view other : {"localtime", "posixrules", "Factory", "leapseconds"}) {
        if (name == other) return false;
    }
    return !name.starts_with("posix/") && !name.starts_with("right/");
}

bool is_file(const std::string& path) {
    std::error_code error;
    return fs::is_regular_file(fs::path(path), error);
}

}  // namespace

std::optional<Zone> find_zone(std::string_view name, std::span<const std::string_view> folders) {
    if (!may_be_a_zone(name)) return std::nullopt;
    bool database = false;
    Message fault;
    for (const auto folder : folders) {
        database = database || is_file(fmt::format("{}/Etc/UTC", folder));
        const auto path = fmt::format("{}/{}", folder, name);
        if (!is_file(path)) continue;
        try {
            const auto file = read_source(path);
            if (auto zone = Zone::from_tzif(file->text())) return zone;
            fault = {Word::zone_file_damaged, path};
        } catch (const IoError& error) {
            fault = error.message();
        }
    }
    if (auto zone = Zone::find(name)) return zone;
    if (!fault.empty()) throw IoError({Word::install_tzdata_anew, std::move(fault)});
    if (!database) {
        if (folders.empty()) throw IoError({Word::no_zone_database_at_all, printable(name)});
        throw IoError({Word::no_zone_database, folders.front(), printable(name)});
    }
    return std::nullopt;
}

}  // namespace plantool
