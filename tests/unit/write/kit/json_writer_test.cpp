#include "write/kit/json_writer.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <string>

using namespace plantool;

TEST_CASE("json: a string is a string whatever its bytes are") {
    const std::pair<std::string, std::string> cases[] = {
        {"báo cáo", "\"báo cáo\""},
        {"a\"b\\c\n\t\x1b", "\"a\\\"b\\\\c\\n\\t\\u001b\""},
        {"b\xFF.yaml", "\"b\uFFFD.yaml\""},
        {"\xE1\xBA", "\"\uFFFD\uFFFD\""},  // cut within a letter
        {"\xED\xA0\x80", "\"\uFFFD\uFFFD\uFFFD\""},
        {"\xC0\xAF", "\"\uFFFD\uFFFD\""},
    };
    for (const auto& [text, json] : cases) {
        const auto shown = json;
        CAPTURE(shown);
        CHECK(json_string(text) == shown);
        CHECK(nlohmann::json::accept(json_string(text)));
    }
}

TEST_CASE("json: what is no number is null") {
    JsonWriter json;
    json.begin_array();
    json.value(0.1 + 0.2);
    json.value(7.0);
    json.value(std::numeric_limits<double>::infinity());
    json.value(std::numeric_limits<double>::quiet_NaN());
    json.end_array();
    CHECK(json.take() == "[0.30000000000000004, 7, null, null]");
}
