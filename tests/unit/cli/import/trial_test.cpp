#include "cli/import/trial.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <stdexcept>

#include "diag/io_error.hpp"

using namespace plantool;

TEST_CASE("trial: only work that comes to its end survives") {
    constexpr std::chrono::seconds kPatience{20};
    int changed = 0;
    CHECK(survives([&] { changed = 1; }, kPatience));
    CHECK(changed == 0);
    CHECK(survives([] { throw IoError(Message::verbatim("no room")); }, kPatience));
    CHECK_FALSE(survives([] { throw std::runtime_error("lost"); }, kPatience));
    CHECK_FALSE(survives([] { std::abort(); }, kPatience));
    CHECK_FALSE(survives([] { std::_Exit(3); }, kPatience));
}

TEST_CASE("trial: work without an end is ended") {
    volatile bool goes_on = true;
    const auto endless = [&] {
        while (goes_on) {
        }
    };
    CHECK_FALSE(survives(endless, std::chrono::seconds(1)));
}
