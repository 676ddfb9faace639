// What the parts of a report's JSON share: lists, and how agencies, obligations and rows are named.
#pragma once

#include <string>
#include <string_view>

#include "core/report/report.hpp"
#include "text/labels.hpp"
#include "write/kit/json_writer.hpp"

namespace plantool {

/// The part is written into an object that is open.
class JsonPart {
  public:
    JsonPart(const Report& report, JsonWriter& json)
        : report_(report), plan_(report.plan()), json_(json) {}

  protected:
    using Layout = JsonWriter::Layout;

    /// An array under a key, one entry a line.
    template <class List, class Write>
    void list(std::string_view key, const List& entries, Write write) {
        json_.key(key);
        json_.begin_array(Layout::lines);
        for (const auto& entry : entries) write(entry);
        json_.end_array();
    }

    /// The same for entries that are objects: `write` gives the members.
    template <class List, class Write>
    void objects(std::string_view key, const List& entries, Write write) {
        list(key, entries, [&](const auto& entry) {
            json_.begin_object();
            write(entry);
            json_.end_object();
        });
    }

    const std::string& agency_id(AgencyIx ix) const { return plan_.agencies[ix].id.value; }
    const std::string& obligation_id(ObligationIx ix) const {
        return plan_.obligations[ix].id.value;
    }
    void agency(AgencyIx ix) {
        json_.member("agency", agency_id(ix));
        json_.member("agency_name", plan_.agencies[ix].name.value);
    }
    const Slot& slot_of(RowIx row) const {
        return report_.schedule().slots[report_.schedule().rows[row].slot];
    }

    /// Which row is meant: its obligation and agency; the period is the report's.
    void row_key(RowIx row) {
        json_.member("obligation", obligation_id(slot_of(row).obligation));
        agency(report_.schedule().rows[row].agency);
    }

    const Report& report_;
    const Plan& plan_;
    JsonWriter& json_;
};

/// Who reported and when: from `summary` to `quiet`.
void write_standing(const Report& report, JsonWriter& json);

/// What the reports say: from `tasks` to `notes`.
void write_content(const Report& report, JsonWriter& json);

/// The paper as it is signed, `paper`: its sentences and tables in the language.
void write_paper(const Report& report, Language language, JsonWriter& json);

/// What the report was made from: from `sources` to `inputs`.
void write_provenance(const Report& report, JsonWriter& json);

}  // namespace plantool
