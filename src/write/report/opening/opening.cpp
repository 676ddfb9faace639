#include "write/report/opening/opening.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "text/words.hpp"
#include "write/report/shared_texts.hpp"

namespace plantool {
namespace {

enum class ReportOf { period, whole, event };

ReportOf what_it_is_of(const Report& report) {
    const auto& slot = report.schedule().slots[report.slot];
    if (slot.event != nullptr) return ReportOf::event;
    const bool once = report.plan().obligations[slot.obligation].cadence.value == Cadence::once;
    return once ? ReportOf::whole : ReportOf::period;
}

std::string name_by_id(const Report& report, const std::string& id) {
    const auto& names = report.plan().names.by_id;
    const auto found = names.find(id);
    return found == names.end() ? id : agency_name(report, found->second);
}

/// Empty where the plan names none.
std::string issuer_names(const Report& report, Language language) {
    std::vector<std::string> names;
    for (const auto& issuer : report.plan().head.issuers) {
        names.push_back(name_by_id(report, issuer.value));
    }
    if (names.size() < 2) return listed(names);
    const auto last = std::move(names.back());
    names.pop_back();
    return say(Word::two_names, language, listed(names), last);
}

}  // namespace

std::string report_subject(const Report& report, Language language) {
    const auto& number = report.plan().head.number;
    const auto period = report_period(report, language);
    switch (what_it_is_of(report)) {
        case ReportOf::period:
            return say(Word::report_subject, language, number, period);
        case ReportOf::whole:
            return say(Word::report_subject_whole, language, number);
        case ReportOf::event:
            return say(Word::report_subject_event, language, number, period);
    }
    return {};
}

std::string report_title(const Report& report, Language language) {
    return capitalised(report_subject(report, language));
}

std::string report_results(const Report& report, Language language) {
    const auto period = report_period(report, language);
    switch (what_it_is_of(report)) {
        case ReportOf::period:
            return say(Word::results_of_period, language, period);
        case ReportOf::whole:
            return say(Word::results_of_whole, language);
        case ReportOf::event:
            return say(Word::results_of_event, language, period);
    }
    return {};
}

std::string what_the_plan_is(const PlanHead& head, Language language) {
    constexpr std::string_view kPlan = "Kế hoạch ";
    constexpr std::string_view kAbout = "về ";
    const std::string_view title = head.title;
    if (language == Language::vi && title.starts_with(kPlan) && title.size() > kPlan.size()) {
        auto about = title.substr(kPlan.size());
        if (about.starts_with(kAbout)) about.remove_prefix(kAbout.size());
        return say(Word::plan_about, language, about);
    }
    return say(Word::plan_quoted, language, title);
}

std::string who_reports(const Report& report, Language language) {
    if (auto issuers = issuer_names(report, language); !issuers.empty()) return issuers;
    const auto& secretariat = report.plan().head.secretariat;
    return secretariat.empty() ? say(Word::who_reports, language)
                               : name_by_id(report, secretariat.value);
}

Day figures_until(const Report& report) {
    const auto& window = report.window;
    return report.as_of() < window.from ? window.to : std::min(window.to, report.as_of());
}

std::string opening(const Report& report, Language language) {
    const auto& head = report.plan().head;
    const auto issuers = issuer_names(report, language);
    return say(Word::opening, language, head.number, official_date(head.issued, language),
               issuers.empty() ? std::string() : say(Word::plan_issued_by, language, issuers),
               what_the_plan_is(head, language), official_date(report.as_of(), language),
               short_date(report.window.from, language),
               short_date(figures_until(report), language), who_reports(report, language),
               report_results(report, language));
}

}  // namespace plantool
