#include "diag/codes.hpp"

#include <array>
#include <cstddef>

namespace plantool {
namespace {

using enum Severity;

constexpr std::array kCodes = {
    CodeInfo{Code::p_syntax, "P001", "syntax", error, "The file is not well-formed YAML."},
    CodeInfo{Code::p_second_document, "P002", "second-document", error,
             "A plan file holds one document."},
    CodeInfo{Code::p_missing_key, "P003", "missing-key", error, "A required key is missing."},
    CodeInfo{Code::p_unknown_key, "P004", "unknown-key", error, "The key has no meaning here."},
    CodeInfo{Code::p_duplicate_key, "P005", "duplicate-key", error,
             "The same key stands twice in one mapping."},
    CodeInfo{Code::p_wrong_type, "P006", "wrong-type", error,
             "The value is of another type than the field."},
    CodeInfo{Code::p_invalid_utf8, "P007", "invalid-utf8", error, "The file is not UTF-8 text."},
    CodeInfo{Code::p_unsupported_yaml, "P008", "unsupported-yaml", error,
             "Anchors, aliases, tags and merge keys are refused."},
    CodeInfo{Code::p_unknown_format, "P009", "unknown-format", error,
             "The file says that it is of another format."},
    CodeInfo{Code::p_bad_id, "P101", "bad-id", error,
             "The id has characters that ids cannot have."},
    CodeInfo{Code::p_duplicate_id, "P102", "duplicate-id", error, "Two entries have the same id."},
    CodeInfo{Code::p_unknown_agency, "P103", "unknown-agency", error,
             "No agency or group has this id."},
    CodeInfo{Code::p_unknown_obligation, "P104", "unknown-obligation", error,
             "No task or report has this id."},
    CodeInfo{Code::p_unknown_task, "P105", "unknown-task", error, "No task has this id."},
    CodeInfo{Code::p_bad_value, "P106", "bad-value", error,
             "The value is not one of those allowed."},
    CodeInfo{Code::p_unknown_timezone, "P107", "unknown-timezone", error,
             "The time-zone database does not know this zone."},
    CodeInfo{Code::p_group_cycle, "P108", "group-cycle", error, "A group contains itself."},
    CodeInfo{Code::p_empty_group, "P109", "empty-group", error, "A group has no member."},
    CodeInfo{Code::p_no_agency, "P110", "no-agency", error, "The obligation reaches no agency."},
    CodeInfo{Code::p_bad_date, "P111", "bad-date", error,
             "The text is not a date of the calendar."},
    CodeInfo{Code::p_reversed_dates, "P112", "reversed-dates", error,
             "The end is before the beginning."},
    CodeInfo{Code::p_unmatched_period, "P113", "unmatched-period", error,
             "The entry matches no period of the obligation."},
    CodeInfo{Code::p_unmatched_due_key, "P114", "unmatched-due-key", error,
             "The due key matches no period of the obligation."},
    CodeInfo{Code::p_period_without_due, "P115", "period-without-due", error,
             "A period has no due day."},
    CodeInfo{Code::p_due_misfit, "P116", "due-misfit", error,
             "The due rule does not fit the cadence."},
    CodeInfo{Code::p_unused_agency, "P117", "unused-agency", info,
             "Nothing in the plan names the agency."},
    CodeInfo{Code::p_no_holidays, "P118", "no-holidays", warning,
             "Working days are asked for in a year without any holiday."},
    CodeInfo{Code::p_unmatched_waiver, "P119", "unmatched-waiver", error,
             "The waiver matches no expected report."},
    CodeInfo{Code::p_unmatched_extension, "P120", "unmatched-extension", error,
             "The extension matches no expected report."},
    CodeInfo{Code::p_event_not_ad_hoc, "P121", "event-not-ad-hoc", error,
             "Events belong to ad-hoc obligations only."},
    CodeInfo{Code::p_shared_name, "P122", "shared-name", warning, "Two agencies share a name."},
    CodeInfo{Code::p_bad_amount, "P123", "bad-amount", error, "The text is not an amount of time."},
    CodeInfo{Code::p_impossible_due, "P124", "impossible-due", error,
             "The due day does not exist in the period's year."},
    CodeInfo{Code::p_repeated_exception, "P125", "repeated-exception", warning,
             "The same report is waived or extended twice, and only the order decides."},
    CodeInfo{Code::p_plan_too_long, "P126", "plan-too-long", error,
             "The plan runs for more than a hundred years."},
    CodeInfo{Code::p_window_without_rule, "P127", "window-without-rule", warning,
             "The data window has no rule for this cadence."},
    CodeInfo{Code::p_due_before_period, "P128", "due-before-period", warning,
             "A report is due before its period begins."},
    CodeInfo{Code::p_shared_due_day, "P129", "shared-due-day", warning,
             "Several periods of an obligation are due on the same day."},
    CodeInfo{Code::p_due_in_first_half, "P130", "due-in-first-half", info,
             "The due day lies in the first half of its period."},
    CodeInfo{Code::p_holidays_not_whole, "P131", "holidays-not-whole", warning,
             "Working days are asked for beyond the days for which the holidays are known."},
    CodeInfo{Code::p_successor_circle, "P132", "successor-circle", error,
             "Agencies succeed each other in a circle."},
    CodeInfo{Code::p_successor_without_end, "P133", "successor-without-end", error,
             "An agency has a successor but no last day."},
    CodeInfo{Code::p_successor_gap, "P134", "successor-gap", warning,
             "Between an agency and its successor nobody answers."},
    CodeInfo{Code::p_no_period, "P135", "no-period", warning,
             "No period of the obligation ends within the plan."},
    CodeInfo{Code::p_exception_passed_on, "P136", "exception-passed-on", warning,
             "The report that is waived or extended has passed to a successor."},
    CodeInfo{Code::p_idle_amendment, "P137", "idle-amendment", warning,
             "The amendment changes nothing on any day."},
    CodeInfo{Code::p_listed_outside_plan, "P138", "listed-outside-plan", error,
             "A listed period ends outside the plan."},
    CodeInfo{Code::p_return_strikes_nothing, "P139", "return-strikes-nothing", warning,
             "No paper on file is the one that was sent back."},
    CodeInfo{Code::p_return_strikes_several, "P140", "return-strikes-several", warning,
             "Several papers on file are the one that was sent back."},
    CodeInfo{Code::p_several_plans, "P141", "several-plans", error,
             "An entry fits several plans, and does not say which."},
    CodeInfo{Code::p_same_plan_id, "P142", "same-plan-id", error, "Two plans have the same id."},
    CodeInfo{Code::p_unmatched_explanation, "P143", "unmatched-explanation", warning,
             "The explanation of lateness matches no expected report."},
    CodeInfo{Code::s_syntax, "S001", "syntax", error, "The file or line is not well-formed."},
    CodeInfo{Code::s_missing_key, "S003", "missing-key", error, "A required key is missing."},
    CodeInfo{Code::s_unknown_key, "S004", "unknown-key", error, "The key has no meaning here."},
    CodeInfo{Code::s_duplicate_key, "S005", "duplicate-key", error,
             "The same key stands twice in one mapping."},
    CodeInfo{Code::s_wrong_type, "S006", "wrong-type", error,
             "The value is of another type than the field."},
    CodeInfo{Code::s_invalid_utf8, "S007", "invalid-utf8", error, "The file is not UTF-8 text."},
    CodeInfo{Code::s_unsupported_yaml, "S008", "unsupported-yaml", error,
             "Anchors, aliases, tags and merge keys are refused."},
    CodeInfo{Code::s_unknown_format, "S009", "unknown-format", error,
             "The file says that it is of another format."},
    CodeInfo{Code::s_bad_header, "S010", "bad-header", error, "The CSV header is not right."},
    CodeInfo{Code::s_bad_width, "S011", "bad-width", error,
             "The row has another number of fields than the header."},
    CodeInfo{Code::s_bad_date, "S101", "bad-date", error,
             "The text is not a date of the calendar."},
    CodeInfo{Code::s_bad_value, "S102", "bad-value", error,
             "The value is not one of those allowed."},
    CodeInfo{Code::s_ambiguous_agency, "S103", "ambiguous-agency", error,
             "Several agencies have this name."},
    CodeInfo{Code::s_unknown_agency, "S104", "unknown-agency", error,
             "No agency of the plan has this id, name, short name or alias."},
    CodeInfo{Code::s_unknown_obligation, "S105", "unknown-obligation", error,
             "No task or report of the plan has this id."},
    CodeInfo{Code::s_unknown_task, "S106", "unknown-task", error,
             "No task of the plan has this id."},
    CodeInfo{Code::s_unknown_indicator, "S107", "unknown-indicator", error,
             "No indicator of the plan has this id."},
    CodeInfo{Code::s_not_owed, "S108", "not-owed", error,
             "The agency does not owe this obligation."},
    CodeInfo{Code::s_unknown_period, "S109", "unknown-period", error,
             "The period is not one of the obligation's."},
    CodeInfo{Code::s_missing_period, "S110", "missing-period", error, "The period is missing."},
    CodeInfo{Code::s_superfluous_period, "S111", "superfluous-period", error,
             "The obligation is continuous and has no periods."},
    CodeInfo{Code::s_received_before_document, "S112", "received-before-document", error,
             "Received before the document was dated."},
    CodeInfo{Code::s_received_in_future, "S113", "received-in-future", warning,
             "Received after the day asked about."},
    CodeInfo{Code::s_document_before_period, "S114", "document-before-period", warning,
             "The document is dated before its period begins."},
    CodeInfo{Code::s_bad_figure, "S115", "bad-figure", error,
             "The figure is not a number of the indicator's type."},
    CodeInfo{Code::s_figure_out_of_range, "S116", "figure-out-of-range", error,
             "The figure is outside the indicator's limits."},
    CodeInfo{Code::s_figure_not_applicable, "S117", "figure-not-applicable", error,
             "The indicator does not apply to this task."},
    CodeInfo{Code::s_repeated_submission, "S118", "repeated-submission", error,
             "The same submission was read before."},
    CodeInfo{Code::s_outside_covers, "S119", "outside-covers", warning,
             "The report does not cover this task."},
    CodeInfo{Code::s_covered_without_result, "S120", "covered-without-result", warning,
             "A task that the report covers has no result."},
    CodeInfo{Code::s_attachment_missing, "S121", "attachment-missing", error,
             "The attachment is not there."},
    CodeInfo{Code::s_attachment_changed, "S122", "attachment-changed", error,
             "The attachment has another SHA-256."},
    CodeInfo{Code::s_other_spelling, "S123", "other-spelling", info,
             "The agency is named by an alias or in another spelling."},
    CodeInfo{Code::s_not_expected_now, "S124", "not-expected-now", info,
             "Nobody is expected to send this report on the day asked about."},
    CodeInfo{Code::s_figure_below_part, "S125", "figure-below-part", warning,
             "The figure is below that of a shorter period within it."},
    CodeInfo{Code::s_unusual_figure, "S126", "unusual-figure", info,
             "The figure is far outside the usual range."},
    CodeInfo{Code::s_repeated_text, "S127", "repeated-text", info,
             "The same text was sent for another period."},
    CodeInfo{Code::s_row_of_another, "S128", "row-of-another", info,
             "The paper is taken for the report of a successor or predecessor."},
    CodeInfo{Code::s_several_rows, "S129", "several-rows", error,
             "Several agencies owe the report in the sender's place."},
    CodeInfo{Code::s_task_twice, "S130", "task-twice", error,
             "A task has two results in one submission."},
    CodeInfo{Code::s_nil_with_results, "S131", "nil-with-results", error,
             "The submission says that there is nothing to report, and has results."},
    CodeInfo{Code::s_several_senders, "S132", "several-senders", warning,
             "Papers of several agencies count for one report."},
    CodeInfo{Code::s_lacks_earlier, "S133", "lacks-earlier", warning,
             "The later paper lacks what the one before had."},
    CodeInfo{Code::s_same_figures, "S134", "same-figures", info,
             "Every figure is as in the period before."},
    CodeInfo{Code::s_doubtful_figure, "S135", "doubtful-figure", warning,
             "The figure can be read as two numbers."},
    CodeInfo{Code::s_left_out, "S136", "left-out", info,
             "Files below a folder of submissions are not read."},
    CodeInfo{Code::s_several_plans, "S137", "several-plans", error,
             "The submission fits several plans, and does not say which."},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < kCodes.size(); ++i) {
        if (static_cast<std::size_t>(kCodes[i].code) != i) return false;
    }
    return kCodes.back().code == kLastCode;
}
static_assert(in_order(), "every code has its line in the table, in the order of the codes");

}  // namespace

std::span<const CodeInfo> all_codes() {
    return kCodes;
}

const CodeInfo& info(Code code) {
    return kCodes[static_cast<std::size_t>(code)];
}

std::string_view severity_name(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::info:
            return "info";
    }
    return "error";
}

std::optional<Severity> parse_severity(std::string_view name) {
    for (const auto severity : {Severity::error, Severity::warning, Severity::info}) {
        if (severity_name(severity) == name) return severity;
    }
    return std::nullopt;
}

}  // namespace plantool
