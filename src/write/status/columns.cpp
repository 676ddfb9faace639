#include "write/status/columns.hpp"

#include <fmt/format.h>

#include <array>

namespace plantool {
namespace {

constexpr CellValue kNothing{};

CellValue text_or_nothing(std::string_view text) {
    return text.empty() ? kNothing : CellValue(text);
}

template <class Number>
CellValue number(Number value) {
    return static_cast<std::int64_t>(value);
}

CellValue kind_of(const RowView& view) {
    if (view.slot.event != nullptr) return std::string_view("event");
    const bool task = view.obligation.kind == ObligationKind::task;
    return std::string_view(task ? "task" : "report");
}

/// An ad-hoc period ends on the due day, and an extension moves that.
Day end_of(const RowView& view, const Days& span) {
    return view.slot.event != nullptr ? view.expected.due : span.to;
}

/// Of the first filing that counts; nothing where there is none.
template <class Value>
CellValue of_first(const RowView& view, Value value) {
    return view.receipt.first ? value(*view.receipt.first) : kNothing;
}

using Row = const RowView&;

CellValue exception_of(Row v) {
    if (v.expected.waiver != nullptr) return ExceptionCell{"waiver", v.expected.waiver};
    if (v.expected.extension != nullptr) return ExceptionCell{"extension", v.expected.extension};
    return kNothing;
}

constexpr auto kRowColumns = std::to_array<StatusColumn<RowView>>({
    {"plan", [](Row v) -> CellValue { return v.assessment.plan().head.id.value; }},
    {"as_of", [](Row v) -> CellValue { return v.assessment.as_of(); }, true},
    {"obligation", [](Row v) -> CellValue { return v.obligation.id.value; }},
    {"kind", &kind_of},
    {"title", [](Row v) -> CellValue { return v.obligation.title.value; }},
    {"agency", [](Row v) -> CellValue { return v.agency.id.value; }},
    {"agency_name",
     [](Row v) -> CellValue {
         return agency_name_of(v.assessment.plan(), v.assessment.schedule(), v.row.row);
     }},
    {"period", [](Row v) -> CellValue { return v.slot.period.id; }},
    {"period_from", [](Row v) -> CellValue { return v.slot.period.span.from; }},
    {"period_to", [](Row v) -> CellValue { return end_of(v, v.slot.period.span); }},
    {"window_from", [](Row v) -> CellValue { return v.slot.window.from; }},
    {"window_to", [](Row v) -> CellValue { return end_of(v, v.slot.window); }},
    {"due", [](Row v) -> CellValue { return v.expected.due; }},
    {"due_at",
     [](Row v) {
         const auto at = v.assessment.schedule().due_at(v.row.row);
         return at ? CellValue(TimeCell{*at}) : kNothing;
     }},
    {"closes", [](Row v) -> CellValue { return v.expected.closes; }},
    {"extended", [](Row v) -> CellValue { return v.expected.extension != nullptr; }},
    {"state", [](Row v) -> CellValue { return info(v.row.state).id; }},
    {"days_late", [](Row v) { return v.row.days_late ? number(*v.row.days_late) : kNothing; }},
    {"received",
     [](Row v) {
         return of_first(v, [](const Filing& f) -> CellValue { return f.received.day; });
     }},
    {"document",
     [](Row v) {
         return of_first(v, [](const Filing& f) { return text_or_nothing(f.document); });
     }},
    {"file",
     [](Row v) {
         return of_first(v,
                         [&](const Filing& f) { return text_or_nothing(v.assessment.file_of(f)); });
     }},
    {"line", [](Row v) { return of_first(v, [](const Filing& f) { return number(f.line); }); }},
    {"revisions", [](Row v) { return number(v.receipt.count > 0 ? v.receipt.count - 1 : 0); }},
    {"rejected", [](Row v) { return number(v.receipt.rejected); }},
    {"returned", [](Row v) { return number(v.receipt.returned); }},
    {"nil", [](Row v) -> CellValue { return v.receipt.nil; }},
    {"exception", &exception_of},
    {"explanation",
     [](Row v) {
         const auto* given = v.assessment.explanation_of(v.row.row);
         return given == nullptr ? kNothing : text_or_nothing(given->reason);
     }},
    {"source", [](Row v) { return text_or_nothing(v.obligation.why.source); }},
    {"assumed", [](Row v) { return text_or_nothing(v.obligation.why.assumed); }},
});

using Activity = const ActivityView&;

constexpr auto kActivityColumns = std::to_array<StatusColumn<ActivityView>>({
    {"plan", [](Activity v) -> CellValue { return v.assessment.plan().head.id.value; }},
    {"as_of", [](Activity v) -> CellValue { return v.assessment.as_of(); }, true},
    {"obligation", [](Activity v) -> CellValue { return v.obligation.id.value; }},
    {"kind", [](Activity) -> CellValue { return std::string_view("continuous"); }, true},
    {"agency", [](Activity v) -> CellValue { return v.agency.id.value; }},
    {"agency_name",
     [](Activity v) -> CellValue { return v.agency.name_on(v.assessment.as_of()).value; }},
    {"period", [](Activity) { return kNothing; }, true},
    {"last_activity",
     [](Activity v) { return v.row.last_activity ? CellValue(*v.row.last_activity) : kNothing; }},
    {"quiet_days", [](Activity v) { return number(v.row.quiet_days); }},
    {"quiet_after", [](Activity v) { return number(v.row.quiet_after); }},
    {"state", [](Activity v) -> CellValue { return info(v.row.state).id; }},
    {"source", [](Activity v) { return text_or_nothing(v.obligation.why.source); }},
});

}  // namespace

std::string TimeCell::text() const {
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

RowView::RowView(const Assessment& of, const StatusRow& status)
    : assessment(of),
      row(status),
      expected(of.schedule().rows[status.row]),
      slot(of.schedule().slots[expected.slot]),
      obligation(of.plan().obligations[slot.obligation]),
      agency(of.plan().agencies[expected.agency]),
      receipt(of.receipt(status.row)) {}

ActivityView::ActivityView(const Assessment& of, const ActivityRow& activity)
    : assessment(of),
      row(activity),
      obligation(of.plan().obligations[activity.obligation]),
      agency(of.plan().agencies[activity.agency]) {}

std::span<const StatusColumn<RowView>> row_columns() {
    return kRowColumns;
}

std::span<const StatusColumn<ActivityView>> activity_columns() {
    return kActivityColumns;
}

}  // namespace plantool
