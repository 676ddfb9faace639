#include "write/answer/answer_parts.hpp"
#include "write/kit/json_writer.hpp"
#include "write/status/row_json.hpp"
#include "write/status/writers.hpp"

namespace plantool {
namespace {

using Layout = JsonWriter::Layout;

void write_summary(JsonWriter& json, const StatusAnswer& answer) {
    const auto summary = answer.summary();
    const bool rates = answer.has_rates();
    json.key("summary");
    json.begin_object();
    json.member("expected", summary.expected);
    for (int i = 0; i < kRowStates; ++i) {
        const auto& state = all_states()[static_cast<std::size_t>(i)];
        json.member(state.id, summary.of(state.state));
    }
    json.member("accountable", summary.accountable());
    json.rate("reporting_rate", rates ? summary.reporting_rate() : std::nullopt);
    json.rate("on_time_rate", rates ? summary.on_time_rate() : std::nullopt);
    json.member("rejected", summary.rejected);
    json.end_object();
}

void write_refused(JsonWriter& json, const StatusAnswer& answer) {
    std::size_t listed = 0;
    std::int64_t count = 0;
    json.key("refused");
    json.begin_array(Layout::lines);
    for (const auto& status : answer.plans) {
        count += status.assessment->refused_count();
        for (const auto& paper : status.assessment->refused()) {
            if (++listed > Assessment::kMostRefused) continue;
            write_refused_paper(json, paper);
        }
    }
    json.end_array();
    json.member("refused_count", count);
}

}  // namespace

void JsonCell::operator()(const ExceptionCell& exception) const {
    json.begin_object();
    json.member("kind", exception.kind);
    json.text_or_null("reason", exception.entry->reason);
    json.text_or_null("document", exception.entry->document);
    json.member("decided", exception.entry->decided);
    json.end_object();
}

void write_status_json(const StatusAnswer& answer, const TextSink& sink) {
    JsonWriter json;
    json.begin_object(Layout::lines);
    json.member("format", "plantool/status@2");
    json.member("as_of", answer.as_of());
    const auto plans = plans_of(answer.plans);
    write_plans(json, plans);
    write_filters(json, answer.filters);
    write_summary(json, answer);
    json.key("rows");
    json.begin_array(Layout::lines);
    for (const auto& status : answer.plans) {
        for (const auto& row : status.rows) {
            write_row(json, row_columns(), RowView(*status.assessment, row));
            json.flush(sink);
        }
    }
    json.end_array();
    json.key("activity");
    json.begin_array(Layout::lines);
    for (const auto& status : answer.plans) {
        for (const auto& row : status.activity) {
            write_row(json, activity_columns(), ActivityView(*status.assessment, row));
        }
    }
    json.end_array();
    write_refused(json, answer);
    json.member("elsewhere", answer.elsewhere);
    json.key("left_out");
    json.begin_object();
    for (const auto& [ending, files] : answer.left_out) json.member(ending, files);
    json.end_object();
    json.member("drafts", answer.drafts);
    write_notices(json, plans);
    json.end_object();
    json.flush(sink);
    sink("\n");
}

void write_status_ndjson(const StatusAnswer& answer, const TextSink& sink) {
    JsonWriter json;
    const auto line = [&](auto columns, const auto& view) {
        write_row(json, columns, view, true);
        json.flush(sink);
        sink("\n");
    };
    for (const auto& status : answer.plans) {
        for (const auto& row : status.rows) line(row_columns(), RowView(*status.assessment, row));
    }
    for (const auto& status : answer.plans) {
        for (const auto& row : status.activity) {
            line(activity_columns(), ActivityView(*status.assessment, row));
        }
    }
}

}  // namespace plantool
