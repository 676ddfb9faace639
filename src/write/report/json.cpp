#include "write/report/json.hpp"

#include "write/report/json_parts.hpp"

namespace plantool {
namespace {

/// Which report it is: from `format` to `obligations`.
class HeadPart : private JsonPart {
  public:
    using JsonPart::JsonPart;

    void write() {
        head();
        obligations();
    }

  private:
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
};

}  // namespace

std::string to_json(const Report& report, Language language) {
    JsonWriter json;
    json.begin_object(JsonWriter::Layout::lines);
    HeadPart(report, json).write();
    write_standing(report, json);
    write_content(report, json);
    write_provenance(report, json);
    write_paper(report, language, json);
    json.end_object();
    return json.take() + "\n";
}

}  // namespace plantool
