#include <fmt/format.h>

#include <algorithm>

#include "read/plan_parts.hpp"

namespace plantool {
namespace {

constexpr int kLongestPlan = 100;  // years

std::optional<int> read_year(const Node& item, Fields& fields) {
    const auto text = fields.as_text(&item, "years");
    if (!text) return std::nullopt;
    const auto day = parse_date(text->value + "-01-01");
    if (day && text->value.size() == 4) return year_of(*day);
    fields.add(Code::p_wrong_type, text->span, fmt::format("`{}` is no year", text->value),
               "write it as 2021", "years");
    return std::nullopt;
}

Programme read_programme(const Node& node, Diagnostics& diagnostics) {
    Fields fields(node, kPlanShape, diagnostics, "/plan/implements");
    Programme programme;
    programme.number = fields.plain("number");
    programme.title = fields.plain("title");
    if (const auto issued = fields.date("issued")) programme.issued = issued->value;
    for (const auto& item : fields.list("years")) {
        if (const auto year = read_year(item, fields)) programme.years.push_back(*year);
    }
    programme.why = fields.provenance();
    fields.finish();
    return programme;
}

Signatory read_signatory(const Node& node, Diagnostics& diagnostics, const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    Signatory signatory;
    signatory.name = fields.plain("name");
    signatory.title = fields.plain("title");
    signatory.agency = fields.plain("agency");
    signatory.acting_for = fields.plain("for");
    signatory.why = fields.provenance();
    fields.finish();
    return signatory;
}

void read_span(Fields& fields, PlanHead& head) {
    const auto from = fields.required_date("from");
    const auto to = fields.required_date("to");
    if (!from || !to) return;
    head.span = {from->value, to->value};
    if (to->value < from->value) {
        fields.add(Code::p_reversed_dates, to->span,
                   fmt::format("the plan ends on {}, before it begins on {}",
                               format_date(to->value), format_date(from->value)),
                   "exchange `from` and `to`, or correct one of them", "to");
        head.span.to = from->value;
    } else if (year_of(to->value) - year_of(from->value) > kLongestPlan) {
        fields.add(
            Code::p_plan_too_long, to->span,
            fmt::format("the plan runs from {} to {}", year_of(from->value), year_of(to->value)),
            "one of the two years is mistyped", "to");
        head.span.to = from->value;
    }
}

void read_choice(Fields& fields, std::string_view key, std::string& into,
                 std::initializer_list<std::string_view> choices) {
    const auto text = fields.text(key);
    if (!text) return;
    if (std::find(choices.begin(), choices.end(), text->value) != choices.end()) {
        into = text->value;
        return;
    }
    fields.add(Code::p_bad_value, text->span, fmt::format("`{}` is no {}", text->value, key),
               fmt::format("write one of: {}", fmt::join(choices, ", ")), key);
}

}  // namespace

std::optional<Amount> read_amount(Fields& fields, std::string_view key) {
    const auto text = fields.text(key);
    if (!text) return std::nullopt;
    const auto amount = parse_amount(text->value);
    if (!amount) {
        fields.add(Code::p_bad_amount, text->span, fmt::format("`{}` is no amount", text->value),
                   "write a whole number from 1 to 9999 and d (days), wd (working days), "
                   "w (weeks) or m (months), such as 30d",
                   key);
    }
    return amount;
}

std::optional<int> read_days(Fields& fields, std::string_view key) {
    const auto* node = fields.find(key);
    const auto amount = read_amount(fields, key);
    if (!amount) return std::nullopt;
    const auto in_days = as_days(*amount);
    if (!in_days) {
        fields.add(Code::p_bad_amount, node->span,
                   fmt::format("`{}` is counted in days or weeks", key),
                   "write it with d or w, such as 90d", key);
    }
    return in_days;
}

PlanHead read_head(const Node& node, Diagnostics& diagnostics) {
    Fields fields(node, kPlanShape, diagnostics, "/plan");
    PlanHead head;
    head.id = fields.required_text("id").value_or(Text{});
    const auto number = fields.required_text("number");
    const auto title = fields.required_text("title");
    const auto issued = fields.required_date("issued");
    if (number) head.number = number->value;
    if (title) head.title = title->value;
    if (issued) head.issued = issued->value;
    head.place = fields.plain("place");
    head.issuers = fields.texts("issuers");
    std::size_t index = 0;
    for (const auto& item : fields.list("signatories")) {
        head.signatories.push_back(
            read_signatory(item, diagnostics, fmt::format("/plan/signatories/{}", index++)));
    }
    if (const auto* programme = fields.find("implements")) {
        head.implements = read_programme(*programme, diagnostics);
    }
    read_span(fields, head);
    if (const auto zone = fields.text("timezone")) {
        if (Zone::find(zone->value)) {
            head.timezone = {zone->value, zone->span};
        } else {
            fields.add(Code::p_unknown_timezone, zone->span,
                       fmt::format("there is no timezone `{}`", zone->value),
                       "write a name of the IANA database, such as Asia/Ho_Chi_Minh", "timezone");
        }
    }
    read_choice(fields, "language", head.language, {"vi", "en"});
    head.secretariat = fields.text("secretariat").value_or(Text{});
    head.inbox = fields.plain("inbox");
    for (auto& recipient : fields.texts("recipients")) {
        head.recipients.push_back(std::move(recipient.value));
    }
    head.closes_after = read_amount(fields, "closes_after").value_or(head.closes_after);
    head.quiet_after = read_days(fields, "quiet_after").value_or(head.quiet_after);
    head.soon = read_days(fields, "soon").value_or(head.soon);
    head.submissions = fields.plain("submissions");
    head.events = fields.text("events").value_or(Text{});
    head.why = fields.provenance();
    fields.finish();
    return head;
}

}  // namespace plantool
