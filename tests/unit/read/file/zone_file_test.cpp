#include "read/file/zone_file.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "diag/io_error.hpp"
#include "read/file/file.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// The day of 2040-07-01T22:30Z in the zone of that name; else why not.
std::string look_up(const std::string& name, const TempFolder& folder) {
    const auto path = folder.path().string();
    const std::array<std::string_view, 1> folders = {path};
    try {
        const auto zone = find_zone(name, folders);
        return zone ? format_date(zone->day_of(*parse_instant("2040-07-01T22:30:00Z"))) : "none";
    } catch (const IoError& error) {
        std::string text = error.what();
        for (auto at = text.find(path); at != std::string::npos; at = text.find(path)) {
            text.replace(at, path.size(), "DB");
        }
        return text;
    }
}

const std::string& paris() {
    static const auto bytes = std::string(read_source("/usr/share/zoneinfo/Europe/Paris")->text());
    return bytes;
}

}  // namespace

TEST_CASE("zone file: a zone's name leads to its file") {
    const TempFolder folder;
    folder.write("Etc/UTC", std::string(read_source("/usr/share/zoneinfo/Etc/UTC")->text()));
    folder.write("Europe/Paris", paris());
    folder.write("localtime", paris());
    folder.write("posixrules", paris());
    folder.write("posix/Europe/Paris", paris());
    folder.write("right/Europe/Paris", paris());
    folder.write("Factory", paris());
    folder.write("zone.tab", "# codes\n");
    folder.write("leapseconds", "# seconds\n");
    CHECK(look_up("Europe/Paris", folder) == "2040-07-02");  // by summer time, after 2037
    CHECK(look_up("Etc/UTC", folder) == "2040-07-01");
    for (const std::string name :
         {"localtime", "posixrules", "posix/Europe/Paris", "right/Europe/Paris", "Factory",
          "zone.tab", "leapseconds", "Europe", "Europe/", "/Europe/Paris", "../Europe/Paris",
          "Europe/./Paris", "Europe//Atlantis", "europe/paris", "", " ", "UTC ", "+07:00"}) {
        CAPTURE(name);
        CHECK(look_up(name, folder) == "none");
    }
}

TEST_CASE("zone file: what is compiled in needs no database, the others say what is missing") {
    const TempFolder nothing;
    CHECK(look_up("Asia/Ho_Chi_Minh", nothing) == "2040-07-02");
    CHECK(look_up("UTC", nothing) == "2040-07-01");
    CHECK(look_up("localtime", nothing) == "none");
    CHECK(look_up("Europe/Rome", nothing) ==
          "there is no time-zone database in DB to look up `Europe/Rome`; install `tzdata`");
}

TEST_CASE("zone file: a file that is cut short is told, or what is compiled in is taken") {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{3}, std::size_t{44}, std::size_t{500}, paris().size() - 1}) {
        CAPTURE(size);
        const TempFolder folder;
        folder.write("Etc/UTC", std::string(read_source("/usr/share/zoneinfo/Etc/UTC")->text()));
        folder.write("Europe/Rome", std::string_view(paris()).substr(0, size));
        folder.write("Asia/Ho_Chi_Minh", std::string_view(paris()).substr(0, size));
        CHECK(look_up("Europe/Rome", folder) ==
              "the time zone's file DB/Europe/Rome is damaged; install `tzdata` anew");
        CHECK(look_up("Asia/Ho_Chi_Minh", folder) == "2040-07-02");
    }
}

TEST_CASE("zone file: what is compiled in says what this machine's database says") {
    for (const std::string name :
         {"Asia/Ho_Chi_Minh", "Asia/Saigon",   "Asia/Bangkok",     "Asia/Phnom_Penh",
          "Asia/Vientiane",   "Asia/Jakarta",  "Asia/Hong_Kong",   "Asia/Kuala_Lumpur",
          "Asia/Manila",      "Asia/Shanghai", "Asia/Singapore",   "Asia/Taipei",
          "Asia/Seoul",       "Asia/Tokyo",    "America/New_York", "Europe/Berlin",
          "Europe/London",    "Europe/Paris",  "Etc/UTC",          "UTC"}) {
        CAPTURE(name);
        const auto own = Zone::find(name);
        const auto file =
            Zone::from_tzif(std::string(read_source("/usr/share/zoneinfo/" + name)->text()));
        REQUIRE(own);
        REQUIRE(file);
        int different = 0;
        for (auto at = std::chrono::sys_seconds{day("2008-01-01")};
             at < std::chrono::sys_seconds{day("2060-01-01")}; at += std::chrono::hours{7}) {
            if (own->offset_at(at) != file->offset_at(at)) ++different;
        }
        CHECK(different == 0);
    }
}
