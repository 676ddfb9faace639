#include <fmt/format.h>

#include <algorithm>
#include <kainjow/mustache.hpp>

#include "core/schedule/period_title.hpp"
#include "text/words.hpp"
#include "write/answer/answer_parts.hpp"
#include "write/kit/markdown_escape.hpp"
#include "write/remind/letter.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/template/render.hpp"

namespace plantool {
namespace {

using Data = kainjow::mustache::data;
using Kind = TemplateKey::Kind;

std::vector<TemplateKey> item_keys() {
    return {{.name = "report"},
            {.name = "period"},
            {.name = "clause"},
            {.name = "plan_number"},
            {.name = "due"},
            {.name = "days_late"},
            {.name = "owed_by"},
            {.name = "refused",
             .kind = Kind::list,
             .inside = {{.name = "document"}, {.name = "received"}, {.name = "reasons"}}},
            {.name = "returned",
             .kind = Kind::list,
             .inside = {{.name = "document"}, {.name = "day"}, {.name = "reason"}}}};
}

class Letter {
  public:
    Letter(const Reminder& reminder, Language language, LetterEscape escape)
        : reminder_(reminder), language_(language), escape_(escape) {}

    Data context() const {
        const auto& plan = reminder_.rows.front().assessment->plan();
        Data out;
        out["agency"] = text(reminder_.name);
        out["inbox"] = text(plan.head.inbox);
        out["plan_number"] = text(plan.head.number);
        out["plan_title"] = text(plan.head.title);
        out["subject"] = text(letter_subject(reminder_, language_));
        const auto as_of = reminder_.rows.front().assessment->as_of();
        out["office"] = text(office_of(plan, as_of));
        out["as_of"] = official_date(as_of, language_);
        add_list(out, "late", true);
        add_list(out, "to_come", false);
        return out;
    }

  private:
    Data text(std::string_view value) const {
        return value.empty() ? Data(false) : Data(escape_(value));
    }

    static std::string office_of(const Plan& plan, Day as_of) {
        const auto found = plan.names.by_id.find(plan.head.secretariat.value);
        return found == plan.names.by_id.end() ? std::string()
                                               : plan.agencies[found->second].name_on(as_of).value;
    }

    /// Those whose day is past, or those whose day is to come.
    void add_list(Data& out, const std::string& key, bool past) const {
        std::vector<const Owed*> rows;
        for (const auto& owed : reminder_.rows) {
            const bool late = owed.row.state == State::overdue || owed.row.state == State::missing;
            if (late == past) rows.push_back(&owed);
        }
        Data list(Data::type::list);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto item = item_of(*rows[i]);
            item["number"] = std::to_string(i + 1);
            item["last"] = Data(i + 1 == rows.size());
            list << item;
        }
        out["any_" + key] = Data(!rows.empty());
        out[key] = std::move(list);
    }

    Data item_of(const Owed& owed) const {
        const auto& assessment = *owed.assessment;
        const auto& plan = assessment.plan();
        const auto& schedule = assessment.schedule();
        const auto& expected = schedule.rows[owed.row.row];
        const auto& slot = schedule.slots[expected.slot];
        const auto& obligation = plan.obligations[slot.obligation];
        Data item;
        item["report"] = text(obligation.title.value);
        item["period"] = text(period_title(plan, slot, language_));
        item["clause"] = text(obligation.why.source);
        item["plan_number"] = text(plan.head.number);
        item["due"] = expected.extension != nullptr
                          ? say(Word::due_by, language_, short_date(expected.due, language_))
                          : due_in_words(slot, language_);
        item["days_late"] = owed.row.days_late && *owed.row.days_late > 0
                                ? Data(std::to_string(*owed.row.days_late))
                                : Data(false);
        const auto& owner = plan.agencies[expected.agency];
        item["owed_by"] = owner.id.value == reminder_.agency
                              ? Data(false)
                              : text(agency_name_of(plan, schedule, owed.row.row));
        add_refused(item, owed);
        add_returned(item, assessment, expected);
        return item;
    }

    void add_refused(Data& item, const Owed& owed) const {
        Data list(Data::type::list);
        bool any = false;
        for (const auto& paper : owed.assessment->refused()) {
            if (paper.row != owed.row.row) continue;
            Data entry;
            entry["document"] = text(paper.document);
            entry["received"] =
                paper.received ? Data(short_date(paper.received->day, language_)) : Data(false);
            entry["reasons"] = text(refusal_reasons(paper, language_));
            list << entry;
            any = true;
        }
        item["any_refused"] = Data(any);
        item["refused"] = std::move(list);
    }

    void add_returned(Data& item, const Assessment& assessment, const ExpectedRow& expected) const {
        const auto& plan = assessment.plan();
        const auto& slot = assessment.schedule().slots[expected.slot];
        Data list(Data::type::list);
        bool any = false;
        for (std::size_t i = 0; i < plan.returns.size(); ++i) {
            const auto& entry = plan.returns[i];
            const bool of_row =
                entry.obligation_ix == slot.obligation && entry.agency_ix == expected.agency &&
                entry.returned <= assessment.as_of() && !assessment.struck()[i].empty() &&
                assessment.schedule().slot_named(plan, slot.obligation, entry.period.value) ==
                    expected.slot;
            if (!of_row) continue;
            Data one;
            one["document"] = text(entry.document.value);
            one["day"] = short_date(entry.returned, language_);
            one["reason"] = text(entry.reason);
            list << one;
            any = true;
        }
        item["any_returned"] = Data(any);
        item["returned"] = std::move(list);
    }

    const Reminder& reminder_;
    Language language_;
    LetterEscape escape_;
};

}  // namespace

const std::vector<TemplateKey>& letter_keys() {
    static const std::vector<TemplateKey> keys = {
        {.name = "agency"},
        {.name = "office"},
        {.name = "inbox"},
        {.name = "plan_number"},
        {.name = "plan_title"},
        {.name = "subject"},
        {.name = "as_of"},
        {.name = "late", .kind = Kind::list, .inside = item_keys()},
        {.name = "to_come", .kind = Kind::list, .inside = item_keys()}};
    return keys;
}

std::string_view letter_template(Language language) {
    return embedded_template(fmt::format("don-doc.{}.mustache", language_id(language)));
}

std::string letter_subject(const Reminder& reminder, Language language) {
    Plans plans;
    bool late = false;
    for (const auto& owed : reminder.rows) {
        const auto* plan = &owed.assessment->plan();
        if (std::find(plans.begin(), plans.end(), plan) == plans.end()) plans.push_back(plan);
        late = late || owed.row.days_late.value_or(0) > 0;
    }
    const auto numbers = numbers_of(plans);
    return late ? say(Word::letter_about_late, language, numbers)
                : say(Word::letter_about_due, language, numbers);
}

std::string letter_text(const Reminder& reminder, Language language, std::string_view letter,
                        LetterEscape escape) {
    return render_template(letter, Letter(reminder, language, escape).context());
}

std::string letter_markdown(const Reminder& reminder, Language language, std::string_view letter) {
    return letter_text(reminder, language, letter, escape_markdown);
}

}  // namespace plantool
