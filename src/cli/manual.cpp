#include "cli/manual.hpp"

#include <algorithm>

namespace plantool {
namespace {

const std::vector<ManualEntry>& entries() {
    static const std::vector<ManualEntry> table = {
        {"", Word::about_program, {{"plantool status --as-of 2022-07-05", Word::example_program}}},
        {"status",
         Word::about_status,
         {{"plantool status --overdue", Word::example_status},
          {"plantool status --period 2022-H1 --format csv --bom -o out.csv",
           Word::example_status_csv},
          {"plantool status --fail-on overdue,missing", Word::example_status_cron}}},
        {"due", Word::about_due, {{"plantool due --within 2w", Word::example_due}}},
        {"rates",
         Word::about_rates,
         {{"plantool rates --by agency --period 2022-H1", Word::example_rates}}},
        {"changes",
         Word::about_changes,
         {{"plantool changes --since 2022-07-01", Word::example_changes}}},
        {"validate",
         Word::about_validate,
         {{"plantool validate --strict", Word::example_validate},
          {"plantool validate data/sample/2022-H1/btg-huyen-tuy-an.yaml",
           Word::example_validate_file}}},
        {"report",
         Word::about_report,
         {{"plantool report --period latest --format docx,xlsx -o out", Word::example_report},
          {"plantool report --period 2022-H1 -o bao-cao.docx", Word::example_report_one}}},
        {"remind",
         Word::about_remind,
         {{"plantool remind --format docx,eml --log nhac.ndjson --again-after 7d -o thu",
           Word::example_remind}}},
        {"calendar",
         Word::about_calendar,
         {{"plantool calendar --alarm 7d -o lich.ics", Word::example_calendar}}},
        {"plan", Word::about_plan, {{"plantool plan --assumptions", Word::example_plan}}},
        {"explain",
         Word::about_explain,
         {{"plantool explain bao-cao-6-thang btg-huyen-tuy-an 2022-H1", Word::example_explain},
          {"plantool explain S104", Word::example_explain_code}}},
        {"record",
         Word::about_record,
         {{"plantool record --obligation bao-cao-6-thang --period 2022-H1 --dry-run",
           Word::example_record}}},
        {"import",
         Word::about_import,
         {{"plantool import --dry-run thu-den", Word::example_import}}},
        {"form",
         Word::about_form,
         {{"plantool form --period 2022-H1 -o bieu-mau", Word::example_form},
          {"plantool form --register -o so-cong-van.xlsx", Word::example_form_register}}},
        {"schema",
         Word::about_schema,
         {{"plantool schema plan > plan.schema.json", Word::example_schema}}},
        {"init",
         Word::about_init,
         {{"plantool init ke-hoach", Word::example_init},
          {"plantool init nam-sau --from data/plan-2022.yaml --year 2023",
           Word::example_init_from}}},
        {"draft",
         Word::about_draft,
         {{"plantool draft ke-hoach.docx -o plan.yaml", Word::example_draft}}},
        {"load",
         Word::about_load,
         {{"plantool load --into postgresql://kho/baocao", Word::example_load}}},
        {"completion",
         Word::about_completion,
         {{"eval \"$(plantool completion bash)\"", Word::example_completion}}},
        {"help",
         Word::about_help,
         {{"plantool help status", Word::example_help},
          {"plantool help status --format man > plantool-status.1", Word::example_man}}},
        {"version", Word::about_version, {{"plantool version", Word::example_version}}},
    };
    return table;
}

}  // namespace

const ManualEntry& manual_entry(std::string_view command) {
    static const ManualEntry none = {{}, Word::about_program, {}};
    const auto found = std::ranges::find(entries(), command, &ManualEntry::command);
    return found == entries().end() ? none : *found;
}

}  // namespace plantool
