#include "core/submission/cross/repetition.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"
#include "text/hash.hpp"

using namespace plantool;
using plantool::testing::day;

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

TEST_CASE("repetitions: numbers are compared as names, and documents without one by their days") {
    const auto print = [](std::string_view number, std::optional<Day> dated, Day received) {
        Paper paper;
        paper.agency = 1;
        paper.obligation = 2;
        paper.slot = 3;
        paper.received = Moment{received};
        paper.document_date = dated;
        return fingerprint(paper, number).value();
    };
    const auto june = day("2022-06-27");
    const auto first = print("45-BC/BTGHU", june, june);
    CHECK(print("45-bc/btghu ", june, june) == first);
    CHECK(print(" 45-BC/BTGHU", std::nullopt, june) == first);
    CHECK(print("45 - BC/BTGHU", june, june) == first);
    CHECK(print("46-BC/BTGHU", june, june) != first);
    CHECK(print("45-BC/BTGHU", june, day("2022-06-28")) != first);
    CHECK(print("45/BC-UBNDTP", june, june) == print("45/bc-ubndtp\u00A0", june, june));
    CHECK(print("12-BC/ĐU", june, june) == print("12-bc/đu", june, june));
    const std::string longest(60, 'A');
    CHECK(print(longest, june, june) == print(std::string(60, 'a'), june, june));

    const auto unnumbered = print("", june, june);
    CHECK(print(" \u00A0", june, june) == unnumbered);
    CHECK(print("", june, day("2022-06-28")) != unnumbered);
    CHECK(print("", day("2022-06-26"), june) != unnumbered);
    CHECK(print("", std::nullopt, june) != unnumbered);
    CHECK(print("", std::nullopt, june) == print("", std::nullopt, june));
}
