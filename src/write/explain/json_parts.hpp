// The parts of an explanation's JSON. Only write/explain uses this.
#pragma once

#include "write/explain/explanation.hpp"
#include "write/kit/json_writer.hpp"

namespace plantool {

/// `file` and `line`, both null where the place is not known.
void write_place(JsonWriter& json, const Span& span);
/// `agency` and `agency_name`, as it is called on the reference day.
void write_agency_named(JsonWriter& json, const Explained& of, AgencyIx agency);
/// The keys `answers_for` to `explanation`.
void write_decisions(JsonWriter& json, const Explained& of);
/// The key `papers`.
void write_papers(JsonWriter& json, const Explained& of);

/// Begins the document: its format and the day, null for terms.
void begin_explanations(JsonWriter& json, std::optional<Day> as_of);
std::string end_explanations(JsonWriter& json);

}  // namespace plantool
