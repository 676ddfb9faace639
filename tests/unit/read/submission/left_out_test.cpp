#include "read/submission/left_out.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "support.hpp"
#include "support/said.hpp"

using namespace plantool;
using namespace plantool::testing;

TEST_CASE("left out: an ending is up to ten letters or digits behind the last dot") {
    struct Case {
        const char* name;
        const char* ending;
    };
    const Case cases[] = {
        {"a.docx", "docx"},
        {"nop/Bao cao.PDF", "pdf"},
        {"a.tar.gz", "gz"},
        {"a.7z", "7z"},
        {"a", ""},
        {"nop.d/a", ""},
        {"nop/.docx", ""},
        {"a.", ""},
        {"Số 1. Kết quả", ""},
        {"a.abcdefghijk", ""},
        {"a.abcdefghij", "abcdefghij"},
        {"a.b\xff", ""},
    };
    for (const auto& one : cases) {
        CAPTURE(one.name);
        CHECK(ending_of(one.name) == one.ending);
    }
}

TEST_CASE("left out: what nobody would take for a paper is not counted") {
    const TempFolder folder;
    std::filesystem::create_directories(folder.path() / "giay-to");
    std::filesystem::create_directories(folder.path() / "xa");
    for (const auto* name :
         {"a.docx", "xa/b.DOCX", "xa/c.pdf", "README", ".hidden.docx", "~$a.docx", "a.yaml~",
          "a.yaml.bak", ".a.yaml.swp", "a.swp", "a.tmp", "#a.yaml#", "Thumbs.db", "desktop.ini",
          ".DS_Store", "b.yaml.draft", "giay-to/d.docx", "e.yaml"}) {
        folder.write(name, "x");
    }
    const auto files = find_submissions({folder.path().string()});
    CHECK(files.files.size() == 1);
    LeftOut left_out(files);
    CHECK(left_out.by_ending() == Endings{{"", 1}, {"docx", 2}, {"pdf", 1}});

    Diagnostics found;
    left_out.report(found);
    CHECK(codes_of(found) == Strings{"S136"});
    CHECK(found.all().front().file == folder.path().string());
    CHECK(said(found.all().front().message) ==
          "4 files below this folder are not read: 2 `.docx`, 1 `.pdf`, 1 without an ending");

    // However the way to it is written.
    left_out.account_for((folder.path() / "xa/../a.docx").string());
    left_out.account_for((folder.path() / "xa/c.pdf").string());
    left_out.account_for((folder.path() / "no.docx").string());
    CHECK(left_out.by_ending() == Endings{{"", 1}, {"docx", 1}});
    const auto linked = folder.path() / "link.odt";
    std::filesystem::create_symlink("xa/b.DOCX", linked);
    left_out.account_for(linked.string());
    CHECK(left_out.by_ending() == Endings{{"", 1}});
    left_out.account_for((folder.path() / "README").string());
    CHECK(left_out.by_ending().empty());
    Diagnostics none;
    left_out.report(none);
    CHECK(none.all().empty());
}
