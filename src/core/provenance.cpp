#include "core/provenance.hpp"

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
    out.add("plan", plan.head.id.value, plan.head.title, plan.head.why);
    for (const auto& s : plan.head.signatories) out.add("signatory", s.name, s.title, s.why);
    if (plan.head.implements) {
        const auto& programme = *plan.head.implements;
        out.add("programme", programme.number, programme.title, programme.why);
    }
    for (const auto& a : plan.agencies) out.add("agency", a.id.value, a.name.value, a.why);
    for (const auto& g : plan.groups) out.add("group", g.id.value, g.name.value, g.why);
    for (const auto& o : plan.obligations) {
        out.add(o.kind == ObligationKind::task ? "task" : "report", o.id.value, o.title.value,
                o.why);
    }
    for (const auto& i : plan.indicators) out.add("indicator", i.id.value, i.name.value, i.why);
    for (const auto& e : plan.events) out.add("event", e.id.value, e.title.value, e.why);
    out.add("waiver", plan.waivers);
    out.add("extension", plan.extensions);
    return out.take();
}

}  // namespace plantool
