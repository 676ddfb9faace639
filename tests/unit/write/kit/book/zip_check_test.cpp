#include "write/kit/book/zip_check.hpp"

#include <doctest/doctest.h>

#include <string>

#include "diag/io_error.hpp"
#include "read/file/file.hpp"
#include "support.hpp"
#include "write/kit/book/book.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

std::string small_workbook() {
    const TempFolder folder;
    const auto path = folder.path() / "a.xlsx";
    xlsx::Book book(path, folder.path(), path, Language::vi);
    book.set_properties({"Báo cáo", "", "", "", "", day("2022-07-05")});
    auto sheet = book.add_sheet("Tổng hợp", "04-KHPH", 0xC00000);
    for (xlsx::Row row = 0; row < 50; ++row) sheet.text(row, 0, "Sở Công Thương", {});
    book.close();
    return std::string(read_source(path)->text());
}

}  // namespace

TEST_CASE("zip check: a workbook reads back, and one that is cut anywhere does not") {
    const auto whole = small_workbook();
    CHECK(zip_fault(whole).empty());
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        CAPTURE(size);
        CHECK_FALSE(zip_fault(whole.substr(0, size)).empty());
    }
    CHECK_FALSE(zip_fault(whole + "x").empty());
}

TEST_CASE("zip check: a byte that changed in a part or its checksum is found") {
    const auto whole = small_workbook();
    const auto begin = whole.find("xl/worksheets/sheet1.xml") + 24;
    const auto end = whole.find("PK\x03\x04", begin);
    REQUIRE(end != std::string::npos);
    for (auto at = begin; at < end; ++at) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        CAPTURE(at);
        CHECK(say(zip_fault(damaged), Language::en) ==
              "its part xl/worksheets/sheet1.xml is not whole");
    }
    for (const std::size_t field : {14U, 18U, 22U, 26U, 30U}) {  // of the first part's own header
        auto damaged = whole;
        damaged[field] = static_cast<char>(damaged[field] ^ 1);
        CAPTURE(field);
        CHECK_FALSE(zip_fault(damaged).empty());
    }
}

TEST_CASE("zip check: XML is whole when every element is closed") {
    for (const std::string whole :
         {"<a/>", "<?xml version=\"1.0\"?>\n<a b=\"1\"><c/>text<d>x</d></a>", "<a></a>\n",
          "<x:a\n b=''></x:a>"}) {
        CAPTURE(whole);
        CHECK(is_whole_xml(whole));
    }
    for (const std::string broken :
         {"", "text", "<?xml version=\"1.0\"?>", "<a>", "<a><b></a>", "</a>", "<a></a></a>",
          "<a></b>", "<a", "<a></a", "<a/><b/>", "<a></a>x", "<a <b></b></a>"}) {
        CAPTURE(broken);
        CHECK_FALSE(is_whole_xml(broken));
    }
}

TEST_CASE("zip check: the file is named by its target") {
    const TempFolder folder;
    const auto file = folder.write("b.tmp", "PK");
    CHECK_THROWS_WITH_AS(
        require_sound_zip(file, "bao-cao.xlsx"),
        "cannot write bao-cao.xlsx: it does not read back: its directory is not whole", IoError);
    CHECK_THROWS_WITH_AS(
        require_sound_zip(folder.path() / "no", "bao-cao.xlsx"),
        "cannot write bao-cao.xlsx: it does not read back: there is no such file or folder",
        IoError);
}
