#include "write/report/markdown/markdown_blocks.hpp"

#include <doctest/doctest.h>

using namespace plantool;

namespace {

using Kind = PaperBlock::Kind;

PaperBlock block(Kind kind, std::string text, std::string lead = {}) {
    return {.kind = kind, .lead = std::move(lead), .text = std::move(text)};
}

PaperBlock table_of(PaperTable table) {
    return {.kind = Kind::table, .table = std::move(table)};
}

}  // namespace

TEST_CASE("markdown blocks: each kind, with empty lines where Markdown needs them") {
    const PaperTable table{
        {{.heading = "TT", .share = 0.5, .of_number = true}, {.heading = "Đơn vị", .share = 2}},
        {{"1", "Sở Y tế"}, {"", "Cộng"}},
        true};
    const std::vector<PaperBlock> blocks = {block(Kind::heading, "Tuyên truyền"),
                                            block(Kind::paragraph, "Có 14/19 đơn vị."),
                                            block(Kind::intro, "Nổi bật:"),
                                            block(Kind::dash, "Đã họp.", "Sở Y tế:"),
                                            block(Kind::dash, "Không rõ."),
                                            block(Kind::heading, "Dân tộc"),
                                            table_of(table),
                                            block(Kind::remark, "Ô trống là không có số liệu.")};
    CHECK(markdown_blocks(blocks, {}) ==
          "### 1. Tuyên truyền\n"
          "\n"
          "Có 14/19 đơn vị.\n"
          "\n"
          "Nổi bật:\n"
          "\n"
          "- **Sở Y tế:** Đã họp.\n"
          "- Không rõ.\n"
          "\n"
          "### 2. Dân tộc\n"
          "\n"
          "| TT | Đơn vị |\n"
          "|---:|----------|\n"
          "| 1 | Sở Y tế |\n"
          "|  | **Cộng** |\n"
          "\n"
          "*Ô trống là không có số liệu.*");
}

TEST_CASE("markdown blocks: headings of an annex have no numbers") {
    CHECK(markdown_blocks({block(Kind::heading, "Dân tộc")}, {.in_annex = true}) == "### Dân tộc");
    CHECK(markdown_blocks({}, {}).empty());
}

TEST_CASE("markdown blocks: what others wrote keeps its lines and makes no markup") {
    struct Case {
        const char* text;
        const char* lead;
        const char* markdown;
    };
    const Case cases[] = {
        {"Một.\nHai.", "A:", "- **A:** Một.\\\n  Hai."},
        {"- một\n\n- hai", "", "- \\- một\\\n  \\- hai"},
        {"# Đầu\n| a | b |", "*A*:", "- **\\*A\\*:** \\# Đầu\\\n  \\| a \\| b \\|"},
        {"<script>", "", "- \\<script\\>"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(markdown_blocks({block(Kind::dash, c.text, c.lead)}, {}) == c.markdown);
    }
    const PaperTable table{{{.heading = "A|B"}}, {{"x\ny|z"}, {"+1.5"}}, false};
    CHECK(markdown_blocks({table_of(table)}, {}).find("| +1.5 |") != std::string::npos);
    CHECK(markdown_blocks({table_of(table)}, {}).find("A\\|B |\n") != std::string::npos);
    CHECK(markdown_blocks({table_of(table)}, {}).find("y\\|z |") != std::string::npos);
}
