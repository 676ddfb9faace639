#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "diag/codes.hpp"
#include "schema.hpp"
#include "support.hpp"
#include "write/findings/findings.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

using Json = nlohmann::json;

/// One finding of each code, each with its own severity, in a file whose name needs care.
struct Sample {
    Source source{"Tỉnh ủy/báo cáo 50% #1: a.yaml", "tên: Sở Y tế\nkỳ: 2022\n"};
    Diagnostics found;

    Sample() {
        for (const auto& code : all_codes()) {
            found.add({code.code,
                       {&source, 0, 4},
                       Message::verbatim("một"),
                       Message::verbatim("hai"),
                       "/x",
                       {{Message::verbatim("kia"), {&source, 6, 9}}}});
        }
        found.add({Code::p_syntax, {&source, 0, 0}, Message::verbatim("rỗng"), {}, {}, {}});
        found.add({Code::p_syntax, {}, Message::verbatim("ở đâu đó"), {}, {}, {}});
    }
    Json sarif() const { return Json::parse(to_sarif(found, Language::en)); }
};

}  // namespace

TEST_CASE("sarif: what is written keeps to the standard") {
    CHECK(schema_errors("sarif-2.1.0", Sample().sarif()) == Strings{});
    CHECK(schema_errors("sarif-2.1.0", Json::parse(to_sarif({}, Language::en))) == Strings{});
}

TEST_CASE("sarif: the schema of the test finds what is wrong") {
    const auto whole = Sample().sarif();
    const auto& result = "/runs/0/results/0";
    const struct {
        std::string at;
        Json value;
    } cases[] = {
        {"/version", "2.0.0"},
        {"/runs", Json::array()},
        {"/runs/0/columnKind", "bytes"},
        {std::string(result) + "/level", "info"},
        {std::string(result) + "/ruleIndex", -2},
        {std::string(result) + "/more", 1},
        {std::string(result) + "/message", "text"},
        {std::string(result) + "/locations/0/physicalLocation/region/startLine", 0},
        {std::string(result) + "/locations/0/physicalLocation/artifactLocation/uri", "a b"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.at);
        auto broken = whole;
        broken[Json::json_pointer(c.at)] = c.value;
        CHECK(schema_errors("sarif-2.1.0", broken) != Strings{});
    }
}

TEST_CASE("sarif: each result names its rule, by id and by index") {
    const auto run = Sample().sarif().at("runs").at(0);
    const auto& rules = run.at("tool").at("driver").at("rules");
    CHECK(rules.size() == all_codes().size());
    REQUIRE(run.at("results").size() == all_codes().size() + 2);
    for (const auto& result : run.at("results")) {
        const auto index = result.at("ruleIndex").get<std::size_t>();
        REQUIRE(index < rules.size());
        CHECK(rules[index].at("id") == result.at("ruleId"));
        CHECK(rules[index].at("defaultConfiguration").at("level") == result.at("level"));
    }
}

TEST_CASE("sarif: places are counted from 1, in letters, and files are URIs") {
    const auto results = Sample().sarif().at("runs").at(0).at("results");
    const auto place = results[0].at("locations").at(0).at("physicalLocation");
    CHECK(place.at("artifactLocation").at("uri") ==
          "T%E1%BB%89nh%20%E1%BB%A7y/b%C3%A1o%20c%C3%A1o%2050%25%20%231%3A%20a.yaml");
    CHECK(place.at("region") ==
          Json{{"startLine", 1}, {"startColumn", 1}, {"endLine", 1}, {"endColumn", 4}});
    CHECK(results[0].at("relatedLocations").at(0).at("message").at("text") == "kia");
    CHECK(results.back().at("locations").empty());  // it stands in no file
}
