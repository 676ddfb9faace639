#include "write/remind/letter.hpp"
#include "write/status/row_json.hpp"

namespace plantool {

void write_reminders_json(const Reminders& reminders, Day as_of, const TextSink& sink) {
    using Layout = JsonWriter::Layout;
    JsonWriter json;
    json.begin_object(Layout::lines);
    json.member("format", "plantool/remind@1");
    json.member("as_of", as_of);
    json.key("letters");
    json.begin_array(Layout::lines);
    for (const auto& letter : reminders.letters) {
        json.begin_object();
        json.member("agency", letter.agency);
        json.text_or_null("email", letter.email);
        json.key("rows");
        json.begin_array();
        for (const auto& owed : letter.rows) {
            write_row(json, row_columns(), RowView(*owed.assessment, owed.row));
        }
        json.end_array();
        json.end_object();
        json.flush(sink);
    }
    json.end_array();
    json.end_object();
    json.flush(sink);
    sink("\n");
}

}  // namespace plantool
