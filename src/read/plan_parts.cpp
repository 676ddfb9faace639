#include "read/plan_parts.hpp"

#include <fmt/format.h>

#include "core/figure.hpp"
#include "text/suggest.hpp"

namespace plantool {
namespace {

/// One of a few words, as the value that the table gives it.
template <class T>
std::optional<T> read_word(Fields& fields, std::string_view key, const std::optional<Text>& text,
                           std::initializer_list<std::pair<std::string_view, T>> words) {
    if (!text) return std::nullopt;
    std::vector<std::string> known;
    for (const auto& [word, value] : words) {
        if (word == text->value) return value;
        known.emplace_back(word);
    }
    auto help = did_you_mean(text->value, known);
    if (help.empty()) help = fmt::format("write one of: {}", fmt::join(known, ", "));
    fields.add(Code::p_bad_value, text->span, fmt::format("`{}` is no {}", text->value, key), help,
               key);
    return std::nullopt;
}

void read_active(const Node& node, Agency& agency, Diagnostics& diagnostics,
                 const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    if (const auto from = fields.date("from")) agency.active_from = from->value;
    const auto to = fields.date("to");
    if (to) agency.active_to = to->value;
    if (to && agency.active_from && to->value < *agency.active_from) {
        fields.add(Code::p_reversed_dates, to->span, "the agency ends before it begins",
                   "exchange `from` and `to`, or correct one of them", "to");
    }
    fields.provenance();
    fields.finish();
}

std::optional<Cadence> read_cadence(Fields& fields) {
    const auto text = fields.required_text("cadence");
    if (!text) return std::nullopt;
    const auto cadence = parse_cadence(text->value);
    if (!cadence) {
        const auto known = cadence_ids();
        auto help = did_you_mean(text->value, known);
        if (help.empty()) help = fmt::format("write one of: {}", fmt::join(known, ", "));
        fields.add(Code::p_bad_value, text->span, fmt::format("`{}` is no cadence", text->value),
                   help, "cadence");
    }
    return cadence;
}

void read_report_keys(Fields& fields, Obligation& o) {
    o.has_covers = fields.find("covers") != nullptr;
    o.covers = fields.texts("covers");
    o.recipients = fields.texts("to");
}

std::optional<double> read_limit(Fields& fields, std::string_view key) {
    const auto* node = fields.find(key);
    const auto text = fields.text(key);
    if (!text) return std::nullopt;
    const auto number = parse_figure(text->value, FigureType::decimal);
    if (!number.value || node->quoted) {
        fields.add(Code::p_wrong_type, text->span, fmt::format("`{}` is no number", text->value),
                   number.help, key);
        return std::nullopt;
    }
    return number.value;
}

/// Whether all of a list could be read; what could not be was reported.
bool is_read(const Node* list, const std::vector<Text>& texts) {
    return list != nullptr && list->kind == Node::Kind::sequence &&
           list->items.size() == texts.size();
}

}  // namespace

Agency read_agency(const Node& node, Diagnostics& diagnostics, const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    Agency agency;
    agency.id = fields.required_text("id").value_or(Text{"", node.span});
    agency.name = fields.required_text("name").value_or(Text{"", node.span});
    agency.short_name = fields.text("short").value_or(Text{});
    agency.aliases = fields.texts("aliases");
    agency.email = fields.text("email").value_or(Text{});
    if (const auto* active = fields.find("active")) {
        read_active(*active, agency, diagnostics, fields.path_of("active"));
    }
    agency.why = fields.provenance();
    fields.finish();
    return agency;
}

Group read_group(const Node& node, Diagnostics& diagnostics, const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    Group group;
    group.id = fields.required_text("id").value_or(Text{"", node.span});
    group.name = fields.required_text("name").value_or(Text{"", node.span});
    const auto* members = fields.require("members");
    group.members = fields.texts("members");
    group.has_members = is_read(members, group.members);
    group.why = fields.provenance();
    fields.finish();
    return group;
}

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
    const auto cadence = read_cadence(fields);
    // Without a cadence nothing more can be asked of the entry; continuous asks for nothing.
    o.cadence.value = cadence.value_or(Cadence::continuous);
    o.period_keys = cadence ? fields.texts("periods") : std::vector<Text>{};
    if (!cadence) fields.find("periods");
    const auto* due = fields.find("due");
    if (due != nullptr && cadence) o.due = read_due(*due, diagnostics, fields.path_of("due"));
    if (due == nullptr && o.cadence.value != Cadence::continuous) {
        fields.add(
            Code::p_missing_key, node.span,
            fmt::format("`due` is missing: `{}` is {}", o.id.value, info(o.cadence.value).id),
            "add a line such as `due: {by: period-end}`", "due");
    }
    const auto written = fields.text("window");
    if (written) o.window_span = written->span;
    const auto window = read_word<Window>(fields, "window", written,
                                          {{"calendar", Window::calendar}, {"nd09", Window::nd09}});
    o.window = window.value_or(Window::calendar);
    if (!task) read_report_keys(fields, o);
    o.closes_after = read_amount(fields, "closes_after");
    o.quiet_after = read_days(fields, "quiet_after");
    o.why = fields.provenance();
    fields.finish();
    return o;
}

Indicator read_indicator(const Node& node, Diagnostics& diagnostics, const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    Indicator i;
    i.id = fields.required_text("id").value_or(Text{"", node.span});
    i.name = fields.required_text("name").value_or(Text{"", node.span});
    i.unit = fields.text("unit").value_or(Text{});
    const auto type =
        read_word<FigureType>(fields, "type", fields.required_text("type"),
                              {{"integer", FigureType::integer}, {"decimal", FigureType::decimal}});
    const auto total = read_word<Total>(
        fields, "total", fields.required_text("total"),
        {{"sum", Total::sum}, {"max", Total::max}, {"mean", Total::mean}, {"last", Total::last}});
    i.type = type.value_or(FigureType::integer);
    i.total = total.value_or(Total::sum);
    i.min = read_limit(fields, "min");
    i.max = read_limit(fields, "max");
    i.has_tasks = fields.find("tasks") != nullptr;
    i.tasks = fields.texts("tasks");
    i.why = fields.provenance();
    fields.finish();
    return i;
}

Event read_event(const Node& node, Diagnostics& diagnostics, const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    Event event;
    event.id = fields.required_text("id").value_or(Text{"", node.span});
    event.obligation = fields.required_text("obligation").value_or(Text{"", node.span});
    event.title = fields.text("title").value_or(Text{});
    if (const auto raised = fields.required_date("raised")) event.raised = raised->value;
    event.has_agencies = fields.find("agencies") != nullptr;
    event.agencies = fields.texts("agencies");
    event.due = fields.date("due");
    event.note = fields.plain("note");
    event.why = fields.provenance();
    fields.finish();
    return event;
}

Exception read_exception(bool extension, const Node& node, Diagnostics& diagnostics,
                         const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    Exception exception;
    exception.span = node.span;
    exception.obligation = fields.required_text("obligation").value_or(Text{"", node.span});
    exception.agency = fields.required_text("agency").value_or(Text{"", node.span});
    exception.period = fields.text("period").value_or(Text{"", {}});
    if (extension) {
        const auto due = fields.required_date("due");
        exception.due = due ? due->value : Day{};
    }
    exception.reason = fields.plain("reason");
    exception.document = fields.plain("document");
    exception.why = fields.provenance();
    fields.finish();
    return exception;
}

}  // namespace plantool
