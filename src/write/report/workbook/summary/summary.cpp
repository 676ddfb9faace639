#include <algorithm>
#include <string>

#include "text/words.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/summary/summary_part.hpp"
#include "write/status/wording.hpp"

namespace plantool::xlsx {
namespace {

constexpr Col kLeftHead = 2;  ///< last column of the head's left half
constexpr std::size_t kMostUrgent = 10;

Style centered(double size, bool bold, bool italic = false) {
    return {.bold = bold, .italic = italic, .align = Align::center, .middle = true, .size = size};
}

/// The head of the document, what is most urgent, and the order of all parts.
class Summary : private SummaryPart {
  public:
    using SummaryPart::SummaryPart;

    /// From top to bottom.
    void write(SummarySheet& sheet) {
        add_links(c_, sheet_, SheetId::summary, 1);
        head();
        title();
        write_key_figures(sheet);
        attention();
        quiet();
        write_totals(sheet);
        row_ = add_signatures(c_, sheet_, row_, kLast);
        // What is below stays on the screen: the leader reads one page.
        const auto printed = row_ - 1;
        write_groups(sheet);
        write_receipt(sheet);
        sheet_.freeze(1, 0);
        sheet_.print_on_one_page(1, printed, kLast);
    }

  private:
    void head() {
        const auto head = paper_head(report_, c_.language);
        const auto half = [&](Col from, Col to, const HeadLine& line) {
            auto style = centered(12, line.bold, line.italic);
            style.underline = line.underline;
            sheet_.merged(row_, from, to, line.text, style);
        };
        for (std::size_t i = 0; i < head.left.size(); ++i, ++row_) {
            half(0, kLeftHead, head.left[i]);
            half(kLeftHead + 1, kLast, head.right[i]);
        }
        ++row_;
    }

    void title() {
        across(say(Word::report_heading, c_.language), title_style());
        across(report_title(report_, c_.language), title_style());
        for (const auto& note : note_lines(report_, c_.language)) {
            across(say(Word::note_before, c_.language) + note, centered(12, true, true));
        }
        ++row_;
        across(opening(report_, c_.language), {.size = 12});
        ++row_;
    }

    /// A short text as a link to another sheet. LibreOffice does not break the lines of a link.
    void link(const std::string& text, SheetId to) {
        sheet_.link(row_++, 0, kLast, sheet_name(to, c_.language), 0, text,
                    with(link_style(), [](Style& s) { s.size = 12; }));
    }

    void attention() {
        sheet_.keep_together(row_, row_ + 2);
        heading(say(Word::attention_heading, c_.language));
        if (report_.attention.empty()) {
            across(say(Word::none_outstanding, c_.language), {});
            ++row_;
            return;
        }
        attention_row(say(Word::ordinal, c_.language), say(Word::agency_or_unit, c_.language),
                      header_style());
        sheet_.text(row_, 4, say(Word::column_due_day, c_.language), header_style());
        sheet_.merged(row_, 5, 6, say(Word::state, c_.language), header_style());
        sheet_.text(row_++, 7, say(Word::column_days_late, c_.language), header_style());
        const auto shown = std::min(report_.attention.size(), kMostUrgent);
        for (std::size_t i = 0; i < shown; ++i) urgent(i);
        if (shown < report_.attention.size()) {
            link(say(Word::attention_more, c_.language, report_.attention.size() - shown),
                 SheetId::follow_up);
        }
        ++row_;
    }

    void attention_row(const std::string& number, const std::string& agency, const Style& style) {
        sheet_.text(row_, 0, number, with(style, [](Style& s) { s.align = Align::center; }));
        sheet_.merged(row_, 1, 3, agency, style);
    }

    void urgent(std::size_t i) {
        const auto& row = report_.attention[i];
        auto name = agency_name(report_, agency_of(report_, row.row));
        if (report_.obligations.size() > 1) {
            name += "\n" + obligation_label(obligation_of(report_, row.row));
        }
        attention_row(std::to_string(i + 1), name, cell_style());
        sheet_.date(row_, 4, due_of(report_, row.row), cell_style());
        sheet_.merged(row_, 5, 6, state_label(row.state, c_.language), state_style(row.state));
        sheet_.number(row_++, 7, row.days_late.value_or(0), counted());
    }

    void quiet() {
        if (report_.quiet.empty()) return;
        const auto& longest = report_.quiet.front();
        const auto& task = report_.plan().obligations[longest.obligation];
        across(say(Word::quiet_note, c_.language, report_.quiet.size(),
                   quiet_limit_text(report_, c_.language), agency_name(report_, longest.agency),
                   task.id.value, longest.quiet_days),
               {});
        link(say(Word::see_follow_up, c_.language), SheetId::follow_up);
        ++row_;
    }
};

}  // namespace

void add_summary_sheet(const Context& context) {
    SummarySheet summary{.context = context, .sheet = open_sheet(context, SheetId::summary)};
    summary.sheet.widths({5, 14, 13, 10, 11, 12, 11, 11});
    Summary(summary).write(summary);
}

}  // namespace plantool::xlsx
