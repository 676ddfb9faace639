#include "intake/record.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

#include "read/submission/formats.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// The digests of what a text says, in a file of that name.
Strings digests_of(const std::string& name, const std::string& text) {
    Piece piece;
    piece.file = name;
    piece.format = submission_format(name);
    piece.source = std::make_shared<Source>(name, text);
    Strings out;
    if (!read_piece(piece,
                    [&](Reading& reading) { out.push_back(content_digest(reading, piece)); })) {
        auto refused = refused_file(piece);
        out = {content_digest(refused, piece)};
    }
    return out;
}

const std::string kPaper =
    R"({"agency": "a", "obligation": "o", "period": "2024-01", "received": "2024-02-01"})";

}  // namespace

TEST_CASE("record: a submission is known by what it says, wherever that stands") {
    const auto line = digests_of("a.ndjson", kPaper + "\n\n" + kPaper + "\n");
    REQUIRE(line.size() == 2);
    CHECK(line[0].size() == 64);
    CHECK(line[0] == line[1]);
    const auto yaml = digests_of("b.yaml",
                                 "format: plantool/submission@1\nagency: a\nobligation: o\n"
                                 "period: 2024-01\nreceived: 2024-02-01\n");
    CHECK(yaml == Strings{line[0]});
    const auto reordered =
        digests_of("c.ndjson",
                   R"({"received":"2024-02-01","period":"2024-01","obligation":"o","agency":"a"})");
    CHECK(reordered == Strings{line[0]});
}

TEST_CASE("record: what says something else is another") {
    const auto digest = [](const std::string& more) {
        return digests_of("a.ndjson", kPaper.substr(0, kPaper.size() - 1) + more + "}").front();
    };
    Strings all = {digests_of("a.ndjson", kPaper).front()};
    for (const auto* more :
         {R"(, "note": "x")", R"(, "next": "x")", R"(, "nil": true)", R"(, "no-such-key": 1)",
          R"(, "no-such-key": 2)", R"(, "document": {"number": "1"})",
          R"(, "document": {"date": "2024-01-01"})", R"(, "results": [{"task": "t"}])",
          R"(, "results": [{"summary": "t"}])", R"(, "results": [{"figures": {"i": 1}}])",
          R"(, "results": [{"figures": {"i": "1"}}])", R"(, "figures": {"i": 1})",
          R"(, "attachments": [{"file": "f"}])"}) {
        CAPTURE(more);
        const auto one = digest(more);
        CHECK(std::find(all.begin(), all.end(), one) == all.end());
        all.push_back(one);
    }
}

TEST_CASE("record: what is no submission is known by its text and its file") {
    const auto one = digests_of("a.ndjson", "{broken\n");
    CHECK(one == digests_of("a.ndjson", "\n{broken\n"));
    CHECK(one != digests_of("b.ndjson", "{broken\n"));
    CHECK(one != digests_of("a.ndjson", "{broken too\n"));
    const auto file = digests_of("a.yaml", "{never closed\n");
    REQUIRE(file.size() == 1);
    CHECK(file != digests_of("a.yaml", "{never closed \n"));
}
