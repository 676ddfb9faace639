#include "store/stored_text.hpp"

#include <doctest/doctest.h>

#include "store/connection.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

TEST_CASE("stored text: attachments are found again as they were when they were noted") {
    using State = AttachedFile::State;
    const TempFolder folder;
    const auto path = folder.write("in/a b.pdf", "paper");
    const AttachmentFolders folders{path.parent_path(), path.parent_path()};
    const AttachmentFolders elsewhere{"/nowhere", "/nowhere"};
    Piece piece;
    note_attachments(piece);
    const auto sum = piece.attachments(folders, "a b.pdf", true).sha256;
    CHECK(sum == "382635c9325bf3273d195ff1b8a44e5b11afd7d97addeb8863ea35feb98c1a07");
    piece.attachments(folders, "a b.pdf", false);
    const auto missing = piece.attachments(folders, "missing.pdf", false);
    CHECK(piece.attachments(folders, "../out.pdf", true).state == State::elsewhere);
    CHECK(piece.attachments(folders, ".", true).state == State::no_file);
    const auto noted = noted_attachments(piece);
    std::filesystem::remove(path);

    const auto look = look_in(noted);
    CHECK(look(elsewhere, "a b.pdf", true).state == State::there);
    CHECK(look(elsewhere, "a b.pdf", true).sha256 == sum);
    CHECK(look(elsewhere, "missing.pdf", true).state == State::missing);
    CHECK(look(elsewhere, "missing.pdf", true).where == missing.where);
    CHECK(look(elsewhere, "../out.pdf", true).state == State::elsewhere);
    CHECK(look(elsewhere, "../out.pdf", true).where == path.parent_path().generic_string());
    CHECK(look(elsewhere, ".", true).state == State::no_file);
    CHECK(look(elsewhere, "never/asked", true).state == State::missing);
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
