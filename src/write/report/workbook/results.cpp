#include <algorithm>
#include <vector>

#include "text/words.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/sheets.hpp"

namespace plantool::xlsx {
namespace {

constexpr Row kHeader = Top::kNext;
constexpr Col kFirstIndicator = 5;

Style open_cell() {
    return with(cell_style(), [](Style& s) {
        s.middle = false;
        s.unlocked = true;
    });
}

/// The sheet of what agencies say: a line for what one says of one task, or besides.
class Results {
  public:
    explicit Results(const Context& context)
        : c_(context), report_(context.report), sheet_(open_sheet(context, SheetId::results)) {
        for (const auto& table : report_.indicators) {
            styles_.push_back(with(number_style(), [&](Style& s) {
                s.middle = false;
                s.unlocked = true;
                s.number = number_format(table_decimals(report_, table));
            }));
        }
    }

    void write() {
        const auto& indicators = report_.indicators;
        const auto last = static_cast<Col>(kFirstIndicator + indicators.size() - 1);
        std::vector<double> widths = {10, 26, 28, 64, 17};
        widths.resize(widths.size() + indicators.size(), 10);
        sheet_.landscape();
        sheet_.widths(widths);
        add_links(c_, sheet_, SheetId::results, 0);
        add_sheet_top(c_, sheet_, say(Word::results_title, c_.language), last);
        contributions(say(Word::general_part, c_.language), say(Word::general_results, c_.language),
                      report_.general);
        for (const auto& section : report_.tasks) {
            const auto& task = report_.plan().obligations[section.task];
            contributions(task.id.value, task.title.value, section.contributions);
        }
        remarks(Word::difficulties, Word::difficulties_heading, &Remarks::difficulties);
        remarks(Word::next, Word::next_heading, &Remarks::next);
        remarks(Word::proposals, Word::proposals_heading, &Remarks::proposals);
        if (row_ == kHeader + 1) {
            sheet_.text(row_++, 1, say(Word::no_contribution, c_.language), open_cell());
        }
        sheet_.table(kHeader, row_ - 1, headings(), say(Word::name_results, c_.language));
        sheet_.freeze(kHeader + 1, 3);
        sheet_.repeat(kHeader, kHeader);
        sheet_.print(Top::kTitle, row_ - 1, last);
    }

  private:
    std::vector<std::string> headings() const {
        std::vector<std::string> out = {
            say(Word::column_part, c_.language), say(Word::column_title, c_.language),
            say(Word::agency_or_unit, c_.language), say(Word::column_content, c_.language),
            say(Word::column_paper, c_.language)};
        for (const auto& table : report_.indicators) {
            out.push_back(report_.plan().indicators[table.indicator].name.value);
        }
        return out;
    }

    void contributions(const std::string& part, const std::string& title,
                       const std::vector<TaskContribution>& all) {
        for (const auto& one : all) {
            for (std::size_t i = 0; i < styles_.size(); ++i) {
                const auto indicator = report_.indicators[i].indicator;
                const auto col = static_cast<Col>(kFirstIndicator + i);
                const auto given = std::find_if(
                    one.figures.begin(), one.figures.end(),
                    [&](const Figure& figure) { return figure.indicator == indicator; });
                if (given == one.figures.end()) {
                    sheet_.blank(row_, col, styles_[i]);
                } else {
                    sheet_.number(row_, col, given->value, styles_[i]);
                }
            }
            line(part, title, one.agency, one.summary, one.row);
        }
    }

    void remarks(Word part, Word title, std::string Remarks::*field) {
        for (const auto& remark : report_.remarks) {
            if ((remark.*field).empty()) continue;
            for (std::size_t i = 0; i < report_.indicators.size(); ++i) {
                sheet_.blank(row_, static_cast<Col>(kFirstIndicator + i), open_cell());
            }
            line(say(part, c_.language), say(title, c_.language), remark.agency, remark.*field,
                 remark.row);
        }
    }

    void line(const std::string& part, const std::string& title, AgencyIx agency,
              const std::string& text, RowIx row) {
        sheet_.text(row_, 0, part, open_cell());
        sheet_.text(row_, 1, title, open_cell());
        sheet_.text(row_, 2, agency_name(report_, agency), open_cell());
        sheet_.text(row_, 3, text, open_cell());
        sheet_.text(row_++, 4, document_of(row), open_cell());
    }

    /// Of the paper whose content is shown.
    std::string document_of(RowIx row) const {
        auto source = std::lower_bound(
            report_.counted.begin(), report_.counted.end(), row,
            [](const ReportSource& one, RowIx wanted) { return one.row < wanted; });
        for (; source != report_.counted.end() && source->row == row; ++source) {
            if (source->content) return source->paper.document;
        }
        return {};
    }

    const Context& c_;
    const Report& report_;
    Sheet sheet_;
    std::vector<Style> styles_;  ///< of the figures of each indicator
    Row row_ = kHeader + 1;
};

}  // namespace

void add_results_sheet(const Context& context) {
    Results(context).write();
}

}  // namespace plantool::xlsx
