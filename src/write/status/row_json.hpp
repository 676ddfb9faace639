// A row of `status` as a JSON object, wherever one stands: in status@2 and in a report.
#pragma once

#include "write/kit/json_writer.hpp"
#include "write/status/columns.hpp"

namespace plantool {

struct JsonCell {
    JsonWriter& json;

    void operator()(std::monostate) const { json.null(); }
    void operator()(TimeCell time) const { json.value(time.text()); }
    void operator()(const ExceptionCell& exception) const;
    template <class Value>
    void operator()(const Value& value) const {
        json.value(value);
    }
};

/// `lines`: with what is said where a line stands alone.
template <class View>
void write_row(JsonWriter& json, std::span<const StatusColumn<View>> columns, const View& view,
               bool lines = false) {
    json.begin_object();
    for (const auto& column : columns) {
        if (column.lines_only && !lines) continue;
        json.key(column.key);
        std::visit(JsonCell{json}, column.value(view));
    }
    json.end_object();
}

}  // namespace plantool
