#include <fmt/format.h>

#include <algorithm>

#include "text/words.hpp"
#include "write/kit/book/book_text.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/sheets.hpp"

namespace plantool::xlsx {
namespace {

constexpr Col kLast = 4;
constexpr Row kHeader = Top::kNext;
constexpr std::size_t kMostLines = 12;  ///< in a row, so that pages break between rows
constexpr double kText = 68;

/// The sheet of what agencies say, band by band.
class Results {
  public:
    explicit Results(const Context& context)
        : c_(context), report_(context.report), sheet_(open_sheet(context, SheetId::results)) {}

    void write() {
        sheet_.landscape();
        sheet_.widths({15, 30, kText, 40, 17});
        add_links(c_, sheet_, SheetId::results, 0);
        add_sheet_top(c_, sheet_, say(Word::results_title, c_.language), kLast);
        sheet_.header(
            kHeader, {say(Word::column_part, c_.language), say(Word::agency_or_unit, c_.language),
                      say(Word::column_content, c_.language), say(Word::sheet_figures, c_.language),
                      say(Word::column_paper, c_.language)});
        if (!report_.general.empty()) general();
        for (const auto& task : report_.tasks) section(task);
        remarks(say(Word::difficulties, c_.language), say(Word::difficulties_heading, c_.language),
                &Remarks::difficulties);
        remarks(say(Word::next, c_.language), say(Word::next_heading, c_.language), &Remarks::next);
        remarks(say(Word::proposals, c_.language), say(Word::proposals_heading, c_.language),
                &Remarks::proposals);
        sheet_.freeze(kHeader + 1, 0);
        sheet_.repeat(kHeader, kHeader);
        sheet_.filter(kHeader, row_ - 1, kLast);
        sheet_.print(Top::kTitle, row_ - 1, kLast);
    }

  private:
    void band(const std::string& part, const std::string& title) {
        static const Style style{.bold = true, .border = true, .middle = true, .fill = 0xEEF2F6};
        sheet_.keep_together(row_, row_ + 1);  // a heading with the first row below it
        sheet_.text(row_, 0, part, style);
        sheet_.merged(row_++, 1, kLast, title, style);
    }

    /// What is said of the whole, before the tasks.
    void general() {
        const auto part = say(Word::general_part, c_.language);
        band(part, say(Word::general_results, c_.language));
        for (const auto& one : report_.general) {
            line(part, one.agency, one.summary, figures_text(report_, one.figures, c_.language),
                 one.row);
        }
    }

    void section(const TaskSection& section) {
        const auto& task = report_.plan().obligations[section.task];
        const auto lead = say(Word::lead, c_.language, lead_names(report_, task, c_.language));
        band(task.id.value, fmt::format("{} ({})", task.title.value, lead));
        for (const auto& part : section.contributions) {
            line(task.id.value, part.agency, part.summary,
                 figures_text(report_, part.figures, c_.language), part.row);
        }
        if (section.contributions.empty()) {
            nothing(task.id.value, say(Word::no_contribution, c_.language));
        }
    }

    void remarks(const std::string& part, const std::string& title, std::string Remarks::*field) {
        band(part, title);
        bool any = false;
        for (const auto& remark : report_.remarks) {
            if ((remark.*field).empty()) continue;
            line(part, remark.agency, remark.*field, "", remark.row);
            any = true;
        }
        if (!any) nothing(part, say(Word::no_remark, c_.language));
    }

    /// What one agency says: in as many rows as it takes, for a row has an end.
    void line(const std::string& part, AgencyIx agency, const std::string& text,
              const std::string& figures, RowIx row) {
        const auto pieces = pieces_of(text, kText, cell_style(), kMostLines);
        for (std::size_t i = 0; i < pieces.size(); ++i, ++row_) {
            const bool first = i == 0;
            const auto style = with(cell_style(), [&](Style& s) {
                s.middle = false;
                s.open_top = !first;
                s.open_bottom = i + 1 < pieces.size();
            });
            const auto name = agency_name(report_, agency);
            sheet_.text(row_, 0, part, style);
            sheet_.text(row_, 1, first ? name : name + say(Word::continued, c_.language), style);
            sheet_.text(row_, 2, pieces[i], style);
            sheet_.text(row_, 3, first ? figures : "", style);
            sheet_.text(row_, 4, first ? document_of(row) : "", style);
        }
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

    void nothing(const std::string& part, const std::string& text) {
        sheet_.text(row_, 0, part, cell_style());
        sheet_.merged(row_++, 1, kLast, text,
                      with(cell_style(), [](Style& s) { s.italic = true; }));
    }

    const Context& c_;
    const Report& report_;
    Sheet sheet_;
    Row row_ = kHeader + 1;
};

}  // namespace

void add_results_sheet(const Context& context) {
    Results(context).write();
}

}  // namespace plantool::xlsx
