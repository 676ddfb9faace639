#include "cli/papers/shelf.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "support.hpp"
#include "text/utf8.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

ComposedSubmission of(const std::string& agency) {
    ComposedSubmission s;
    s.agency = agency;
    return s;
}

}  // namespace

TEST_CASE("shelf: names that are taken are numbered, papers that are there are not written twice") {
    const TempFolder folder;
    const Shelved place{folder.path() / "2022-H1", "so-y-te"};
    const auto first = put(place, of("one"), {paper_copy("bc.docx", "bytes")});
    CHECK(first == folder.path() / "2022-H1/so-y-te.yaml");
    const auto second = put(place, of("two"), {paper_copy("bc.docx", "bytes")});
    CHECK(second == folder.path() / "2022-H1/so-y-te-2.yaml");
    const auto third = put(place, of("three"), {paper_copy("bc.docx", "other bytes")});
    CHECK(third == folder.path() / "2022-H1/so-y-te-3.yaml");
    CHECK(content(first).find("file: giay-to/bc.docx\n") != std::string::npos);
    CHECK(content(second).find("file: giay-to/bc.docx\n") != std::string::npos);
    CHECK(content(third).find("file: giay-to/bc-2.docx\n") != std::string::npos);
    CHECK(content(folder.path() / "2022-H1/giay-to/bc-2.docx") == "other bytes");
    CHECK(content(first).find(
              "sha256: 277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9") !=
          std::string::npos);
}

TEST_CASE("shelf: what a paper is called may be called so on any system") {
    struct Case {
        const char* text;
        const char* name;
    };
    const Case cases[] = {
        {"Báo cáo 6 tháng.docx", "Báo cáo 6 tháng.docx"},
        {"a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j"},
        {"../../etc/passwd", "_.._etc_passwd"},
        {".hidden", "hidden"},
        {"a\nb\x1b", "a_b_"},
        {"con. ", "con"},
        {"", "giay-to"},
        {"...", "giay-to"},
        {"a\u200bb", "ab"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(as_file_name(c.text) == c.name);
    }
    CHECK(as_file_name(to_nfd("Hòa.pdf")) == "Hòa.pdf");
    const auto longest = as_file_name(std::string(300, 'a') + ".docx");
    CHECK(longest.size() == 180);
    CHECK(longest.ends_with("aaa.docx"));
}
