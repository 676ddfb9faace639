#include <fmt/format.h>

#include "text/words.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/sheets.hpp"

namespace plantool::xlsx {
namespace {

constexpr Col kLast = 7;

Style centred() {
    return with(cell_style(), [](Style& s) { s.align = Align::center; });
}

/// The sheet of provenance, block by block.
class Sources {
  public:
    explicit Sources(const Context& context)
        : c_(context), report_(context.report), sheet_(open_sheet(context, SheetId::sources)) {}

    void write() {
        sheet_.landscape();
        sheet_.widths({5, 34, 20, 12, 12, 15, 40, 36});
        add_links(c_, sheet_, SheetId::sources, 1);
        add_sheet_top(c_, sheet_, say(Word::sources_title, c_.language), kLast);
        row_ = Top::kNext;
        facts();
        assumptions();
        counted();
        refused();
        const auto printed = row_ - 1;
        inputs();
        sheet_.freeze(Top::kNext, 0);
        sheet_.repeat(Top::kTitle, Top::kTitle);
        sheet_.print(Top::kTitle, printed, kLast);
    }

  private:
    void fact(const std::string& label, const std::string& text) {
        sheet_.merged(row_, 0, 1, label, with(cell_style(), [](Style& s) { s.bold = true; }));
        sheet_.merged(row_++, 2, kLast, text, cell_style());
    }

    void heading(const std::string& text) {
        ++row_;
        sheet_.keep_together(row_, row_ + 2);  // with the table's header and first row
        sheet_.merged(row_++, 0, kLast, text, heading_style());
    }

    void none(const std::string& text) { sheet_.merged(row_++, 0, kLast, text, cell_style()); }

    std::string date(Day day) const { return official_date(day, c_.language); }

    void facts() {
        const auto& head = report_.plan().head;
        fact(say(Word::fact_as_of, c_.language), date(report_.as_of()));
        fact(say(Word::plan, c_.language),
             fmt::format("{}; {}; {}", head.number, date(head.issued), head.title));
        if (head.implements) {
            fact(say(Word::fact_programme, c_.language),
                 fmt::format("{} {}", head.implements->number, head.implements->title));
        }
        fact(say(Word::fact_period, c_.language),
             fmt::format("{}: {} – {}", report_period(report_, c_.language),
                         short_date(report_.period.span.from, c_.language),
                         short_date(report_.period.span.to, c_.language)));
        fact(say(Word::fact_window, c_.language),
             fmt::format("{} – {}", short_date(report_.window.from, c_.language),
                         short_date(report_.window.to, c_.language)));
        for (const auto ix : report_.slots) obligation(report_.schedule().slots[ix]);
        if (report_.before) {
            fact(say(Word::fact_compared_with, c_.language), before_label(report_, c_.language));
        }
        fact(say(Word::fact_program, c_.language), "plantool " PLANTOOL_VERSION);
    }

    void obligation(const Slot& slot) {
        const auto& o = report_.plan().obligations[slot.obligation];
        auto text =
            fmt::format("{}; {}", obligation_label(o),
                        say(Word::due_of_report, c_.language, due_in_words(slot, c_.language)));
        if (!o.why.source.empty()) text += say(Word::by_clause, c_.language, o.why.source);
        fact(say(Word::fact_report, c_.language), text);
    }

    void assumptions() {
        heading(say(Word::assumptions_heading, c_.language));
        if (report_.assumptions.empty()) return none(say(Word::none, c_.language));
        sheet_.text(row_, 0, say(Word::ordinal, c_.language), header_style());
        sheet_.text(row_, 1, say(Word::column_about, c_.language), header_style());
        sheet_.text(row_, 2, say(Word::column_clause, c_.language), header_style());
        sheet_.merged(row_++, 3, kLast, say(Word::column_assumption, c_.language), header_style());
        int number = 0;
        for (const auto& assumption : report_.assumptions) {
            std::string about(assumption_label(assumption.kind, c_.language));
            for (std::size_t i = 0; i < assumption.names.size(); ++i) {
                about += (i == 0 ? ": " : "; ") + assumption.names[i];
            }
            sheet_.number(row_, 0, ++number, centred());
            sheet_.text(row_, 1, about, cell_style());
            sheet_.text(row_, 2, assumption.why.source, cell_style());
            sheet_.merged(row_++, 3, kLast, assumption.why.assumed, cell_style());
        }
    }

