// The one table of diagnostics: code, slug, severity, title. Messages, the documentation and the
// gallery of tests come from it. What `explain` says at length is in code_texts.hpp.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace plantool {

enum class Severity { error, warning, info };

/// In the order of their codes. P: the plan and its files; S: submissions.
enum class Code {
    p_syntax,
    p_second_document,
    p_missing_key,
    p_unknown_key,
    p_duplicate_key,
    p_wrong_type,
    p_invalid_utf8,
    p_unsupported_yaml,
    p_unknown_format,
    p_bad_id,
    p_duplicate_id,
    p_unknown_agency,
    p_unknown_obligation,
    p_unknown_task,
    p_bad_value,
    p_unknown_timezone,
    p_group_cycle,
    p_empty_group,
    p_no_agency,
    p_bad_date,
    p_reversed_dates,
    p_unmatched_period,
    p_unmatched_due_key,
    p_period_without_due,
    p_due_misfit,
    p_unused_agency,
    p_no_holidays,
    p_unmatched_waiver,
    p_unmatched_extension,
    p_event_not_ad_hoc,
    p_shared_name,
    p_bad_amount,
    p_impossible_due,
    p_repeated_exception,
    p_plan_too_long,
    p_window_without_rule,
    p_due_before_period,
    p_shared_due_day,
    p_due_in_first_half,
    p_holidays_not_whole,
    p_successor_circle,
    p_successor_without_end,
    p_successor_gap,
    p_no_period,
    p_exception_passed_on,
    p_idle_amendment,
    p_listed_outside_plan,
    p_return_strikes_nothing,
    p_return_strikes_several,
    p_several_plans,
    p_same_plan_id,
    p_unmatched_explanation,
    s_syntax,
    s_missing_key,
    s_unknown_key,
    s_duplicate_key,
    s_wrong_type,
    s_invalid_utf8,
    s_unsupported_yaml,
    s_unknown_format,
    s_bad_header,
    s_bad_width,
    s_bad_date,
    s_bad_value,
    s_ambiguous_agency,
    s_unknown_agency,
    s_unknown_obligation,
    s_unknown_task,
    s_unknown_indicator,
    s_not_owed,
    s_unknown_period,
    s_missing_period,
    s_superfluous_period,
    s_received_before_document,
    s_received_in_future,
    s_document_before_period,
    s_bad_figure,
    s_figure_out_of_range,
    s_figure_not_applicable,
    s_repeated_submission,
    s_outside_covers,
    s_covered_without_result,
    s_attachment_missing,
    s_attachment_changed,
    s_other_spelling,
    s_not_expected_now,
    s_figure_below_part,
    s_unusual_figure,
    s_repeated_text,
    s_row_of_another,
    s_several_rows,
    s_task_twice,
    s_nil_with_results,
    s_several_senders,
    s_lacks_earlier,
    s_same_figures,
    s_doubtful_figure,
    s_left_out,
    s_several_plans,
};

/// The last of them: the tables are checked against it when they are compiled.
inline constexpr Code kLastCode = Code::s_several_plans;

struct CodeInfo {
    Code code;
    std::string_view id;    ///< "S104"
    std::string_view slug;  ///< "unknown-agency"
    Severity severity;
    std::string_view title;  ///< one line of English
};

std::span<const CodeInfo> all_codes();
const CodeInfo& info(Code code);
std::string_view severity_name(Severity severity);
std::optional<Severity> parse_severity(std::string_view name);

}  // namespace plantool
