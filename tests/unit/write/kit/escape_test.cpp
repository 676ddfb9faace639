// What the writers make of hostile text.

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "diag/io_error.hpp"
#include "support.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"
#include "write/kit/atomic_file.hpp"
#include "write/kit/json_writer.hpp"
#include "write/kit/markdown_escape.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

std::string content(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace

TEST_CASE("json: every text comes back as it was") {
    CHECK(json_string("a\"b\\c\n\t\x01") == R"("a\"b\\c\n\t\u0001")");
    CHECK(json_string("Sở Y tế") == "\"Sở Y tế\"");
    CHECK(rc::check([](const std::string& bytes) {
        std::string text;
        for (const char c : bytes) text += static_cast<char>(c & 0x7F);
        RC_ASSERT(nlohmann::json::parse(json_string(text)).get<std::string>() == text);
    }));
}

TEST_CASE("json: rates have at most four decimals") {
    CHECK(json_rate(0) == "0.0");
    CHECK(json_rate(10000) == "1.0");
    CHECK(json_rate(5000) == "0.5");
    CHECK(json_rate(8519) == "0.8519");
    CHECK(json_rate(1) == "0.0001");
}

TEST_CASE("markdown: no text breaks a table or smuggles markup") {
    struct Case {
        const char* text;
        const char* escaped;
    };
    const Case cases[] = {
        {"a | b", "a \\| b"},
        {"<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"},
        {"[x](javascript:y)", "\\[x\\](javascript\\:y)"},
        {"https://x.vn www.x.vn a@x.vn", "https\\://x.vn www\\.x.vn a\\@x.vn"},
        {"Đề nghị: 10:30, mục 2:", "Đề nghị: 10:30, mục 2:"},
        {":smile: x^2^", "\\:smile: x\\^2\\^"},
        {"- a", "\\- a"},
        {"12. a", "12\\. a"},
        {": a", "\\: a"},
        {"=1+1", "\\=1+1"},
        {"{{plan_id}}", "\\{\\{plan\\_id\\}\\}"},
        {"`code`", "\\`code\\`"},
        {"**bold** _it_", "\\*\\*bold\\*\\* \\_it\\_"},
        {"one\ntwo\r\nthree", "one two  three"},
        {"AT&T", "AT\\&T"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(escape_markdown(c.text) == c.escaped);
    }
    CHECK(rc::check([](const std::string& bytes) {
        std::string text;
        for (const char c : bytes) text += static_cast<char>(c & 0x7F);
        const auto escaped = escape_markdown(text);
        RC_ASSERT(escaped.find_first_of("\n\r") == std::string::npos);
        for (std::size_t at = 0; at < escaped.size(); ++at) {
            if (std::string_view("<>|`[]*_&").find(escaped[at]) == std::string_view::npos) continue;
            std::size_t slashes = 0;
            while (slashes < at && escaped[at - slashes - 1] == '\\') ++slashes;
            RC_ASSERT(slashes % 2 == 1);
        }
    }));
}

TEST_CASE("table: columns line up whatever the normal form, and notes find a place") {
    TextTable table;
    table.columns = {Column::name, Column::right};
    table.add({{"Sở Y tế"}, {"1"}}, {"ghi chú"});
    table.add({{"S\u01a1\u0309 Y t\u00ea\u0301"}, {"12"}});
    const auto wide = table.fit(80);
    CHECK(table.row(0, wide, false) == "  Sở Y tế   1  ghi chú\n");
    CHECK(table.row(1, wide, false) == "  S\u01a1\u0309 Y t\u00ea\u0301  12\n");
    const auto narrow = table.fit(14);
    CHECK(table.row(0, narrow, false) == "  Sở Y tế   1\n    ghi chú\n");
    CHECK(table.row(0, wide, true) == "  Sở Y tế   1  ghi chú\n");  // no colour was asked for
}

TEST_CASE("table: names that begin alike stay apart") {
    CHECK(clip_middle_to_width("Ban Tuyên giáo Huyện ủy Tuy An", 16) == "Ban Tuyê… Tuy An");
    CHECK(clip_middle_to_width("Tuy An", 6) == "Tuy An");
    CHECK(clip_middle_to_width("Tuy An", 1) == "…");
    CHECK(wrap_to_width("một hai ba bốn", 8) == Strings{"một hai", "ba bốn"});
    CHECK(wrap_to_width("", 8) == Strings{""});
}

TEST_CASE("atomic file: nothing happens without a commit, everything with one") {
    const TempFolder folder;
    const auto target = folder.write("report.md", "old");
    {
        AtomicFile file(target);
        file.write("new");
    }
    CHECK(content(target) == "old");
    AtomicFile file(target);
    file.write("new");
    CHECK(content(target) == "old");
    file.commit();
    CHECK(content(target) == "new");
    namespace fs = std::filesystem;
    const auto files =
        std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator());
    CHECK(files == 1);
}

TEST_CASE("atomic file: tells whether it would change anything") {
    const TempFolder folder;
    const std::string block(std::size_t{1} << 16U, 'x');
    const auto same = [&](const std::string& there, const std::string& made) {
        AtomicFile file(folder.write("report.md", there));
        file.write(made);
        file.finish();
        return file.is_as_target();
    };
    CHECK(same("", ""));
    CHECK(same("report", "report"));
    CHECK(same(block, block));
    CHECK(same(block + "a", block + "a"));
    CHECK_FALSE(same("report", "repost"));
    CHECK_FALSE(same("report", "report\n"));
    CHECK_FALSE(same("report\n", "report"));
    CHECK_FALSE(same(block, block + "a"));
    CHECK_FALSE(same(block + "a", block));
    CHECK_FALSE(same(block + "a", block + "b"));
    AtomicFile fresh(folder.path() / "new.md");
    fresh.finish();
    CHECK_FALSE(fresh.is_as_target());
}

TEST_CASE("atomic file: keeps permissions, writes through links, refuses what is no file") {
    namespace fs = std::filesystem;
    const TempFolder folder;
    const auto target = folder.write("report.md", "old");
    fs::permissions(target, fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("report.md", folder.path() / "link.md");
    write_file(folder.path() / "link.md", "new");
    CHECK(content(target) == "new");
    CHECK(fs::is_symlink(folder.path() / "link.md"));
    CHECK(fs::status(target).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK_THROWS_AS(write_file(folder.path(), "x"), IoError);
    CHECK_THROWS_AS(write_file("/dev/null", "x"), IoError);
    CHECK_THROWS_AS(write_file(folder.path() / "no" / "x.md", "x"), IoError);
}