    void counted() {
        heading(say(Word::counted_heading, c_.language));
        if (report_.counted.empty()) return none(say(Word::none_yet, c_.language));
        sheet_.header(
            row_++,
            {say(Word::ordinal, c_.language), say(Word::agency_or_unit, c_.language),
             say(Word::document_number, c_.language), say(Word::column_dated, c_.language),
             say(Word::day_received, c_.language), say(Word::column_counted_for, c_.language),
             say(Word::column_file, c_.language), say(Word::column_own_note, c_.language)});
        int number = 0;
        for (const auto& source : report_.counted) {
            const auto& paper = source.paper;
            sheet_.number(row_, 0, ++number, centred());
            sheet_.text(row_, 1, agency_name(report_, agency_of(report_, source.row)),
                        cell_style());
            sheet_.text(row_, 2, paper.document, cell_style());
            optional_date(3, paper.document_date);
            sheet_.date(row_, 4, paper.received->day, cell_style());
            sheet_.text(row_, 5, counted_for(source, c_.language), cell_style());
            sheet_.text(row_, 6, place_of(paper.origin), cell_style());
            sheet_.text(row_++, 7, paper.note, cell_style());
        }
    }

    void optional_date(Col col, std::optional<Day> day) {
        if (day) {
            sheet_.date(row_, col, *day, cell_style());
        } else {
            sheet_.blank(row_, col, cell_style());
        }
    }

    void refused() {
        heading(say(Word::refused_heading, c_.language));
        if (report_.refused.empty()) {
            none(say(Word::none, c_.language));
        } else {
            sheet_.header(
                row_++,
                {say(Word::ordinal, c_.language), say(Word::agency_or_unit, c_.language),
                 say(Word::document_number, c_.language), "", say(Word::day_received, c_.language),
                 say(Word::column_reason, c_.language), say(Word::column_file, c_.language),
                 say(Word::note, c_.language)});
        }
        int number = 0;
        for (const auto& paper : report_.refused) refused(++number, paper);
        if (report_.refused_elsewhere == 0) return;
        none(say(Word::refused_elsewhere, c_.language, report_.refused_elsewhere));
    }

    void refused(int number, const CitedPaper& paper) {
        sheet_.number(row_, 0, number, centred());
        sheet_.text(row_, 1,
                    paper.agency ? agency_name(report_, *paper.agency)
                                 : say(Word::agency_unknown, c_.language),
                    cell_style());
        sheet_.text(row_, 2, paper.document, cell_style());
        sheet_.blank(row_, 3, cell_style());
        optional_date(4, day_of(paper.received));
        sheet_.text(row_, 5, refusal_reasons(paper, c_.language), cell_style());
        sheet_.text(row_, 6, place_of(paper.origin), cell_style());
        const auto hint = paper.slot ? std::string() : say(Word::period_unknown, c_.language);
        sheet_.text(row_++, 7, hint, cell_style());
    }

    /// What the papers say is checked by; nobody reads it on paper.
    void inputs() {
        heading(say(Word::files_heading, c_.language));
        fact(say(Word::fact_digest, c_.language), report_.inputs.digest.empty()
                                                      ? say(Word::no_digest, c_.language)
                                                      : report_.inputs.digest);
        if (report_.inputs.files.empty()) return none(say(Word::none, c_.language));
        sheet_.text(row_, 0, say(Word::ordinal, c_.language), header_style());
        sheet_.merged(row_, 1, 3, say(Word::column_file, c_.language), header_style());
        sheet_.merged(row_++, 4, kLast, "SHA-256", header_style());
        int number = 0;
        for (const auto& file : report_.inputs.files) {
            sheet_.number(row_, 0, ++number, centred());
            sheet_.merged(row_, 1, 3, file.name, cell_style());
            sheet_.merged(row_++, 4, kLast, file.sha256, cell_style());
        }
    }

    const Context& c_;
    const Report& report_;
    Sheet sheet_;
    Row row_ = 0;
};

}  // namespace

void add_sources_sheet(const Context& context) {
    Sources(context).write();
}

}  // namespace plantool::xlsx
