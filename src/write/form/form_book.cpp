// The form of one expected report.

#include <fmt/format.h>

#include <algorithm>

#include "core/schedule/period_title.hpp"
#include "core/submission/form_keys.hpp"
#include "write/form/form_books.hpp"
#include "write/form/form_parts.hpp"
#include "write/kit/book/zip_check.hpp"

namespace plantool {
namespace {

using xlsx::Col;
using xlsx::Row;
using xlsx::Sheet;
using xlsx::Style;
using Typed = Sheet::Typed;

constexpr Col kKey = 0;
constexpr Col kLabel = 1;
constexpr Col kName = 2;
constexpr Col kValue = 3;
constexpr Col kSummary = 4;
constexpr Col kFirstFigure = 5;
constexpr double kRoomForText = 62;  // points: three lines and a little

class FormSheet {
  public:
    FormSheet(xlsx::Book& book, const LaidPlan& laid, RowIx row)
        : plan_(laid.plan),
          schedule_(laid.schedule),
          row_(schedule_.rows[row]),
          slot_(schedule_.slots[row_.slot]),
          obligation_(plan_.obligations[slot_.obligation]),
          agency_(agency_name_of(plan_, schedule_, row)),
          language_(book.language()),
          sheet_(book.add_sheet(say(Word::form_sheet, language_), agency_, 0x1F4E79)) {
        last_ = static_cast<Col>(
            std::max<std::size_t>(kSummary, kFirstFigure + plan_.indicators.size() - 1));
    }

    void write() {
        sheet_.landscape();
        sheet_.widths({3, 8, 26, 12, 58});
        for (Col col = kFirstFigure; col <= last_; ++col) sheet_.width(col, 13);
        write_keys();
        write_head();
        heading(Word::form_document);
        single(form::kNumber, Word::form_number, form::input_style());
        const auto date = at_;
        single(form::kDate, Word::form_date, form::day_input_style());
        sheet_.allow(date, kValue, date, kValue,
                     {.kind = Typed::Kind::day, .advice = say(Word::form_real_day, language_)});
        const auto nil = at_;
        single(form::kNil, Word::form_nil, form::input_style());
        sheet_.allow(nil, kValue, nil, kValue,
                     {.kind = Typed::Kind::one_of,
                      .choices = {"x"},
                      .advice = say(Word::form_only_x, language_)});
        heading(Word::form_results);
        write_results();
        heading(Word::form_texts);
        text(form::kDifficulties, Word::form_difficulties);
        text(form::kProposals, Word::form_proposals);
        text(form::kNext, Word::form_next);
        text(form::kNote, Word::form_note);
        sheet_.hide_column(kKey);
        sheet_.hide_row(0);
        sheet_.print(1, at_ - 1, last_);
        sheet_.protect_form();
    }

    std::string title() const { return fmt::format("{}: {}", obligation_.title.value, agency_); }

  private:
    void write_keys() {
        sheet_.text(0, kValue, form::kValue, form::key_style());
        sheet_.text(0, kSummary, form::kSummary, form::key_style());
        auto col = kFirstFigure;
        for (const auto& indicator : plan_.indicators) {
            sheet_.text(0, col++, indicator.id.value, form::key_style());
        }
    }

    void line(const std::string& text, const Style& style) {
        sheet_.merged(at_++, kLabel, last_, text, style);
    }

    void write_head() {
        line(say(Word::form_title, language_), xlsx::title_style());
        const auto centred = xlsx::with(form::label_style(), [](Style& s) {
            s.border = false;
            s.align = xlsx::Align::center;
        });
        line(obligation_.title.value, centred);
        const auto& plain = form::plain_style();
        line(say(Word::form_agency, language_, agency_), plain);
        line(say(Word::form_period, language_, period_heading(plan_, slot_, language_)), plain);
        const auto due = say(Word::due_by, language_, official_date(row_.due, language_));
        line(say(Word::form_due, language_, due_words(due)), plain);
        if (!plan_.head.inbox.empty()) {
            line(say(Word::form_inbox, language_, plan_.head.inbox), plain);
        }
        line(say(Word::form_how, language_), xlsx::with(plain, [](Style& s) { s.italic = true; }));
    }

    /// `official_date` begins with the word for day already.
    static std::string due_words(std::string text) {
        constexpr std::string_view kTwice = "ngày ngày ";
        const auto at = text.find(kTwice);
        if (at != std::string::npos) text.erase(at, kTwice.size() / 2);
        return text;
    }

