// Whatever the program writes as JSON of the project's own plans keeps to its schema.
#include "schema.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/run.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;
using Json = nlohmann::json;

namespace {

/// What a command that is well writes, as the document that it is.
Json written(const Strings& arguments) {
    std::string out;
    std::string err;
    Env env;
    env.variable = [](const char*) { return std::optional<std::string>(); };
    env.out = [&](std::string_view text) { out += text; };
    env.err = [&](std::string_view text) { err += text; };
    env.now = std::chrono::sys_seconds{day("2022-07-05")};
    const int status = run(arguments, env);
    CAPTURE(arguments);
    CAPTURE(err);
    REQUIRE(status <= 1);
    return Json::parse(out);
}

/// The command as the JSON of one plan, on a day.
Json of_plan(const std::string& plan, const std::string& as_of, Strings command) {
    for (const auto* more :
         {"--plan", plan.c_str(), "--as-of", as_of.c_str(), "--format", "json", "--quiet"}) {
        command.emplace_back(more);
    }
    return written(command);
}

struct Year {
    const char* plan;
    const char* before;
    const char* as_of;
    const char* period;  ///< of a report
};

const Year kYears[] = {
    {"data/plan-2022.yaml", "2022-06-01", "2022-07-05", "2022-H1"},
    {"data/plan-2022.yaml", "2021-12-01", "2023-06-01", "2022"},
    {"data/plan-2023.yaml", "2023-01-05", "2023-02-20", "tet-quy-mao"},
    {"data/examples/nam-hoc/plan.yaml", "2026-01-10", "2026-03-01", "hoc-ky-1"},
    {"data/examples/nghia-vu-doanh-nghiep/plan.yaml", "2026-06-01", "2026-07-20", "2026-H1"},
    {"data/examples/regulator-returns/plan.yaml", "2025-12-01", "2026-01-30", "2025-Q3"},
};

/// The document with the first two entries of each list: the shape of all of it.
Json trimmed(const Json& document) {
    if (document.is_array()) {
        auto out = Json::array();
        for (std::size_t i = 0; i < document.size() && i < 2; ++i) {
            out.push_back(trimmed(document[i]));
        }
        return out;
    }
    if (!document.is_object()) return document;
    auto out = Json::object();
    for (const auto& member : document.items()) out[member.key()] = trimmed(member.value());
    return out;
}

/// Each key is required, and none may be added, in this object of the document.
void check_closed(const std::string& schema, const Json& document, const std::string& pointer) {
    const Json::json_pointer at(pointer);
    CAPTURE(pointer);
    for (const auto& member : document.at(at).items()) {
        const std::string key = member.key();
        CAPTURE(key);
        auto without = document;
        without.at(at).erase(key);
        CHECK(schema_errors(schema, without) != Strings{});
        auto other = document;
        other.at(at)[key] = Json::array({Json::object()});
        CHECK(schema_errors(schema, other) != Strings{});
    }
    auto more = document;
    more.at(at)["more"] = 1;
    CHECK(schema_errors(schema, more) != Strings{});
}

}  // namespace

TEST_CASE("schema: what the commands write of the project's plans keeps to it") {
    for (const auto& year : kYears) {
        CAPTURE(year.plan);
        const auto keeps = [&](const char* schema, const Strings& command) {
            CAPTURE(schema);
            const auto document = of_plan(year.plan, year.as_of, command);
            CHECK(schema_errors(schema, document) == Strings{});
        };
        REQUIRE(std::filesystem::exists(year.plan));
        keeps("status", {"status"});
        keeps("status", {"due", "--within", "30d"});
        for (const auto* by : {"agency", "group", "obligation", "period", "plan"}) {
            keeps("rates", {"rates", "--by", by});
        }
        keeps("changes", {"changes", "--since", year.before});
        keeps("report", {"report", "--period", year.period, "-o", "-"});
        keeps("outline", {"plan"});
        keeps("diagnostics", {"validate"});
    }
}

