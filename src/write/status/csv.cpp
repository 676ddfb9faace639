#include <fmt/format.h>

#include <algorithm>

#include "write/kit/table/csv_field.hpp"
#include "write/status/columns.hpp"
#include "write/status/writers.hpp"

namespace plantool {
namespace {

struct CellWriter {
    std::string& line;

    void operator()(std::monostate) const {}
    void operator()(std::string_view text) const { append_csv_field(line, text); }
    void operator()(std::int64_t number) const { line += std::to_string(number); }
    void operator()(bool truth) const { line += truth ? "true" : "false"; }
    void operator()(Day day) const { append_date(line, day); }
    void operator()(TimeCell time) const { line += time.text(); }
    void operator()(const ExceptionCell& exception) const {
        const auto& [kind, entry] = exception;
        append_csv_field(line, fmt::format("{}: {}{}{}", kind, entry->reason,
                                           entry->document.empty() ? "" : "; ", entry->document));
    }
};

/// The columns: those of the rows, then what activity has besides.
struct CsvColumn {
    std::string_view key;
    const StatusColumn<RowView>* row = nullptr;
    const StatusColumn<ActivityView>* activity = nullptr;
};

std::vector<CsvColumn> csv_columns() {
    std::vector<CsvColumn> out;
    for (const auto& column : row_columns()) out.push_back({column.key, &column});
    for (const auto& column : activity_columns()) {
        const auto same = std::find_if(out.begin(), out.end(),
                                       [&](const CsvColumn& c) { return c.key == column.key; });
        if (same == out.end()) {
            out.push_back({column.key, nullptr, &column});
        } else {
            same->activity = &column;
        }
    }
    return out;
}

}  // namespace

void write_status_csv(const StatusAnswer& answer, bool byte_order_mark, const TextSink& sink) {
    const auto columns = csv_columns();
    std::string line(byte_order_mark ? kByteOrderMark : std::string_view());
    const auto end_line = [&] {
        line.back() = '\n';
        sink(line);
        line.clear();
    };
    for (const auto& column : columns) {
        line += column.key;
        line += ',';
    }
    end_line();
    for (const auto& status : answer.plans) {
        for (const auto& row : status.rows) {
            const RowView view(*status.assessment, row);
            for (const auto& column : columns) {
                if (column.row != nullptr) std::visit(CellWriter{line}, column.row->value(view));
                line += ',';
            }
            end_line();
        }
    }
    for (const auto& status : answer.plans) {
        for (const auto& row : status.activity) {
            const ActivityView view(*status.assessment, row);
            for (const auto& column : columns) {
                if (column.activity != nullptr) {
                    std::visit(CellWriter{line}, column.activity->value(view));
                }
                line += ',';
            }
            end_line();
        }
    }
}

}  // namespace plantool
