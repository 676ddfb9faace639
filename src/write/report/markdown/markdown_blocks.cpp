#include "write/report/markdown/markdown_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "write/kit/markdown_escape.hpp"

namespace plantool {
namespace {

/// Lines of a text stay lines: the paragraphs and lists of whoever wrote it.
std::string lines_of(std::string_view text, std::string_view indent) {
    std::string out;
    while (true) {
        const auto end = text.find('\n');
        const auto line = escape_markdown(text.substr(0, end));
        if (!line.empty() && !out.empty()) out += fmt::format("\\\n{}", indent);
        out += line;
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

class Writer {
  public:
    explicit Writer(const BlockSetting& setting) : setting_(setting) {}

    std::string run(const std::vector<PaperBlock>& blocks) {
        for (const auto& block : blocks) {
            // An item goes on with the list above it; all else stands apart.
            const bool item = block.kind == PaperBlock::Kind::dash;
            if (!out_.empty() && !(item && in_list_)) out_ += "\n";
            in_list_ = item;
            add(block);
        }
        while (out_.ends_with('\n')) out_.pop_back();
        return std::move(out_);
    }

  private:
    void add(const PaperBlock& block) {
        switch (block.kind) {
            case PaperBlock::Kind::heading:
                return add_heading(block.text);
            case PaperBlock::Kind::paragraph:
            case PaperBlock::Kind::intro:
                out_ += lines_of(block.text, "") + "\n";
                return;
            case PaperBlock::Kind::dash: {
                const auto lead = escape_markdown(block.lead);
                out_ += fmt::format("- {}{}\n", lead.empty() ? "" : "**" + lead + "** ",
                                    lines_of(block.text, "  "));
                return;
            }
            case PaperBlock::Kind::remark:
                out_ += fmt::format("*{}*\n", escape_markdown(block.text));
                return;
            case PaperBlock::Kind::table:
                return add_table(block.table);
        }
    }

    void add_heading(std::string_view text) {
        if (setting_.in_annex) {
            out_ += fmt::format("### {}\n", escape_markdown(text));
        } else {
            out_ += fmt::format("### {}. {}\n", ++headings_, escape_markdown(text));
        }
    }

    void add_table(const PaperTable& table) {
        // pandoc shares the width among columns by their dashes.
        constexpr double kDashes = 5;
        std::string rule = "|";
        out_ += "|";
        for (const auto& column : table.columns) {
            out_ += fmt::format(" {} |", escape_markdown_within(column.heading));
            const auto dashes = std::max(3, static_cast<int>(column.share * kDashes));
            rule += std::string(static_cast<std::size_t>(dashes), '-');
            rule += column.of_number ? ":|" : "|";
        }
        out_ += "\n" + rule + "\n";
        for (const auto& row : table.rows) {
            const bool total = table.has_total && &row == &table.rows.back();
            out_ += "|";
            for (const auto& cell : row) {
                const auto text = escape_markdown_within(cell);
                out_ += total && !text.empty() ? fmt::format(" **{}** |", text)
                                               : fmt::format(" {} |", text);
            }
            out_ += "\n";
        }
    }

    const BlockSetting& setting_;
    std::string out_;
    bool in_list_ = false;
    int headings_ = 0;
};

}  // namespace

std::string markdown_blocks(const std::vector<PaperBlock>& blocks, const BlockSetting& setting) {
    return Writer(setting).run(blocks);
}

}  // namespace plantool
