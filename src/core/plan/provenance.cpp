#include "core/plan/provenance.hpp"

#include <fmt/format.h>

namespace plantool {
namespace {

class Collector {
  public:
    void add(std::string_view kind, std::string id, std::string name, const Provenance& why) {
        if (!why.assumed.empty()) found_.push_back({kind, std::move(id), std::move(name), why});
    }

    void add(std::string_view kind, const std::vector<Exception>& exceptions) {
        for (const auto& e : exceptions) {
            std::string agencies;
            for (const auto& agency : e.agencies) {
                agencies += (agencies.empty() ? "" : ", ") + agency.value;
            }
            add(kind, fmt::format("{} {} {}", e.obligation.value, agencies, e.period.value),
                e.reason, e.why);
        }
    }

    void add(const CalendarEntries& calendar) {
        add("calendar", {}, {}, calendar.why);
        for (const auto& file : calendar.files) add("calendar", file.name, {}, file.why);
        for (const auto* days : {&calendar.holidays, &calendar.working_days}) {
            const auto* const kind = days == &calendar.holidays ? "holiday" : "working day";
            for (const auto& day : *days) add(kind, format_date(day.date), day.name, day.why);
        }
    }

    void add(const Obligation& o) {
        add(o.kind == ObligationKind::task ? "task" : "report", o.id.value, o.title.value, o.why);
        if (o.due) add("due day", o.id.value, o.title.value, o.due->why);
        for (const auto& p : o.listed) {
            add("period", fmt::format("{} {}", o.id.value, p.id.value), p.title.value, p.why);
        }
        for (const auto& a : o.amended) {
            const auto id = fmt::format("{} {}", o.id.value, format_date(a.on));
            add("amendment", id, a.reason, a.why);
            if (a.due) add("due day", id, a.reason, a.due->why);
        }
    }

    /// Returns and explanations.
    void add_of_papers(std::string_view kind, const auto& entries) {
        for (const auto& e : entries) {
            add(kind, fmt::format("{} {} {}", e.obligation.value, e.agency.value, e.period.value),
                e.reason, e.why);
        }
    }

    std::vector<ProvenanceEntry> take() { return std::move(found_); }

  private:
    std::vector<ProvenanceEntry> found_;
};

}  // namespace

std::vector<ProvenanceEntry> assumed_entries(const Plan& plan) {
    Collector out;
    for (const auto& file : plan.files_why) out.add("file", file.name, {}, file.why);
    out.add("plan", plan.head.id.value, plan.head.title, plan.head.why);
    for (const auto& s : plan.head.signatories) out.add("signatory", s.name, s.title, s.why);
    if (plan.head.implements) {
        const auto& programme = *plan.head.implements;
        out.add("programme", programme.number, programme.title, programme.why);
    }
    for (const auto& p : plan.head.preamble) {
        out.add("preamble", p.id.value, p.title.value, p.why);
    }
    if (plan.head.scoring) {
        out.add("scoring", {}, {}, plan.head.scoring->why);
        for (const auto& late : plan.head.scoring->late) out.add("scoring", {}, {}, late.why);
    }
    out.add(plan.calendar_entries);
    for (const auto& a : plan.agencies) {
        out.add("agency", a.id.value, a.name.value, a.why);
        out.add("active", a.id.value, a.name.value, a.active_why);
        for (const auto& r : a.renamed) out.add("name", a.id.value, r.name.value, r.why);
    }
    for (const auto& g : plan.groups) out.add("group", g.id.value, g.name.value, g.why);
    for (const auto& o : plan.obligations) out.add(o);
    for (const auto& i : plan.indicators) out.add("indicator", i.id.value, i.name.value, i.why);
    for (const auto& e : plan.events) out.add("event", e.id.value, e.title.value, e.why);
    out.add("waiver", plan.waivers);
    out.add("extension", plan.extensions);
    out.add_of_papers("return", plan.returns);
    out.add_of_papers("explanation", plan.explanations);
    out.add("validation", {}, {}, plan.severities_why);
    return out.take();
}

}  // namespace plantool
