// What the parts of an outline's JSON share, and explanations too. Only write/plan and
// write/explain use this.
#pragma once

#include <string_view>
#include <vector>

#include "core/plan/plan.hpp"
#include "write/kit/json_writer.hpp"

namespace plantool {

inline void write_ids(JsonWriter& json, std::string_view key, const std::vector<Text>& ids) {
    json.key(key);
    json.begin_array();
    for (const auto& id : ids) json.value(id.value);
    json.end_array();
}

inline void write_agencies(JsonWriter& json, std::string_view key, const Plan& plan,
                           const std::vector<AgencyIx>& agencies) {
    json.key(key);
    json.begin_array();
    for (const auto ix : agencies) json.value(plan.agencies[ix].id.value);
    json.end_array();
}

inline void write_provenance(JsonWriter& json, const Provenance& why) {
    json.text_or_null("source", why.source);
    json.text_or_null("assumed", why.assumed);
}

/// An array of objects; `write` gives the members of each.
template <class List, class Write>
void write_objects(JsonWriter& json, std::string_view key, const List& entries, const Write& write,
                   JsonWriter::Layout layout = JsonWriter::Layout::one_line) {
    json.key(key);
    json.begin_array(layout);
    for (const auto& entry : entries) {
        json.begin_object();
        write(entry);
        json.end_object();
    }
    json.end_array();
}

/// Of an amendment: the keys `agencies` to `assumed`, null where it leaves a value as it was.
void write_amendment_values(JsonWriter& json, const Plan& plan, const Amendment& a);

/// What the head says beside what an outline has always begun with.
void write_outline_head(JsonWriter& json, const PlanHead& head);
/// The calendar with its days, and the severities that the plan gives to findings.
void write_outline_calendar(JsonWriter& json, const Plan& plan);
/// What happened and was decided during the year, all of it: some is of days after as-of.
void write_outline_events(JsonWriter& json, const Plan& plan);

}  // namespace plantool
