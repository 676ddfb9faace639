#include "read/plan/plan_parts.hpp"

#include <fmt/format.h>

#include "core/submission/figure.hpp"
#include "read/plan/event_words.hpp"

namespace plantool {
namespace {

void read_active(const Node& node, Agency& agency, Diagnostics& diagnostics,
                 const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    if (const auto from = fields.date("from")) agency.active_from = from->value;
    const auto to = fields.date("to");
    if (to) agency.active_to = to->value;
    if (to && agency.active_from && to->value < *agency.active_from) {
        fields.add(Code::p_reversed_dates, to->span, {Word::agency_reversed},
                   {Word::exchange_from_and_to}, "to");
    }
    agency.active_why = fields.provenance();
    fields.finish();
}

std::optional<double> read_limit(Fields& fields, std::string_view key) {
    const auto* node = fields.find(key);
    const auto text = fields.text(key);
    if (!text) return std::nullopt;
    const auto number = parse_figure(text->value, FigureType::decimal);
    if (!number.value || node->quoted) {
        fields.add(Code::p_wrong_type, text->span, {Word::no_number, text->value}, number.help,
                   key);
        return std::nullopt;
    }
    return number.value;
}

Renaming read_renaming(const Node& node, Diagnostics& diagnostics, const std::string& path) {
    Fields fields(node, kPlanShape, diagnostics, path);
    Renaming renaming;
    if (const auto from = fields.required_date("from")) renaming.from = from->value;
    renaming.name = fields.required_text("name").value_or(Text{"", node.span});
    renaming.short_name = fields.text("short").value_or(Text{});
    renaming.document = fields.plain("document");
    renaming.why = fields.provenance();
    fields.finish();
    return renaming;
}

}  // namespace

bool is_read(const Node* list, const std::vector<Text>& texts) {
    return list != nullptr && list->kind == Node::Kind::sequence &&
           list->items.size() == texts.size();
}

std::vector<Text> read_one_or_more(Fields& fields, std::string_view key) {
    const auto* node = fields.find(key);
    if (node != nullptr && node->kind == Node::Kind::sequence) return fields.texts(key);
    const auto text = fields.text(key);
    return text ? std::vector<Text>{*text} : std::vector<Text>{};
}

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
    agency.successors = read_one_or_more(fields, "successor");
    std::size_t index = 0;
    for (const auto& item : fields.list("renamed")) {
        const auto at = fmt::format("{}/{}", fields.path_of("renamed"), index++);
        agency.renamed.push_back(read_renaming(item, diagnostics, at));
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

}  // namespace plantool
