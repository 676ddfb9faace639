#include "store/rank.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "diag/io_error.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

EntryRecord record_of(const char* received, std::int32_t millisecond, const char* date, int line,
                      int nth) {
    EntryRecord record;
    record.paper.received = Moment{day(received), millisecond};
    if (date != nullptr) record.paper.document_date = day(date);
    record.line = line;
    record.nth = nth;
    return record;
}

}  // namespace

TEST_CASE("rank: papers of a row follow one another as they are read") {
    const Strings ranks = {
        rank_of(record_of("1969-12-31", 0, nullptr, 1, 0), 9, "z"),
        rank_of(record_of("2024-02-01", 0, nullptr, 1, 0), 9, "z"),
        rank_of(record_of("2024-02-01", 0, "2024-01-30", 1, 0), 9, "z"),
        rank_of(record_of("2024-02-01", 0, "2024-01-31", 9, 0), 9, "a"),
        rank_of(record_of("2024-02-01", 0, "2024-01-31", 1, 0), 8, "a/b"),
        rank_of(record_of("2024-02-01", 0, "2024-01-31", 1, 0), 7, "a/c"),
        rank_of(record_of("2024-02-01", 0, "2024-01-31", 1, 0), 6, "a b"),
        rank_of(record_of("2024-02-01", 0, "2024-01-31", 2, 0), 5, "a b"),
        rank_of(record_of("2024-02-01", 0, "2024-01-31", 10, 2), 4, "a b"),
        rank_of(record_of("2024-02-01", 0, "2024-01-31", 10, 10), 4, "a b"),
        rank_of(record_of("2024-02-01", 0, "2024-01-31", 10, 1), 11, "a b"),
        rank_of(record_of("2024-02-01", 9, nullptr, 1, 0), 1, "a"),
        rank_of(record_of("2024-02-01", 86399999, nullptr, 1, 0), 1, "a"),
        rank_of(record_of("2024-02-02", 0, nullptr, 1, 0), 1, "a"),
    };
    CHECK(std::is_sorted(ranks.begin(), ranks.end()));
    CHECK(std::adjacent_find(ranks.begin(), ranks.end()) == ranks.end());
}

TEST_CASE("rank: what an answer says of a paper stands in it") {
    auto record = record_of("2024-02-01", 3600, "2024-01-31", 12, 3);
    record.document = "45-BC/BTGHU";
    record.nil = true;
    const auto paper = paper_ranked(rank_of(record, 7, "bao-cao/huyện.csv"));
    CHECK(paper.received == Moment{day("2024-02-01"), 3600});
    CHECK(paper.document_date == day("2024-01-31"));
    CHECK(paper.document == "45-BC/BTGHU");
    CHECK(paper.file == "bao-cao/huyện.csv");
    CHECK(paper.line == 12);
    CHECK(paper.nil);
    const auto plain = paper_ranked(rank_of(record_of("2024-02-01", 0, nullptr, 1, 0), 1, "a"));
    CHECK(plain.document_date == std::nullopt);
    CHECK(plain.document.empty());
    CHECK_FALSE(plain.nil);
}

TEST_CASE("rank: what is none is told") {
    for (const auto* text : {"", "1019754", "x", "101975400000not a number"}) {
        CHECK_THROWS_AS(paper_ranked(text), IoError);
    }
}
