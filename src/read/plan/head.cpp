#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/submission/figure.hpp"
#include "read/file/zone_file.hpp"
#include "read/plan/plan_parts.hpp"
#include "text/labels.hpp"

namespace plantool {
namespace {

constexpr int kLongestPlan = 100;  // years

std::optional<int> read_year(const Node& item, Fields& fields) {
    const auto text = fields.as_text(&item, "years");
    if (!text) return std::nullopt;
    const auto day = parse_date(text->value + "-01-01");
    if (day && text->value.size() == 4) return year_of(*day);
    fields.add(Code::p_wrong_type, text->span, {Word::no_year, text->value}, {Word::write_year},
               "years");
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

PreamblePart read_part(const Node& node, Diagnostics& diagnostics, const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    PreamblePart part;
    part.id = fields.required_text("id").value_or(Text{"", node.span});
    part.title = fields.required_text("title").value_or(Text{"", node.span});
    part.text = fields.text("text").value_or(Text{});
    part.why = fields.provenance();
    fields.finish();
    return part;
}

double read_points(Fields& fields, std::string_view key) {
    const auto text = fields.text(key);
    if (!text) return 0;
    const auto number = parse_figure(text->value, FigureType::decimal);
    if (number.value) return *number.value;
    fields.add(Code::p_wrong_type, text->span, {Word::no_number, text->value}, number.help, key);
    return 0;
}

LatePoints read_late_points(const Node& node, Diagnostics& diagnostics, const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    LatePoints points;
    const auto from = fields.required_text("from");
    const auto days = from ? parse_amount(from->value + "d") : std::nullopt;
    if (days) {
        points.from = days->count;
    } else if (from) {
        fields.add(Code::p_bad_value, from->span, {Word::no_days_late, from->value},
                   {Word::write_days_late}, "from");
    }
    fields.require("points");
    points.points = read_points(fields, "points");
    points.why = fields.provenance();
    fields.finish();
    return points;
}

Scoring read_scoring(const Node& node, Diagnostics& diagnostics) {
    Fields fields(node, kPlanShape, diagnostics, "/plan/scoring");
    Scoring scoring;
    scoring.on_time = read_points(fields, "on-time");
    std::size_t index = 0;
    for (const auto& item : fields.list("late")) {
        scoring.late.push_back(
            read_late_points(item, diagnostics, fmt::format("/plan/scoring/late/{}", index++)));
    }
    std::stable_sort(scoring.late.begin(), scoring.late.end(),
                     [](const LatePoints& a, const LatePoints& b) { return a.from < b.from; });
    scoring.missing = read_points(fields, "missing");
    scoring.why = fields.provenance();
    fields.finish();
    return scoring;
}

void read_year_starts(Fields& fields, PlanHead& head) {
    const auto text = fields.text("year_starts");
    if (!text) return;
    const auto month = parse_amount(text->value + "m");
    if (month && month->count <= 12) {
        head.year_starts = {month->count, text->span};
        return;
    }
    fields.add(Code::p_bad_value, text->span, {Word::no_month, text->value},
               {Word::write_first_month}, "year_starts");
}

void read_span(Fields& fields, PlanHead& head) {
    const auto from = fields.required_date("from");
    const auto to = fields.required_date("to");
    if (!from || !to) return;
    head.span = {from->value, to->value};
    if (to->value < from->value) {
        fields.add(Code::p_reversed_dates, to->span, {Word::plan_reversed, to->value, from->value},
                   {Word::exchange_from_and_to}, "to");
        head.span.to = from->value;
    } else if (year_of(to->value) - year_of(from->value) > kLongestPlan) {
        fields.add(Code::p_plan_too_long, to->span,
                   {Word::plan_too_long, std::to_string(year_of(from->value)),
                    std::to_string(year_of(to->value))},
                   {Word::year_mistyped}, "to");
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
    fields.add(Code::p_bad_value, text->span, {Word::no_value_of_key, text->value, key},
               {Word::write_one_of, in_backquotes(std::vector<std::string_view>(choices))}, key);
}

}  // namespace

std::optional<Amount> read_amount(Fields& fields, std::string_view key) {
    const auto text = fields.text(key);
    if (!text) return std::nullopt;
    const auto amount = parse_amount(text->value);
    if (!amount) {
        fields.add(Code::p_bad_amount, text->span, {Word::no_amount, text->value},
                   {Word::write_amount}, key);
    }
    return amount;
}

std::optional<int> read_days(Fields& fields, std::string_view key) {
    const auto* node = fields.find(key);
    const auto amount = read_amount(fields, key);
    if (!amount) return std::nullopt;
    const auto in_days = as_days(*amount);
    if (!in_days) {
        fields.add(Code::p_bad_amount, node->span, {Word::counted_in_days, key},
                   {Word::write_amount_of_days}, key);
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
    read_year_starts(fields, head);
    if (const auto zone = fields.text("timezone")) {
        if (const auto found = find_zone(zone->value)) {
            head.timezone = {zone->value, zone->span};
            head.zone = *found;
        } else {
            fields.add(Code::p_unknown_timezone, zone->span, {Word::no_timezone, zone->value},
                       {Word::write_timezone}, "timezone");
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
    index = 0;
    for (const auto& item : fields.list("preamble")) {
        head.preamble.push_back(
            read_part(item, diagnostics, fmt::format("/plan/preamble/{}", index++)));
    }
    read_choice(fields, "layout", head.layout, {"dang-36", "dang-05", "nd30"});
    if (const auto* scoring = fields.find("scoring")) {
        head.scoring = read_scoring(*scoring, diagnostics);
    }
    head.why = fields.provenance();
    fields.finish();
    return head;
}

}  // namespace plantool
