#include "write/kit/book/spool.hpp"

#include <doctest/doctest.h>
#include <xlsxwriter/utility.h>

#include <array>
#include <cstdio>
#include <string>

#include "read/file/file.hpp"
#include "support.hpp"
#include "write/kit/book/book.hpp"
#include "write/kit/book/zip_check.hpp"

using namespace plantool;
using namespace plantool::testing;

TEST_CASE("spool: what is written is read again, and a wrong step is counted") {
    auto* file = lxw_tmpfile(nullptr);
    REQUIRE(file != nullptr);
    const std::string text(20000, 'x');
    CHECK(std::fwrite(text.data(), 1, text.size(), file) == text.size());
    CHECK(std::fputs("end", file) >= 0);
    std::rewind(file);
    std::string back(text.size() + 10, '\0');
    back.resize(std::fread(back.data(), 1, back.size(), file));
    CHECK(back == text + "end");
    CHECK(std::fseek(file, 5, SEEK_SET) == 0);
    CHECK(std::fputs("yz", file) >= 0);
    CHECK(std::fseek(file, 4, SEEK_SET) == 0);
    std::array<char, 5> some{};
    CHECK(std::fread(some.data(), 1, 4, file) == 4);
    CHECK(std::string(some.data()) == "xyzx");
    CHECK(std::fseek(file, -3, SEEK_END) == 0);
    CHECK(std::ftell(file) == 20000);
    const int before = xlsx::spool_faults();
    CHECK(std::fseek(file, 1, SEEK_END) != 0);
    CHECK(std::fclose(file) == 0);
    CHECK(xlsx::spool_faults() == before + 1);
}

TEST_CASE("spool: the library takes these, and no file of its own") {
    const TempFolder folder;
    const auto path = folder.path() / "a.xlsx";
    xlsx::Book book(path, folder.path() / "no such folder", path, Language::vi);
    auto sheet = book.add_sheet("Tổng hợp", "", 0xC00000);
    sheet.text(0, 0, "Sở Công Thương", {});
    book.close();
    CHECK(zip_fault(std::string(read_source(path)->text())).empty());
}

TEST_CASE("spool: of a sheet, the first page has its footer and no number") {
    struct Case {
        const char* written;
        const char* read;
    };
    const Case cases[] = {
        {"<worksheet a=\"b\"><headerFooter><oddHeader>&amp;P</oddHeader><oddFooter>x</oddFooter>"
         "</headerFooter></worksheet>",
         "<worksheet a=\"b\"><headerFooter differentFirst=\"1\"><oddHeader>&amp;P</oddHeader>"
         "<oddFooter>x</oddFooter><firstFooter>x</firstFooter></headerFooter></worksheet>"},
        {"<worksheet "
         "a=\"b\"><headerFooter><oddHeader>&amp;P</oddHeader></headerFooter></worksheet>",
         "<worksheet a=\"b\"><headerFooter differentFirst=\"1\"><oddHeader>&amp;P</oddHeader>"
         "</headerFooter></worksheet>"},
        {"<worksheet a=\"b\"></worksheet>", "<worksheet a=\"b\"></worksheet>"},
        {"<sst><t>&lt;headerFooter></t><headerFooter></headerFooter></sst>",
         "<sst><t>&lt;headerFooter></t><headerFooter></headerFooter></sst>"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.written);
        auto* file = lxw_tmpfile(nullptr);
        REQUIRE(file != nullptr);
        CHECK(std::fputs(c.written, file) >= 0);
        for (int time = 0; time < 2; ++time) {
            std::rewind(file);
            std::string back(1000, '\0');
            back.resize(std::fread(back.data(), 1, back.size(), file));
            CHECK(back == c.read);
        }
        CHECK(std::fclose(file) == 0);
    }
}
