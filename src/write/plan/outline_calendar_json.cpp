// The calendar of a plan and its severities in the outline's JSON.
#include <array>

#include "diag/codes.hpp"
#include "write/plan/outline_parts.hpp"
#include "write/plan/plan_ids.hpp"

namespace plantool {
namespace {

void write_days(JsonWriter& json, std::string_view key, const std::vector<CalendarDay>& days) {
    write_objects(json, key, days, [&](const CalendarDay& day) {
        json.member("date", day.date);
        json.text_or_null("name", day.name);
        write_provenance(json, day.why);
    });
}

void write_weekend(JsonWriter& json, const std::array<bool, 7>& weekend) {
    json.key("weekend");
    json.begin_array();
    // As weeks are written: Monday first.
    for (std::size_t i = 1; i <= kWeekdayIds.size(); ++i) {
        if (weekend.at(i % kWeekdayIds.size())) json.value(kWeekdayIds.at(i % kWeekdayIds.size()));
    }
    json.end_array();
}

void write_files(JsonWriter& json, const std::vector<HolidaysFile>& files) {
    write_objects(json, "files", files, [&](const HolidaysFile& file) {
        json.member("file", file.name);
        json.member("valid_until", file.valid_until);
        write_provenance(json, file.why);
    });
}

void write_severities(JsonWriter& json, const Plan& plan) {
    json.key("validation");
    json.begin_object();
    json.key("severities");
    json.begin_object();
    for (const auto& [code, severity] : plan.severities) {
        json.member(info(code).id, severity ? severity_name(*severity) : "off");
    }
    json.end_object();
    write_provenance(json, plan.severities_why);
    json.end_object();
}

}  // namespace

void write_outline_calendar(JsonWriter& json, const Plan& plan) {
    const auto& entries = plan.calendar_entries;
    json.key("calendar");
    json.begin_object();
    write_weekend(json, plan.calendar.weekend());
    write_files(json, entries.files);
    json.member("valid_until", plan.calendar.valid_until());
    write_days(json, "holidays", entries.holidays);
    write_days(json, "working_days", entries.working_days);
    write_provenance(json, entries.why);
    json.end_object();
    write_severities(json, plan);
}

}  // namespace plantool
