#include "write/report/page/html_blocks.hpp"

#include <fmt/format.h>

#include <utility>

#include "write/kit/html_escape.hpp"

namespace plantool {
namespace {

/// Lines of a text stay lines: the paragraphs and lists of whoever wrote it.
std::string lines_of(std::string_view text) {
    std::string out;
    while (true) {
        const auto end = text.find('\n');
        const auto line = escape_html(text.substr(0, end));
        if (!line.empty() && !out.empty()) out += "<br>";
        out += line;
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

/// The cell of a bar: as many tenths as there are blocks in it.
std::string bar_of(const std::string& blocks) {
    constexpr std::size_t kBytesOfBlock = 3;
    return fmt::format(
        "<svg class=\"rate\" aria-hidden=\"true\"><rect class=\"whole\" width=\"100%\" "
        "height=\"100%\"/>"
        "<rect width=\"{}%\" height=\"100%\"/></svg>",
        blocks.size() / kBytesOfBlock * 10);
}

class Writer {
  public:
    explicit Writer(const BlockSetting& setting)
        : setting_(setting), lang_(lang_attribute(setting.language, setting.plan_language)) {}

    std::string run(const std::vector<PaperBlock>& blocks) {
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const auto& block = blocks[i];
            const bool item = block.kind == PaperBlock::Kind::dash;
            if (item != in_list_) out_ += item ? "<ul class=\"said\">\n" : "</ul>\n";
            in_list_ = item;
            const bool above_table = block.kind == PaperBlock::Kind::intro &&
                                     i + 1 < blocks.size() &&
                                     blocks[i + 1].kind == PaperBlock::Kind::table;
            if (above_table) {
                caption_ = escape_html(block.text);
            } else {
                add(block);
            }
        }
        if (in_list_) out_ += "</ul>\n";
        return std::move(out_);
    }

  private:
    void add(const PaperBlock& block) {
        const auto* lang = block.quoted ? lang_.c_str() : "";
        switch (block.kind) {
            case PaperBlock::Kind::heading: {
                const auto number =
                    setting_.in_annex ? std::string() : fmt::format("{}. ", ++headings_);
                out_ += fmt::format("<h3{}>{}{}</h3>\n", lang, number, escape_html(block.text));
                return;
            }
            case PaperBlock::Kind::intro:
                if (setting_.in_annex) {
                    out_ += fmt::format("<h3>{}</h3>\n", escape_html(block.text));
                    return;
                }
                [[fallthrough]];
            case PaperBlock::Kind::paragraph:
                out_ += fmt::format("<p>{}</p>\n", linked(lines_of(block.text)));
                return;
            case PaperBlock::Kind::dash: {
                const auto lead = escape_html(block.lead);
                out_ += fmt::format("<li{}>{}{}</li>\n", lang,
                                    lead.empty() ? "" : "<strong>" + lead + "</strong> ",
                                    lines_of(block.text));
                return;
            }
            case PaperBlock::Kind::remark:
                out_ += fmt::format("<p class=\"quiet remark\">{}</p>\n", escape_html(block.text));
                return;
            case PaperBlock::Kind::table:
                return add_table(block.table);
        }
    }

    /// With links to the annexes that it names. No name begins another one that a digit of it does
    /// not go on: "Phụ lục I", "Phụ lục II".
    std::string linked(std::string text) const {
        for (const auto& [name, id] : setting_.anchors) {
            const auto link = fmt::format("<a href=\"#{}\">{}</a>", id, name);
            for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
                const auto after = at + name.size();
                constexpr std::string_view kRoman = "IVX<";
                const bool longer =
                    after < text.size() && kRoman.find(text[after]) != std::string_view::npos;
                if (longer) {
                    at = after;
                    continue;
                }
                text.replace(at, name.size(), link);
                at += link.size();
            }
        }
        return text;
    }

    void add_table(const PaperTable& table) {
        const auto told = std::exchange(caption_, {});
        // What the heading above says already is said only to those who do not see it.
        const auto caption = told.empty() ? escape_html(setting_.title) : told;
        const bool sortable = table.rows.size() > 1 && !table.has_total;
        out_ += fmt::format(
            "<div class=\"scroll\" role=\"region\" aria-label=\"{0}\" tabindex=\"0\"><table{1}>\n"
            "<caption{2}>{0}</caption>\n",
            caption, sortable ? " class=\"sortable\"" : "",
            told.empty() ? " class=\"unseen\"" : "");
        const auto who = column_of_names(table);
        const auto order = order_of(table, who);
        out_ += "<thead><tr>";
        for (const auto i : order) {
            const auto& column = table.columns[i];
            out_ += fmt::format("<th scope=\"col\"{}>{}</th>", class_of(column, i == who, true),
                                escape_html(column.heading));
        }
        out_ += "</tr></thead>\n<tbody>\n";
        for (const auto& row : table.rows) {
            const bool total = table.has_total && &row == &table.rows.back();
            out_ += total ? "<tr class=\"total\">" : "<tr>";
            for (const auto i : order) add_cell(table.columns[i], row[i], i == who);
            out_ += "</tr>\n";
        }
        out_ += "</tbody></table></div>\n";
    }

    void add_cell(const PaperColumn& column, const std::string& text, bool names) {
        const auto content = column.of_bar ? bar_of(text) : lines_of(text);
        const auto attributes =
            class_of(column, names, false) + (column.of_plan ? lang_ : std::string());
        out_ += names ? fmt::format("<th scope=\"row\"{}>{}</th>", attributes, content)
                      : fmt::format("<td{}>{}</td>", attributes, content);
    }

    /// The result behind the names, where a narrow screen shows it.
    static std::vector<std::size_t> order_of(const PaperTable& table, std::size_t who) {
        std::vector<std::size_t> order;
        const auto add = [&](std::size_t from, std::size_t to, bool results) {
            for (auto i = from; i < to; ++i) {
                if (table.columns[i].of_result == results) order.push_back(i);
            }
        };
        add(0, who + 1, false);
        add(0, table.columns.size(), true);
        add(who + 1, table.columns.size(), false);
        return order;
    }

    /// The first column that says what a row is of.
    static std::size_t column_of_names(const PaperTable& table) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (!table.columns[i].of_number) return i;
        }
        return 0;
    }

    static std::string class_of(const PaperColumn& column, bool names, bool header) {
        constexpr double kWide = 2.4;
        if (names) return header ? " class=\"who\"" : "";
        if (column.of_number) return " class=\"count\"";
        return !header && !column.of_bar && column.share >= kWide ? " class=\"long\"" : "";
    }

    const BlockSetting& setting_;
    std::string lang_;
    std::string out_;
    std::string caption_;
    bool in_list_ = false;
    int headings_ = 0;
};

}  // namespace

std::string html_blocks(const std::vector<PaperBlock>& blocks, const BlockSetting& setting) {
    return Writer(setting).run(blocks);
}

std::string lang_attribute(Language page, const std::string& plan_language) {
    if (plan_language == language_id(page)) return "";
    return fmt::format(" lang=\"{}\"", escape_html(plan_language));
}

}  // namespace plantool