    void heading(Word word) { line(say(word, language_), xlsx::heading_style()); }

    void single(std::string_view key, Word label, const Style& style) {
        sheet_.text(at_, kKey, key, form::key_style());
        sheet_.merged(at_, kLabel, kName, say(label, language_), form::label_style());
        sheet_.merged(at_, kValue, last_, "", style);
        ++at_;
    }

    void text(std::string_view key, Word label) {
        const auto row = at_;
        single(key, label, form::input_style());
        sheet_.height(row, kRoomForText);
    }

    void write_results() {
        const auto titles = form::titles_of(Word::form_columns, language_);
        const auto& header = xlsx::header_style();
        sheet_.text(at_, kLabel, titles[0], header);
        sheet_.merged(at_, kName, kValue, titles[1], header);
        sheet_.text(at_, kSummary, titles[2], header);
        auto col = kFirstFigure;
        for (const auto& indicator : plan_.indicators) {
            auto name = indicator.name.value;
            if (!indicator.unit.empty()) name += fmt::format(" ({})", indicator.unit.value);
            sheet_.text(at_, col++, name, header);
        }
        sheet_.repeat(at_, at_);
        ++at_;
        const auto first = at_;
        for (const auto task : tasks()) result(task);
        result(kNoTask);
        col = kFirstFigure;
        for (const auto& indicator : plan_.indicators) {
            const bool whole = indicator.type == FigureType::integer;
            sheet_.allow(first, col, at_ - 1, col,
                         {.kind = whole ? Typed::Kind::whole : Typed::Kind::decimal,
                          .min = indicator.min,
                          .max = indicator.max,
                          .advice = say(whole ? Word::form_whole_number : Word::form_decimal_number,
                                        language_)});
            ++col;
        }
    }

    /// Those that the report covers; a task that is reported on by itself has itself alone.
    std::vector<ObligationIx> tasks() const {
        if (obligation_.kind == ObligationKind::task) return {slot_.obligation};
        return {obligation_.covered.begin(), obligation_.covered.end()};
    }

    void result(ObligationIx task) {
        const bool whole = task == kNoTask;
        const auto id = whole ? std::string(form::kWhole) : plan_.obligations[task].id.value;
        sheet_.text(at_, kKey, id, form::key_style());
        const Style cell{.border = true};
        sheet_.text(at_, kLabel, whole ? "" : id, cell);
        sheet_.merged(
            at_, kName, kValue,
            whole ? say(Word::form_whole, language_) : plan_.obligations[task].title.value, cell);
        sheet_.blank(at_, kSummary, form::input_style());
        auto col = kFirstFigure;
        for (const auto& indicator : plan_.indicators) {
            const bool applies = whole ? !indicator.has_tasks : indicator.applies_to.contains(task);
            sheet_.blank(at_, col++, applies ? figure_style() : form::shut_style());
        }
        sheet_.keep_together(at_, at_);
        ++at_;
    }

    static Style figure_style() {
        return xlsx::with(form::input_style(), [](Style& s) { s.align = xlsx::Align::right; });
    }

    const Plan& plan_;
    const Schedule& schedule_;
    const ExpectedRow& row_;
    const Slot& slot_;
    const Obligation& obligation_;
    const std::string& agency_;
    Language language_;
    Sheet sheet_;
    Col last_ = kSummary;
    Row at_ = 1;
};

}  // namespace

void write_form(const AtomicFile& file, const LaidPlan& laid, RowIx row, Day as_of,
                Language language) {
    xlsx::Book book(file.path(), file.folder(), file.target(), language);
    FormSheet sheet(book, laid, row);
    form::set_properties(book, sheet.title(), as_of);
    sheet.write();
    const auto& expected = laid.schedule.rows[row];
    const auto& slot = laid.schedule.slots[expected.slot];
    form::add_key_sheet(book, {{"format", std::string(form::kFormFormat)},
                               {"plan", laid.plan.head.id.value},
                               {"obligation", laid.plan.obligations[slot.obligation].id.value},
                               {"period", slot.period.id},
                               {"agency", laid.plan.agencies[expected.agency].id.value},
                               {"as_of", format_date(as_of)}});
    book.close();
    require_sound_zip(file.path(), file.target());
}

}  // namespace plantool
