#include "write/report/json_parts.hpp"
#include "write/status/row_json.hpp"

namespace plantool {
namespace {

class StandingPart : private JsonPart {
  public:
    using JsonPart::JsonPart;

    void write() {
        summary();
        rows();
        groups();
        receipt();
        timeliness();
        attention();
        quiet();
    }

  private:
    void count(const Summary& summary) {
        json_.member("expected", summary.expected);
        for (const auto& state : all_states().first<kRowStates>()) {
            json_.member(state.id, summary.of(state.state));
        }
        json_.member("accountable", summary.accountable());
        json_.rate("reporting_rate", summary.reporting_rate());
        json_.rate("on_time_rate", summary.on_time_rate());
        json_.member("rejected", summary.rejected);
    }

    void summary() {
        json_.key("summary");
        json_.begin_object();
        count(report_.status.summary);
        json_.end_object();
    }

    void groups() {
        objects("groups", report_.groups, [&](const GroupStanding& standing) {
            json_.text_or_null("group", standing.group ? standing.group->id.value : "");
            json_.text_or_null("name", standing.group ? standing.group->name.value : "");
            count(standing.summary);
        });
    }

    void receipt() {
        json_.key("receipt");
        json_.begin_object();
        json_.member("expected", report_.receipt.expected);
        json_.key("due_days");
        json_.begin_array();
        for (const auto day : report_.receipt.due_days) json_.value(day);
        json_.end_array();
        objects("days", report_.receipt.points, [&](const ReceiptCurve::Point& point) {
            json_.member("day", point.day);
            json_.member("due", point.due);
            json_.member("received", point.received);
        });
        json_.end_object();
    }

    /// The cells of a row are in the order of the columns.
    void timeliness() {
        json_.key("timeliness");
        json_.begin_object();
        objects("columns", report_.timeliness.columns, [&](const Timeliness::Column& column) {
            const auto& slot = report_.schedule().slots[column.slot];
            json_.member("obligation", obligation_id(slot.obligation));
            json_.member("period", slot.period.id);
            json_.member("due", slot.due.due);
            json_.member("of_report", column.of_report);
            count(column.summary);
        });
        objects("rows", report_.timeliness.rows, [&](const Timeliness::Row& row) {
            agency(row.agency);
            count(row.summary);
            json_.key("cells");
            json_.begin_array();
            for (const auto& cell : row.cells) timeliness_cell(cell);
            json_.end_array();
        });
        json_.end_object();
    }

    void timeliness_cell(const std::optional<StatusRow>& cell) {
        if (!cell) return json_.null();
        json_.begin_object();
        json_.member("state", info(cell->state).id);
        json_.member("days_late", cell->days_late);
        json_.end_object();
    }

    /// The very rows of `status`, written by the same code.
    void rows() {
        json_.key("rows");
        json_.begin_array(Layout::lines);
        for (const auto& row : report_.status.rows) {
            write_row(json_, row_columns(), RowView(*report_.assessment, row));
        }
        json_.end_array();
    }

    void attention() {
        objects("attention", report_.attention, [&](const FollowUp& row) {
            row_key(row.row);
            json_.member("due", report_.schedule().rows[row.row].due);
            json_.member("state", info(row.state).id);
            json_.member("days_late", row.days_late);
            const auto agency = report_.schedule().rows[row.row].agency;
            json_.text_or_null("email", plan_.agencies[agency].email.value);
            json_.text_or_null("source", plan_.obligations[slot_of(row.row).obligation].why.source);
            json_.key("last_contact");
            contact(row.last_contact);
        });
    }

    void contact(const std::optional<CitedPaper>& contact) {
        if (!contact) return json_.null();
        json_.begin_object();
        json_.text_or_null("document", contact->document);
        json_.member("received", contact->received->day);
        json_.text_or_null("obligation",
                           contact->obligation ? obligation_id(*contact->obligation) : "");
        json_.member("refused", !contact->valid());
        json_.end_object();
    }

    void quiet() {
        objects("quiet", report_.quiet, [&](const ActivityRow& row) {
            json_.member("obligation", obligation_id(row.obligation));
            agency(row.agency);
            json_.member("last_activity", row.last_activity);
            json_.member("quiet_days", row.quiet_days);
            json_.member("quiet_after", row.quiet_after);
            json_.member("state", info(row.state).id);
            json_.text_or_null("source", plan_.obligations[row.obligation].why.source);
        });
    }
};

}  // namespace

void write_standing(const Report& report, JsonWriter& json) {
    StandingPart(report, json).write();
}

}  // namespace plantool
