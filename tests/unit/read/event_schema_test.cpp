// The schemas of events and holidays have the keys that the readers take: neither more nor fewer.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "read/plan/plan_file.hpp"
#include "schema.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;
using Json = nlohmann::json;

namespace {

/// The keys of every object that a schema describes.
void collect_keys(const Json& schema, std::set<std::string>& keys) {
    if (!schema.is_structured()) return;
    if (schema.is_object() && schema.contains("properties")) {
        for (const auto& property : schema.at("properties").items()) keys.insert(property.key());
    }
    for (const auto& part : schema) collect_keys(part, keys);
}

Json schema_file(const std::string& name) {
    const auto documents = documents_of("schemas/" + name + ".schema.json");
    REQUIRE(documents.size() == 1);
    return documents.front();
}

/// All keys that an office writes anywhere, and one that is invented.
std::set<std::string> keys_of_all_files() {
    std::set<std::string> keys = {"invented"};
    for (const auto* name : {"plan", "events", "holidays", "submission"}) {
        collect_keys(schema_file(name), keys);
    }
    return keys;
}

/// Whether the reader of the file has a meaning for this key, whatever its value.
bool takes(const std::string& schema, const Json& document) {
    const TempFolder folder;
    const auto path = folder.write("it.yaml", document.dump());
    Diagnostics found;
    Plan plan;
    EventsFile events;
    if (schema == "events") {
        events = read_events(path, found);
    } else {
        read_holidays(path, plan, found);
    }
    const auto errors = errors_of(found);
    return std::find(errors.begin(), errors.end(), "P004") == errors.end();
}

/// An object of a file: the file itself, or an entry of one of its lists.
struct Part {
    const char* schema;
    const char* list;  ///< empty: the file itself
    const char* definition;
};

constexpr Part kParts[] = {
    {"events", "", ""},
    {"events", "events", "event"},
    {"events", "waivers", "waiver"},
    {"events", "extensions", "extension"},
    {"events", "returns", "return"},
    {"events", "explanations", "explanation"},
    {"holidays", "", ""},
    {"holidays", "holidays", "day"},
    {"holidays", "working_days", "day"},
};

Json document_with(const Part& part, const std::string& key) {
    Json document = {{"format", std::string("plantool/") + part.schema + "@1"}};
    if (*part.list == '\0') {
        if (key != "format") document[key] = "1";
    } else {
        document[part.list] = Json::array({{{key, "1"}}});
    }
    return document;
}

}  // namespace

TEST_CASE("schema: events and holidays have the keys that their readers take") {
    const auto keys = keys_of_all_files();
    CHECK(keys.size() > 80);
    for (const auto& part : kParts) {
        const auto schema = schema_file(part.schema);
        const auto& object =
            *part.definition == '\0' ? schema : schema.at("definitions").at(part.definition);
        CHECK(object.at("additionalProperties") == false);
        CAPTURE(part.schema);
        CAPTURE(part.list);
        for (const auto& key : keys) {
            CAPTURE(key);
            CHECK(takes(part.schema, document_with(part, key)) ==
                  object.at("properties").contains(key));
        }
    }
}

TEST_CASE("schema: an invented key of events and holidays is refused by both") {
    struct Case {
        const char* schema;
        Json right;
        const char* object;
    };
    const Json returned = {{"obligation", "r"}, {"agency", "a"}, {"returned", "2022-07-01"}};
    const Json event = {{"id", "e"}, {"obligation", "r"}, {"raised", "2022-07-01"}};
    const Json waiver = {{"obligation", "r"}, {"agencies", {"a"}}};
    const Json extension = {{"obligation", "r"}, {"agency", "a"}, {"due", "2022-07-01"}};
    const Json explanation = {{"obligation", "r"}, {"agency", "a"}};
    const Json off = {{"date", "2022-09-02"}, {"name", "Quốc khánh"}};
    const Json events = {
        {"format", "plantool/events@1"},      {"events", Json::array({event})},
        {"waivers", Json::array({waiver})},   {"extensions", Json::array({extension})},
        {"returns", Json::array({returned})}, {"explanations", Json::array({explanation})}};
    const Json holidays = {{"format", "plantool/holidays@1"},
                           {"holidays", Json::array({off})},
                           {"working_days", Json::array({off})}};
    const Case cases[] = {
        {"events", events, ""},
        {"events", events, "/events/0"},
        {"events", events, "/waivers/0"},
        {"events", events, "/extensions/0"},
        {"events", events, "/returns/0"},
        {"events", events, "/explanations/0"},
        {"holidays", holidays, ""},
        {"holidays", holidays, "/holidays/0"},
        {"holidays", holidays, "/working_days/0"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.schema);
        CAPTURE(c.object);
        CHECK(schema_errors(c.schema, c.right) == Strings{});
        CHECK(takes(c.schema, c.right));
        auto wrong = c.right;
        wrong.at(Json::json_pointer(c.object))["invented"] = "1";
        CHECK(schema_errors(c.schema, wrong) != Strings{});
        CHECK_FALSE(takes(c.schema, wrong));
    }
}
