// Any bytes as a template of a report: it is refused with a reason, or rendered to text.

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "core/report/contents.hpp"
#include "core/report/report.hpp"
#include "core/report/scope.hpp"
#include "core/schedule/schedule.hpp"
#include "core/status/assessment.hpp"
#include "read/plan/plan_file.hpp"
#include "text/utf8.hpp"
#include "write/report/context/keys.hpp"
#include "write/report/markdown/markdown.hpp"
#include "write/report/template/template.hpp"

namespace {

using namespace plantool;

const Day kDay = make_day(2022, 7, 5);

/// Of the plan without any submission: keys and their scopes are what is tried here.
struct Kept {
    LaidPlan laid;
    std::unique_ptr<Assessment> assessment;
    std::unique_ptr<ContentKeeper> contents;
    Report report;
};

const Report& report_2022() {
    static const auto kept = [] {
        auto out = std::make_unique<Kept>();
        Diagnostics found;
        out->laid.plan = read_plan("data/plan-2022.yaml", found);
        resolve(out->laid.plan, found);
        out->laid.schedule = build_schedule(out->laid.plan, kDay, found);
        const auto scope = find_scope(out->laid.plan, out->laid.schedule, "2022-H1", {});
        if (!scope) std::abort();
        out->assessment = std::make_unique<Assessment>(out->laid, kDay);
        out->contents = std::make_unique<ContentKeeper>(*scope, kDay);
        out->report = build_report(*out->assessment, *scope, *out->contents);
        return out;
    }();
    return kept->report;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (first_invalid_utf8(bytes)) return 0;  // refused before it is looked at
    const auto faults = check_template(bytes, report_keys());
    for (const auto& fault : faults) {
        if (fault.line < 1 || say(fault.message, Language::vi).empty()) std::abort();
    }
    if (!faults.empty()) return 0;
    for (const auto language : {Language::vi, Language::en}) {
        if (first_invalid_utf8(to_markdown(report_2022(), language, bytes))) std::abort();
    }
    return 0;
}
