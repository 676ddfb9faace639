#include "diag/source.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

using namespace plantool;

TEST_CASE("source: lines and columns, in any order, within one very long line too") {
    std::string text = "đầu\n";
    for (int i = 0; i < 5000; ++i) text += "ệab";
    text += "\ncuối";
    const Source source("x", text, 10);
    const auto size = static_cast<std::uint32_t>(text.size());
    CHECK(source.line_of(0) == 10);
    CHECK(source.column_of(static_cast<std::uint32_t>(std::string("đầ").size())) == 3);
    const auto second = static_cast<std::uint32_t>(std::string("đầu\n").size());
    for (const int i : {4999, 0, 400, 2500, 399, 1}) {
        const auto at = second + static_cast<std::uint32_t>(i) * 5;
        CHECK(source.line_of(at) == 11);
        CHECK(source.column_of(at) == 3 * i + 1);
        CHECK(source.column_of(at + 3) == 3 * i + 2);
    }
    CHECK(source.line_of(size) == 12);
    CHECK(source.column_of(size) == 5);
    Source::Hint hint;
    for (const int i : {0, 1, 2, 4000, 3, 4999}) {
        const auto at = second + static_cast<std::uint32_t>(i) * 5;
        const auto place = source.place_of(at, at + 5, hint);
        CHECK(place.line == 11);
        CHECK(place.column == 3 * i + 1);
        CHECK(place.end_column == 3 * i + 4);
    }
    CHECK(source.place_of(0, 2, hint).line == 10);
    CHECK(source.place_of(size - 1, size, hint).column == 4);
}

TEST_CASE("source: lines that end in carriage returns alone") {
    const Source source("x", "a\rbc\rd");
    CHECK(source.line_of(3) == 2);
    CHECK(source.column_of(3) == 2);
    CHECK(source.line_text(2) == "bc");
}

TEST_CASE("source: threads that ask the same source at once are told the same") {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += i % 10 == 9 ? "x\n" : "ệ";
    const Source source("x", text);
    std::vector<int> sums(4);
    std::vector<std::thread> threads;
    for (auto& sum : sums) {
        threads.emplace_back([&] {
            for (std::uint32_t at = 0; at < text.size(); at += 7) {
                sum += source.line_of(at) * 1000 + source.column_of(at);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(sums[0] > 0);
    for (const auto sum : sums) CHECK(sum == sums[0]);
}
