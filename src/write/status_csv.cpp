#include <fmt/format.h>

#include "write/status.hpp"

namespace plantool {
namespace {

constexpr std::string_view kHeader =
    "obligation,kind,title,agency,agency_name,period,period_from,period_to,window_from,window_to,"
    "due,closes,extended,state,days_late,received,document,file,line,revisions,rejected,source,"
    "assumed\n";

/// A field, quoted where it must be. A spreadsheet runs what begins with these as a formula.
std::string field(std::string_view text) {
    std::string safe;
    if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) {
        safe = "'";
    }
    safe += text;
    if (safe.find_first_of(",;\"\r\n") == std::string::npos) return safe;
    std::string out = "\"";
    for (const char c : safe) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

template <class T>
std::string maybe(const std::optional<T>& value) {
    return value ? fmt::format("{}", *value) : std::string();
}

}  // namespace

void write_status_csv(const Status& status, const TextSink& sink) {
    const auto& assessment = *status.assessment;
    const auto& plan = assessment.plan();
    sink(kHeader);
    for (const auto& row : status.rows) {
        const auto& expected = assessment.schedule().rows[row.row];
        const auto& slot = assessment.schedule().slots[expected.slot];
        const auto& o = plan.obligations[slot.obligation];
        const auto& agency = plan.agencies[expected.agency];
        const auto& receipt = assessment.receipt(row.row);
        const auto& first = receipt.first;
        const bool event = slot.event != nullptr;
        const auto* kind = event ? "event" : o.kind == ObligationKind::report ? "report" : "task";
        sink(fmt::format(
            "{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n",
            field(o.id.value), kind, field(o.title.value), field(agency.id.value),
            field(agency.name.value), field(slot.period.id), format_date(slot.period.span.from),
            format_date(event ? expected.due : slot.period.span.to), format_date(slot.window.from),
            format_date(event ? expected.due : slot.window.to), format_date(expected.due),
            format_date(expected.closes), expected.extension != nullptr, info(row.state).id,
            maybe(row.days_late), first ? format_date(first->received) : std::string(),
            first ? field(first->document) : std::string(),
            first ? field(assessment.file_of(*first)) : std::string(),
            first ? fmt::format("{}", first->line) : std::string(),
            receipt.count > 0 ? receipt.count - 1 : 0, receipt.rejected, field(o.why.source),
            field(o.why.assumed)));
    }
}

}  // namespace plantool
