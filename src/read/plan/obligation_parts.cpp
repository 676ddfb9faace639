// Tasks and reports, their listed periods and amendments.

#include <fmt/format.h>

#include "read/plan/event_words.hpp"
#include "read/plan/plan_parts.hpp"
#include "text/labels.hpp"

namespace plantool {
namespace {

std::optional<Cadence> read_cadence(Fields& fields, Span& at) {
    const auto text = fields.required_text("cadence");
    if (!text) return std::nullopt;
    at = text->span;
    const auto cadence = parse_cadence(text->value);
    if (!cadence) {
        const auto known = cadence_ids();
        fields.add(Code::p_bad_value, text->span, {Word::no_cadence, text->value},
                   suggestion(text->value, known, {Word::write_one_of, in_backquotes(known)}),
                   "cadence");
    }
    return cadence;
}

void read_report_keys(Fields& fields, Obligation& o) {
    o.has_covers = fields.find("covers") != nullptr;
    o.covers = fields.texts("covers");
    o.recipients = fields.texts("to");
}

/// Nothing when it has no days; that was reported.
std::optional<ListedPeriod> read_listed(const Node& node, Diagnostics& diagnostics,
                                        const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    ListedPeriod period;
    period.span = node.span;
    period.id = fields.required_text("id").value_or(Text{"", node.span});
    period.title = fields.text("title").value_or(Text{});
    const auto from = fields.required_date("from");
    const auto to = fields.required_date("to");
    period.due = fields.date("due");
    period.why = fields.provenance();
    fields.finish();
    if (!from || !to) return std::nullopt;
    period.days = {from->value, to->value};
    period.to_span = to->span;
    return period;
}

void read_periods(Fields& fields, Obligation& o, const std::optional<Cadence>& cadence,
                  Diagnostics& diagnostics) {
    if (!cadence) {
        fields.find("periods");
        return;
    }
    if (*cadence != Cadence::listed) {
        o.period_keys = fields.texts("periods");
        return;
    }
    if (fields.find("periods") == nullptr) {
        fields.add(Code::p_missing_key, fields.span(), {Word::periods_missing, o.id.value},
                   {Word::list_periods}, "periods");
        return;
    }
    std::size_t index = 0;
    for (const auto& item : fields.list("periods")) {
        const auto path = fmt::format("{}/{}", fields.path_of("periods"), index++);
        if (auto period = read_listed(item, diagnostics, path)) {
            o.listed.push_back(std::move(*period));
        }
    }
}

Amendment read_amendment(ObligationKind kind, const Node& node, Diagnostics& diagnostics,
                         const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    Amendment a;
    a.span = node.span;
    if (const auto on = fields.required_date("on")) a.on = on->value;
    const auto effective = fields.date("effective");
    a.effective = effective ? effective->value : a.on;
    if (const auto* due = fields.find("due")) {
        a.due = read_due(*due, diagnostics, fields.path_of("due"));
    }
    a.closes_after = read_amount(fields, "closes_after");
    const auto* key = kind == ObligationKind::task ? "lead" : "from";
    const auto* owners = fields.find(key);
    a.owners = fields.texts(key);
    a.has_owners = owners != nullptr && is_read(owners, a.owners);
    a.quiet_after = read_days(fields, "quiet_after");
    if (fields.find("ends") != nullptr) a.ends = fields.flag("ends");
    a.number = fields.plain("number");
    a.reason = fields.plain("reason");
    a.why = fields.provenance();
    fields.finish();
    return a;
}

void read_due_of(Fields& fields, const Node& node, const std::optional<Cadence>& cadence,
                 Obligation& o, Diagnostics& diagnostics) {
    const auto* due = fields.find("due");
    if (due != nullptr && cadence) o.due = read_due(*due, diagnostics, fields.path_of("due"));
    if (due != nullptr || o.cadence.value == Cadence::continuous) return;
    fields.add(Code::p_missing_key, node.span,
               {Word::due_missing, o.id.value, info(o.cadence.value).id}, {Word::add_due}, "due");
}

}  // namespace

Obligation read_obligation(ObligationKind kind, const Node& node, Diagnostics& diagnostics,
                           const std::string& path) {
    const bool task = kind == ObligationKind::task;
    Fields fields(node, kPlanShape, diagnostics, path);
    Obligation o;
    o.kind = kind;
    o.id = fields.required_text("id").value_or(Text{"", node.span});
    o.title = fields.required_text("title").value_or(Text{"", node.span});
    o.text = fields.text("text").value_or(Text{});
    const auto* owners = fields.require(task ? "lead" : "from");
    o.owners = fields.texts(task ? "lead" : "from");
    o.has_owners = is_read(owners, o.owners);
    o.and_related = fields.flag("and_related");
    if (task) o.partners = fields.texts("partners");
    const auto cadence = read_cadence(fields, o.cadence.span);
    // Without a cadence nothing more can be asked of the entry; continuous asks for nothing.
    o.cadence.value = cadence.value_or(Cadence::continuous);
    read_periods(fields, o, cadence, diagnostics);
    read_due_of(fields, node, cadence, o, diagnostics);
    const auto written = fields.text("window");
    if (written) o.window_span = written->span;
    const auto window = read_word<Window>(fields, "window", written,
                                          {{"calendar", Window::calendar}, {"nd09", Window::nd09}});
    o.window = window.value_or(Window::calendar);
    if (!task) read_report_keys(fields, o);
    o.closes_after = read_amount(fields, "closes_after");
    o.quiet_after = read_days(fields, "quiet_after");
    std::size_t index = 0;
    for (const auto& item : fields.list("amended")) {
        const auto at = fmt::format("{}/{}", fields.path_of("amended"), index++);
        o.amended.push_back(read_amendment(kind, item, diagnostics, at));
    }
    o.why = fields.provenance();
    fields.finish();
    return o;
}

}  // namespace plantool
