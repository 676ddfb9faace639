// The register of incoming reports (sổ theo dõi).

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/schedule/period_title.hpp"
#include "core/submission/form_keys.hpp"
#include "write/form/form_books.hpp"
#include "write/form/form_parts.hpp"
#include "write/kit/book/zip_check.hpp"
#include "write/status/wording.hpp"

namespace plantool {
namespace {

using xlsx::Col;
using xlsx::Row;
using xlsx::Sheet;
using xlsx::Style;
using Typed = Sheet::Typed;

/// The columns, of which those with a key are read back.
enum Column : Col {
    agency,
    obligation,
    period,
    number,
    agency_name,
    title,
    period_name,
    due,
    received,
    document_number,
    document_date,
    via,
    nil,
    note,
    state,
    plan,
};

/// Of form::kRegisterColumns, in their order.
constexpr std::array kKeyed = {agency,          obligation,    period, due, received,
                               document_number, document_date, via,    nil, note};
static_assert(kKeyed.size() == form::kRegisterColumns.size());

class RegisterSheet {
  public:
    RegisterSheet(xlsx::Book& book, std::span<const Status> plans)
        : plans_(plans),
          language_(book.language()),
          sheet_(book.add_sheet(say(Word::register_sheet, language_),
                                say(Word::register_title, language_), 0x1F4E79)) {}

    void write() {
        sheet_.landscape();
        sheet_.widths({3, 3, 3, 5, 34, 34, 18, 12, 12, 18, 12, 10, 10, 24, 14});
        write_keys();
        const auto& italic = xlsx::with(form::plain_style(), [](Style& s) { s.italic = true; });
        sheet_.merged(1, number, state, say(Word::register_title, language_), xlsx::title_style());
        sheet_.merged(2, number, state, say(Word::register_how, language_), italic);
        Col col = number;
        for (const auto& name : form::titles_of(Word::register_columns, language_)) {
            sheet_.text(kHeader, col++, name, xlsx::header_style());
        }
        for (const auto& status : plans_) {
            for (const auto& row : status.rows) line(*status.assessment, row);
        }
        if (at_ > kHeader + 1) allow();
        for (const Col hidden : {agency, obligation, period}) sheet_.hide_column(hidden);
        if (plans_.size() > 1) sheet_.hide_column(plan);
        sheet_.hide_row(0);
        sheet_.freeze(kHeader + 1, 0);
        sheet_.repeat(kHeader, kHeader);
        sheet_.print(1, at_ - 1, state);
        sheet_.protect_form();
    }

  private:
    static constexpr Row kHeader = 3;

    void write_keys() {
        for (std::size_t i = 0; i < kKeyed.size(); ++i) {
            sheet_.text(0, kKeyed[i], form::kRegisterColumns[i], form::key_style());
        }
        if (plans_.size() > 1) sheet_.text(0, plan, form::kRegisterPlan, form::key_style());
    }

    void line(const Assessment& assessment, const StatusRow& row) {
        const auto& of = assessment.plan();
        const auto& schedule = assessment.schedule();
        const auto& expected = schedule.rows[row.row];
        const auto& slot = schedule.slots[expected.slot];
        const auto& o = of.obligations[slot.obligation];
        const Style cell{.border = true};
        const auto& key = form::key_style();
        sheet_.text(at_, agency, of.agencies[expected.agency].id.value, key);
        sheet_.text(at_, obligation, o.id.value, key);
        sheet_.text(at_, period, slot.period.id, key);
        sheet_.number(at_, number, static_cast<double>(at_ - kHeader), cell);
        sheet_.text(at_, agency_name, agency_name_of(of, schedule, row.row), cell);
        sheet_.text(at_, title, obligation_label(o), cell);
        sheet_.text(at_, period_name, period_heading(of, slot, language_), cell);
        sheet_.date(at_, due, expected.due, cell);
        const auto& input = form::input_style();
        const auto day = form::day_input_style();
        sheet_.blank(at_, received, day);
        sheet_.blank(at_, document_number, input);
        sheet_.blank(at_, document_date, day);
        for (const Col col : {via, nil, note}) sheet_.blank(at_, col, input);
        sheet_.text(at_, state, state_label(row.state, language_), xlsx::state_style(row.state));
        if (plans_.size() > 1) sheet_.text(at_, plan, of.head.id.value, key);
        ++at_;
    }

    void allow() {
        const auto first = kHeader + 1;
        const auto last = at_ - 1;
        for (const Col col : {received, document_date}) {
            sheet_.allow(first, col, last, col,
                         {.kind = Typed::Kind::day, .advice = say(Word::form_real_day, language_)});
        }
        sheet_.allow(first, via, last, via,
                     {.kind = Typed::Kind::one_of,
                      .choices = {"email", "post", "hand", "portal", "other"},
                      .advice = say(Word::register_ways, language_)});
        sheet_.allow(first, nil, last, nil,
                     {.kind = Typed::Kind::one_of,
                      .choices = {"x"},
                      .advice = say(Word::form_only_x, language_)});
    }

    std::span<const Status> plans_;
    Language language_;
    Sheet sheet_;
    Row at_ = kHeader + 1;
};

}  // namespace

void write_register(const AtomicFile& file, std::span<const Status> plans, Day as_of,
                    Language language) {
    xlsx::Book book(file.path(), file.folder(), file.target(), language);
    form::set_properties(book, say(Word::register_title, language), as_of);
    RegisterSheet(book, plans).write();
    const auto plan = plans.size() == 1 ? plans.front().assessment->plan().head.id.value : "";
    form::add_key_sheet(book, {{"format", std::string(form::kRegisterFormat)},
                               {"plan", plan},
                               {"obligation", ""},
                               {"period", ""},
                               {"agency", ""},
                               {"as_of", format_date(as_of)}});
    book.close();
    require_sound_zip(file.path(), file.target());
}

}  // namespace plantool
