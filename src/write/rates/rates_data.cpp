// `rates` for programs: JSON, NDJSON and CSV, all from one list of cells.
#include <fmt/format.h>

#include <variant>

#include "write/answer/answer_parts.hpp"
#include "write/kit/json_writer.hpp"
#include "write/kit/table/csv_field.hpp"
#include "write/rates/rates_writers.hpp"

namespace plantool {
namespace {

using Layout = JsonWriter::Layout;

/// A number with so many decimals, zeros at its end left out but for the first.
struct DecimalCell {
    std::int64_t units = 0;
    int places = 0;

    std::string text() const {
        std::int64_t scale = 1;
        for (int i = 0; i < places; ++i) scale *= 10;
        auto text = fmt::format("{}.{:0{}}", units / scale, units % scale, places);
        while (text.ends_with('0') && !text.ends_with(".0")) text.pop_back();
        return text;
    }
};

using RatesCell = std::variant<std::monostate, std::string_view, std::int64_t, double, DecimalCell>;

RatesCell decimal(std::optional<std::int64_t> units, int places) {
    return units ? RatesCell(DecimalCell{*units, places}) : RatesCell();
}

/// Calls `cell(key, value)` for each key of a line, in the order of docs/cli.md.
template <class Visitor>
void each_cell(const RatesAnswer& answer, const RatesLine& line, const Visitor& cell) {
    const auto& summary = line.summary;
    const auto rate = [&](std::optional<int> value) {
        constexpr int kPlaces = 4;
        return answer.of.has_rates() ? decimal(value, kPlaces) : RatesCell();
    };
    cell("key", RatesCell(std::string_view(line.key)));
    cell("name", RatesCell(std::string_view(line.name)));
    cell("expected", RatesCell(std::int64_t{summary.expected}));
    for (int i = 0; i < kRowStates; ++i) {
        const auto& state = all_states()[static_cast<std::size_t>(i)];
        cell(state.id, RatesCell(std::int64_t{summary.of(state.state)}));
    }
    cell("accountable", RatesCell(std::int64_t{summary.accountable()}));
    cell("reporting_rate", rate(summary.reporting_rate()));
    cell("on_time_rate", rate(summary.on_time_rate()));
    cell("mean_days_late", decimal(line.mean_days_late(), 2));
    cell("rank", line.rank ? RatesCell(std::int64_t{*line.rank}) : RatesCell());
    cell("points", line.points ? RatesCell(*line.points) : RatesCell());
}

struct JsonCellWriter {
    JsonWriter& json;

    void operator()(std::monostate) const { json.null(); }
    void operator()(const DecimalCell& decimal) const { json.raw(decimal.text()); }
    template <class Value>
    void operator()(const Value& value) const {
        json.value(value);
    }
};

struct CsvCellWriter {
    std::string& line;

    void operator()(std::monostate) const {}
    void operator()(std::string_view text) const { append_csv_field(line, text); }
    void operator()(std::int64_t number) const { line += std::to_string(number); }
    void operator()(double number) const { line += fmt::format("{}", number); }
    void operator()(const DecimalCell& decimal) const { line += decimal.text(); }
};

void write_cells(JsonWriter& json, const RatesAnswer& answer, const RatesLine& line) {
    each_cell(answer, line, [&](std::string_view key, const RatesCell& value) {
        json.key(key);
        std::visit(JsonCellWriter{json}, value);
    });
}

}  // namespace

void write_rates_json(const RatesAnswer& answer, const TextSink& sink) {
    JsonWriter json;
    const auto plans = plans_of(answer.of.plans);
    json.begin_object(Layout::lines);
    json.member("format", "plantool/rates@1");
    json.member("as_of", answer.of.as_of());
    json.member("by", info(answer.by).id);
    write_plans(json, plans);
    write_filters(json, answer.of.filters);
    json.key("rows");
    json.begin_array(Layout::lines);
    for (const auto& line : answer.lines) {
        json.begin_object();
        write_cells(json, answer, line);
        json.end_object();
        json.flush(sink);
    }
    json.end_array();
    write_notices(json, plans);
    json.end_object();
    json.flush(sink);
    sink("\n");
}

void write_rates_ndjson(const RatesAnswer& answer, const TextSink& sink) {
    JsonWriter json;
    for (const auto& line : answer.lines) {
        json.begin_object();
        json.member("as_of", answer.of.as_of());
        json.member("by", info(answer.by).id);
        write_cells(json, answer, line);
        json.end_object();
        json.flush(sink);
        sink("\n");
    }
}

void write_rates_csv(const RatesAnswer& answer, bool byte_order_mark, const TextSink& sink) {
    std::string text(byte_order_mark ? kByteOrderMark : std::string_view());
    text += "as_of,by";
    each_cell(answer, {}, [&](std::string_view key, const RatesCell&) {
        text += ',';
        text += key;
    });
    text += '\n';
    for (const auto& line : answer.lines) {
        text += fmt::format("{},{}", format_date(answer.of.as_of()), info(answer.by).id);
        each_cell(answer, line, [&](std::string_view, const RatesCell& value) {
            text += ',';
            std::visit(CsvCellWriter{text}, value);
        });
        text += '\n';
        sink(text);
        text.clear();
    }
    sink(text);
}

}  // namespace plantool
