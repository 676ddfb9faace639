#include "store/stored_text.hpp"

#include <doctest/doctest.h>

#include "store/connection.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

TEST_CASE("stored text: attachments are found again as they were when they were noted") {
    using State = AttachedFile::State;
    const TempFolder folder;
    const auto there = folder.write("a b.pdf", "paper").string();
    const auto missing = there + ".missing";
    const auto no_file = std::filesystem::path(there).parent_path().string();
    Piece piece;
    note_attachments(piece);
    const auto sum = piece.attachments(there, true).sha256;
    CHECK(sum == "382635c9325bf3273d195ff1b8a44e5b11afd7d97addeb8863ea35feb98c1a07");
    piece.attachments(there, false);
    piece.attachments(missing, false);
    piece.attachments(no_file, true);
    const auto noted = noted_attachments(piece);
    std::filesystem::remove(there);

    const auto look = look_in(noted);
    CHECK(look(there, true).state == State::there);
    CHECK(look(there, true).sha256 == sum);
    CHECK(look(missing, true).state == State::missing);
    CHECK(look(no_file, true).state == State::no_file);
    CHECK(look("never/asked", true).state == State::missing);
}

TEST_CASE("stored text: a piece without attachments notes nothing") {
    Piece piece;
    note_attachments(piece);
    CHECK(noted_attachments(piece).empty());
    CHECK(noted_attachments(Piece()).empty());
}

TEST_CASE("connection: a list is one value, whatever is in it") {
    CHECK(array_of({}) == "{}");
    CHECK(array_of({"a", "", "b,c", "d\"e\\f", "NULL"}) == R"({"a","","b,c","d\"e\\f","NULL"})");
}
