#include "write/report_json.hpp"

#include <array>

#include "write/json.hpp"
#include "write/status.hpp"

namespace plantool {
namespace {

using Layout = JsonWriter::Layout;

class Writer {
  public:
    explicit Writer(const Report& report) : report_(report), plan_(report.plan()) {}

    std::string write() && {
        json_.begin_object(Layout::lines);
        head();
        obligations();
        summary();
        rows();
        groups();
        receipt();
        timeliness();
        attention();
        quiet();
        tasks();
        indicators();
        remarks();
        notes();
        sources();
        refused();
        assumptions();
        inputs();
        json_.end_object();
        return json_.take() + "\n";
    }

  private:
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

    void head() {
        json_.member("format", "plantool/report@1");
        json_.member("program", "plantool " PLANTOOL_VERSION);
        json_.key("plan");
        json_.begin_object();
        json_.member("id", plan_.head.id.value);
        json_.member("number", plan_.head.number);
        json_.member("title", plan_.head.title);
        json_.member("from", plan_.head.span.from);
        json_.member("to", plan_.head.span.to);
        json_.end_object();
        json_.member("as_of", report_.as_of());
        json_.member("period", report_.period_id);
        json_.member("period_from", report_.period.span.from);
        json_.member("period_to", report_.period.span.to);
        json_.member("window_from", report_.window.from);
        json_.member("window_to", report_.window.to);
    }

    void obligations() {
        objects("obligations", report_.slots, [&](SlotIx ix) {
            const auto& slot = report_.schedule().slots[ix];
            const auto& o = plan_.obligations[slot.obligation];
            json_.member("obligation", o.id.value);
            json_.member("title", o.title.value);
            json_.member("due", slot.due.due);
            json_.member("closes", slot.closes);
            json_.text_or_null("source", o.why.source);
            json_.text_or_null("assumed", o.why.assumed);
        });
    }

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
        write_status_ndjson(report_.status, [&](std::string_view piece) {
            if (piece != "\n") json_.raw(piece);
        });
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

    void contact(const std::optional<Contact>& contact) {
        if (!contact) return json_.null();
        json_.begin_object();
        json_.text_or_null("document", contact->paper.document);
        json_.member("received", contact->paper.received);
        json_.text_or_null("obligation",
                           contact->obligation ? obligation_id(*contact->obligation) : "");
        json_.member("refused", contact->refused);
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

    void tasks() {
        objects("tasks", report_.tasks, [&](const TaskSection& section) {
            json_.member("task", obligation_id(section.task));
            json_.member("title", plan_.obligations[section.task].title.value);
            objects("contributions", section.contributions, [&](const TaskContribution& part) {
                row_key(part.row);
                json_.text_or_null("summary", part.summary);
                json_.key("figures");
                json_.begin_object();
                for (const auto& figure : part.figures) {
                    json_.member(plan_.indicators[figure.indicator].id.value, figure.value);
                }
                json_.end_object();
            });
        });
    }

    void indicators() {
        static constexpr std::array<std::string_view, 4> kRules = {"sum", "max", "mean", "last"};
        objects("indicators", report_.indicators, [&](const IndicatorTable& table) {
            const auto& indicator = plan_.indicators[table.indicator];
            json_.member("indicator", indicator.id.value);
            json_.member("name", indicator.name.value);
            json_.text_or_null("unit", indicator.unit.value);
            json_.member("rule", kRules.at(static_cast<std::size_t>(indicator.total)));
            json_.member("total", table.total);
            objects("by_agency", table.by_agency, [&](const auto& value) {
                json_.member("agency", agency_id(value.of));
                json_.member("value", value.value);
            });
            objects("by_task", table.by_task, [&](const auto& value) {
                json_.member("task", obligation_id(value.of));
                json_.member("value", value.value);
            });
            objects("figures", table.cells, [&](const auto& cell) {
                json_.member("agency", agency_id(cell.agency));
                json_.member("task", obligation_id(cell.task));
                json_.member("value", cell.value);
            });
            json_.text_or_null("assumed", indicator.why.assumed);
            json_.member("before", table.before);
            objects("before_by_agency", table.before_by_agency, [&](const auto& value) {
                json_.member("agency", agency_id(value.of));
                json_.member("value", value.value);
            });
        });
        compared_with();
    }

    void compared_with() {
        json_.key("compared_with");
        if (!report_.before) return json_.null();
        const auto& slot = report_.schedule().slots[report_.before->slot];
        json_.begin_object();
        json_.member("period", slot.period.id);
        json_.member("period_from", slot.period.span.from);
        json_.member("period_to", slot.period.span.to);
        json_.member("year_before", report_.before->year_before);
        json_.member("submissions", report_.before->submissions);
        json_.end_object();
    }

    void remarks() {
        objects("remarks", report_.remarks, [&](const Remarks& remark) {
            row_key(remark.row);
            json_.text_or_null("difficulties", remark.difficulties);
            json_.text_or_null("proposals", remark.proposals);
            json_.text_or_null("next", remark.next);
        });
    }

    void notes() {
        objects("notes", report_.notes, [&](const SharedNote& note) {
            json_.member("note", note.text);
            json_.member("submissions", note.submissions);
        });
    }

    void origin(const Origin& origin) {
        json_.member("file", origin.file);
        json_.member("line", origin.line);
    }

    void sources() {
        objects("sources", report_.counted, [&](const ReportSource& source) {
            row_key(source.row);
            json_.text_or_null("document", source.paper.document);
            json_.member("document_date", source.paper.document_date);
            json_.member("received", source.paper.received);
            json_.member("counted_for_time", source.first);
            json_.member("counted_for_content", source.last);
            origin(source.paper.origin);
            json_.text_or_null("note", source.paper.note);
        });
    }

    void refused() {
        objects("refused", report_.refused, [&](const RefusedPaper& paper) {
            origin(paper.origin);
            json_.text_or_null("agency", paper.agency ? agency_id(*paper.agency) : "");
            json_.text_or_null("obligation",
                               paper.obligation ? obligation_id(*paper.obligation) : "");
            json_.text_or_null("document", paper.document);
            json_.member("received", paper.received);
            json_.key("errors");
            json_.begin_array();
            for (const auto code : paper.errors) json_.value(info(code).id);
            json_.end_array();
        });
        json_.member("refused_elsewhere", report_.refused_elsewhere);
    }

    void assumptions() {
        static constexpr std::array<std::string_view, 7> kKinds = {
            "plan", "obligation", "group", "agency", "indicator", "waiver", "extension"};
        objects("assumptions", report_.assumptions, [&](const Assumption& assumption) {
            json_.member("kind", kKinds.at(static_cast<std::size_t>(assumption.kind)));
            json_.key("names");
            json_.begin_array();
            for (const auto& name : assumption.names) json_.value(name);
            json_.end_array();
            json_.text_or_null("source", assumption.why.source);
            json_.member("assumed", assumption.why.assumed);
        });
    }

    void inputs() {
        json_.key("inputs");
        json_.begin_object();
        json_.text_or_null("digest", report_.inputs.digest);
        objects("files", report_.inputs.files, [&](const InputFile& file) {
            json_.member("file", file.name);
            json_.member("sha256", file.sha256);
        });
        json_.end_object();
    }

    const Report& report_;
    const Plan& plan_;
    JsonWriter json_;
};

}  // namespace

std::string to_json(const Report& report) {
    return Writer(report).write();
}

}  // namespace plantool