TEST_CASE("schema: what the commands write of an empty plan keeps to it") {
    const TempFolder folder;
    const auto plan = folder.write("plan.yaml", plan_2022("")).string();
    std::filesystem::create_directory(folder.path() / "submissions");
    const Strings commands[] = {{"status", "status"},
                                {"rates", "rates", "--by", "agency"},
                                {"changes", "changes", "--since", "2022-01-01"},
                                {"outline", "plan"},
                                {"diagnostics", "validate"}};
    for (const auto& command : commands) {
        CAPTURE(command);
        const Strings arguments(command.begin() + 1, command.end());
        const auto document = of_plan(plan, "2022-07-05", arguments);
        CHECK(schema_errors(command.front(), document) == Strings{});
    }
}

TEST_CASE("schema: of a report each key is required and no other one is known") {
    const auto report = trimmed(
        of_plan("data/plan-2022.yaml", "2022-07-05", {"report", "--period", "2022-H1", "-o", "-"}));
    REQUIRE(schema_errors("report", report) == Strings{});
    for (const auto* object : {"",
                               "/plan",
                               "/obligations/0",
                               "/summary",
                               "/rows/0",
                               "/groups/0",
                               "/receipt",
                               "/receipt/days/0",
                               "/timeliness",
                               "/timeliness/columns/0",
                               "/timeliness/rows/0",
                               "/timeliness/rows/0/cells/0",
                               "/attention/0",
                               "/quiet/0",
                               "/tasks/0",
                               "/tasks/0/contributions/0",
                               "/indicators/0",
                               "/indicators/0/by_agency/0",
                               "/indicators/0/by_task/0",
                               "/indicators/0/figures/0",
                               "/remarks/0",
                               "/notes/0",
                               "/sources/0",
                               "/refused/0",
                               "/assumptions/0",
                               "/inputs",
                               "/inputs/files/0"}) {
        check_closed("report", report, object);
    }
    auto none = report;
    none["compared_with"] = nullptr;
    CHECK(schema_errors("report", none) == Strings{});
    none["compared_with"] = Json::object();
    CHECK(schema_errors("report", none) != Strings{});
}

TEST_CASE("schema: of an outline's calendar and severities each key is required") {
    const TempFolder folder;
    const auto yaml = plan_2022(
        "calendar:\n"
        "  weekend: [friday]\n"
        "  holidays: ngay-nghi.yaml\n"
        "  working_days: [{date: 2022-09-09, name: Làm bù, source: 12/TB}]\n"
        "  assumed: Văn bản không nói\n"
        "validation: {S117: off, S120: error, source: IV}\n");
    const auto plan = folder.write("plan.yaml", yaml).string();
    folder.write("ngay-nghi.yaml",
                 "format: plantool/holidays@1\n"
                 "source: Luật\n"
                 "valid_until: 2022-12-31\n"
                 "holidays: [{date: 2022-09-02, name: Quốc khánh, assumed: Mẫu}]\n");
    std::filesystem::create_directory(folder.path() / "submissions");
    const auto outline = of_plan(plan, "2022-07-05", {"plan"});
    REQUIRE(schema_errors("outline", outline) == Strings{});
    const Json expected = {
        {"weekend", {"friday"}},
        {"files",
         {{{"file", "ngay-nghi.yaml"},
           {"valid_until", "2022-12-31"},
           {"source", "Luật"},
           {"assumed", nullptr}}}},
        {"valid_until", "2022-12-31"},
        {"holidays",
         {{{"date", "2022-09-02"},
           {"name", "Quốc khánh"},
           {"source", nullptr},
           {"assumed", "Mẫu"}}}},
        {"working_days",
         {{{"date", "2022-09-09"}, {"name", "Làm bù"}, {"source", "12/TB"}, {"assumed", nullptr}}}},
        {"source", nullptr},
        {"assumed", "Văn bản không nói"},
    };
    CHECK(outline.at("calendar") == expected);
    CHECK(outline.at("validation") == Json({{"severities", {{"S117", "off"}, {"S120", "error"}}},
                                            {"source", "IV"},
                                            {"assumed", nullptr}}));
    for (const auto* object : {"/calendar", "/calendar/files/0", "/calendar/holidays/0",
                               "/calendar/working_days/0", "/validation"}) {
        check_closed("outline", outline, object);
    }
}
