#include "cli/passwords.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace plantool;

TEST_CASE("passwords: nothing that is said shows one") {
    struct Case {
        const char* text;
        const char* shown;
    };
    constexpr std::array kCases = {
        Case{"nothing to hide: 12:30", "nothing to hide: 12:30"},
        Case{"https://example.org/a:b@c", "https://example.org/a:b@c"},
        Case{"postgresql://clerk@host:5432/db", "postgresql://clerk@host:5432/db"},
        Case{"`postgresql://clerk:secret@host/db` is unknown",
             "`postgresql://clerk:***@host/db` is unknown"},
        Case{"postgres://:a b?c#d@host", "postgres://:***@host"},
        Case{"cannot open postgresql:/a:b@c/d", "cannot open postgresql:/a:***@c/d"},
        Case{"x://a:b@c and y://d:e@f", "x://a:***@c and y://d:***@f"},
        Case{"postgresql://host/db?password=secret&sslmode=require",
             "postgresql://host/db?password=***&sslmode=require"},
        Case{"`postgresql:///db?sslpassword=secret`", "`postgresql:///db?sslpassword=***`"},
    };
    for (const auto& [text, shown] : kCases) CHECK(without_passwords(text) == shown);
}
