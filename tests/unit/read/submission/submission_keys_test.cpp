#include "read/submission/submission_keys.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "read/file/file.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

TEST_CASE("keys of a submission: the table and the schema have the same") {
    const auto schema =
        nlohmann::json::parse(read_source("schemas/submission.schema.json")->text());
    Strings in_schema;
    for (const auto& [key, value] : schema.at("properties").items()) in_schema.push_back(key);
    Strings in_table;
    Strings required = {"format"};
    for (const auto& key : kSubmissionKeys) {
        in_table.emplace_back(key.name);
        if (key.required) required.emplace_back(key.name);
    }
    std::sort(in_schema.begin(), in_schema.end());
    std::sort(in_table.begin(), in_table.end());
    CHECK(in_table == in_schema);
    Strings required_by_schema = schema.at("required");
    std::sort(required_by_schema.begin(), required_by_schema.end());
    std::sort(required.begin(), required.end());
    CHECK(required == required_by_schema);
}
