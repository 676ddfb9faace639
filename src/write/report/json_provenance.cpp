#include <array>

#include "write/report/json_parts.hpp"

namespace plantool {
namespace {

class ProvenancePart : private JsonPart {
  public:
    using JsonPart::JsonPart;

    void write() {
        sources();
        refused();
        assumptions();
        inputs();
    }

  private:
    void origin(const Origin& origin) {
        json_.member("file", origin.file);
        json_.member("line", origin.line);
    }

    void sources() {
        objects("sources", report_.counted, [&](const ReportSource& source) {
            row_key(source.row);
            json_.text_or_null("document", source.paper.document);
            json_.member("document_date", source.paper.document_date);
            json_.member("received", source.paper.received->day);
            json_.member("counted_for_time", source.first);
            json_.member("counted_for_content", source.content);
            origin(source.paper.origin);
            json_.text_or_null("note", source.paper.note);
        });
    }

    void refused() {
        objects("refused", report_.refused, [&](const CitedPaper& paper) {
            origin(paper.origin);
            json_.text_or_null("agency", paper.agency ? agency_id(*paper.agency) : "");
            json_.text_or_null("obligation",
                               paper.obligation ? obligation_id(*paper.obligation) : "");
            json_.text_or_null("document", paper.document);
            json_.member("received", day_of(paper.received));
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
};

}  // namespace

void write_provenance(const Report& report, JsonWriter& json) {
    ProvenancePart(report, json).write();
}

}  // namespace plantool
