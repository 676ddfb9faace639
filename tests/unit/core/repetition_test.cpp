#include "core/repetition.hpp"

#include <doctest/doctest.h>

#include "text/hash.hpp"

using namespace plantool;

TEST_CASE("repetitions: a hundred thousand documents are each new once, and known ever after") {
    Repetitions repetitions;
    constexpr std::int32_t kMany = 100'000;
    for (std::int32_t i = 1; i <= kMany; ++i) {
        CHECK_FALSE(repetitions.note(mix(static_cast<std::uint64_t>(i), 7), {3, i}).has_value());
    }
    for (std::int32_t i = 1; i <= kMany; i += 997) {
        const auto first = repetitions.note(mix(static_cast<std::uint64_t>(i), 7), {4, 1});
        REQUIRE(first.has_value());
        CHECK(first->file == 3);
        CHECK(first->line == i);
    }
}

TEST_CASE("repetitions: prints that begin or end alike are told apart") {
    Repetitions repetitions;
    for (std::uint64_t i = 1; i <= 1000; ++i) {
        CHECK_FALSE(repetitions.note(i * 64, {}).has_value());
        CHECK_FALSE(repetitions.note((i << 50U) + 1, {}).has_value());
    }
    CHECK(repetitions.note(64, {}).has_value());
}
