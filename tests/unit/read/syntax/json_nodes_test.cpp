#include "read/syntax/json_nodes.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"
#include "support/said.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

struct Parsed {
    bool whole = false;
    std::vector<Node> nodes;
    Strings places;
    std::string message;  ///< of the first finding
};

Parsed parse(const std::string& text) {
    const Source source("x.json", text);
    Diagnostics found;
    Parsed parsed;
    parsed.whole = parse_json(source, whole(source), kSubmissionShape, found,
                              [&](Node node) { parsed.nodes.push_back(std::move(node)); });
    parsed.places = places_of(found);
    if (!found.all().empty()) parsed.message = said(found.all().front().message);
    return parsed;
}

/// The value of the one key of an object.
Node value_of(const std::string& value) {
    const auto parsed = parse(R"({"k": )" + value + "}");
    REQUIRE(parsed.places == Strings{});
    REQUIRE(parsed.nodes.size() == 1);
    REQUIRE(parsed.nodes[0].items.size() == 1);
    return parsed.nodes[0].items[0];
}

}  // namespace

TEST_CASE("json: numbers stay the text that stands there") {
    for (const auto* text : {"0", "-0", "1.10", "1e3", "1E+3", "12345678901234567890", "0.1",
                             "-2.5e-7", "1e999", "9007199254740993"}) {
        CAPTURE(text);
        const auto node = value_of(text);
        CHECK(node.kind == Node::Kind::scalar);
        CHECK(node.text == text);
        CHECK_FALSE(node.quoted);
        CHECK_FALSE(node.boolean);
    }
}

TEST_CASE("json: the other kinds of value") {
    CHECK(value_of("null").kind == Node::Kind::null);
    CHECK(value_of("true").boolean);
    CHECK(value_of("true").text == "true");
    CHECK(value_of("false").boolean);
    CHECK(value_of("[]").kind == Node::Kind::sequence);
    CHECK(value_of("[1, [2], {}]").items.size() == 3);
    CHECK(value_of("{}").kind == Node::Kind::mapping);
    CHECK(value_of(R"("")").quoted);
    CHECK(value_of(R"("12")").quoted);
}

TEST_CASE("json: texts with their escapes, in NFC") {
    struct Case {
        const char* written;
        const char* text;
    };
    const Case cases[] = {
        {R"("S\u01a1\u0309 Y t\u1ebf")", "Sở Y tế"},
        {"\"S\u01a1\u0309\"", "Sở"},
        {R"("a\"b\\c\/d")", "a\"b\\c/d"},
        {R"("\b\f\n\r\t")", "\b\f\n\r\t"},
        {R"("\ud83d\ude00")", "\U0001F600"},
        {R"("Đ")", "Đ"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.written);
        CHECK(value_of(c.written).text == c.text);
    }
}

TEST_CASE("json: spans cover keys and values as they stand, quotes and all") {
    const std::string text = "{\"tên\": \"Sở \\\"Y\\\"\",\n  \"n\" : 12 , \"l\":[true]}";
    const auto parsed = parse(text);
    REQUIRE(parsed.nodes.size() == 1);
    const auto& root = parsed.nodes[0];
    const auto at = [&](const Span& span) {
        return text.substr(span.begin, span.end - span.begin);
    };
    CHECK(at(root.keys[0].span) == "\"tên\"");
    CHECK(at(root.items[0].span) == "\"Sở \\\"Y\\\"\"");
    CHECK(at(root.keys[1].span) == "\"n\"");
    CHECK(at(root.items[1].span) == "12");
    CHECK(at(root.items[2].items[0].span) == "true");
    CHECK(root.span.begin == 0);
}

TEST_CASE("json: an array gives its elements, anything else is one value") {
    CHECK(parse("[]").nodes.empty());
    CHECK(parse("[]").whole);
    const auto two = parse("[{\"a\": 1},\n {\"a\": 2}]");
    REQUIRE(two.nodes.size() == 2);
    CHECK(two.nodes[1].items[0].text == "2");
    CHECK(parse(" { } \r\n").nodes.size() == 1);
    CHECK(parse("5").nodes.at(0).kind == Node::Kind::scalar);
}

TEST_CASE("json: a key that stands twice is told at the second, however it is written") {
    CHECK(parse(R"({"a": 1, "b": 2, "a": 3})").places == Strings{"S005 1:18"});
    CHECK(parse(R"({"a": 1, "\u0061": 2})").places == Strings{"S005 1:10"});
    CHECK(parse("{\"\u01a1\u0309\": 1, \"\u1edf\": 2}").places == Strings{"S005 1:11"});
    CHECK(parse(R"({"x": {"a": 1}, "y": {"a": 1}})").places == Strings{});
    CHECK(parse(R"([{"a": {"b": 1, "b": 2}}])").places == Strings{"S005 1:17"});
}

TEST_CASE("json: what is no JSON is refused, at most one finding a text") {
    for (const auto* text : {"",
                             " ",
                             "{",
                             "}",
                             "[",
                             "]",
                             "{]",
                             "[}",
                             R"({"a"})",
                             R"({"a":})",
                             R"({"a":1)",
                             R"({"a":1,})",
                             R"({,"a":1})",
                             R"({"a":1 "b":2})",
                             R"({a:1})",
                             R"({"a":'x'})",
                             R"({"a":1}x)",
                             R"({"a":1}{"b":2})",
                             "[1 2]",
                             "[1,]",
                             "[,1]",
                             "[1]]",
                             "nul",
                             "TRUE",
                             R"({"a":+1})",
                             R"({"a":01})",
                             R"({"a":-})",
                             R"({"a":1.})",
                             R"({"a":.5})",
                             R"({"a":1e})",
                             R"({"a":0x1F})",
                             R"({"a":1_000})",
                             R"({"a":Infinity})",
                             R"({"a":"\q"})",
                             R"({"a":"\u12"})",
                             R"({"a":"\ud800"})",
                             "{\"a\":\"x\ny\"}",
                             "{\"a\":\"x\ty\"}",
                             "// x\n{}",
                             "/* x */ {}",
                             "{\"a\":1,\"b\"=2}"}) {
        CAPTURE(text);
        const auto parsed = parse(text);
        CHECK_FALSE(parsed.whole);
        REQUIRE(parsed.places.size() == 1);
        CHECK(parsed.places[0].substr(0, 4) == "S001");
    }
}

TEST_CASE("json: a text without its closing quote is told where it opens") {
    CHECK(parse("{\"a\": 1,\n \"b\": \"never closed}\n").places == Strings{"S001 2:7"});
    CHECK(parse("{\"a\": \"x\\\"}").places == Strings{"S001 1:7"});
    CHECK(parse("{\"a\": \"one\ntwo\"}").places == Strings{"S001 1:7"});
    CHECK(parse("{\"a\": \"x\\\"}").message.find("closing quote") != std::string::npos);
}

TEST_CASE("json: nesting has an end, and is told as what it is") {
    const auto nested = [](int depth) {
        return std::string(static_cast<std::size_t>(depth), '[') +
               std::string(static_cast<std::size_t>(depth), ']');
    };
    CHECK(parse(nested(64)).whole);
    for (const int depth : {66, 2000, 100'000}) {
        CAPTURE(depth);
        CHECK_FALSE(parse(nested(depth)).whole);
        CHECK(parse(nested(depth)).places.size() == 1);
    }
    CHECK(parse(nested(66)).message.find("64") != std::string::npos);
    std::string objects;
    for (int i = 0; i < 1000; ++i) objects += "{\"a\":";
    CHECK_FALSE(parse(objects + "1" + std::string(1000, '}')).whole);
}

TEST_CASE("json: what came before a fault in an array was given already") {
    const auto parsed = parse("[{\"a\": 1},\n{\"a\": 2},\n{\"a\" 3}]");
    CHECK_FALSE(parsed.whole);
    CHECK(parsed.nodes.size() == 2);
}

TEST_CASE("json: tokens that begin like a word of JSON and are none") {
    for (const std::string token : {"nan", "n", "nu", "nul", "nulL", "nullx", "NaN", "none", "nil",
                                    "t", "tru", "truee", "f", "fals", "falsey", "-", "-n"}) {
        CAPTURE(token);
        for (const auto& text :
             {R"({"note":)" + token + "}", R"({"a": [)" + token + "]}", "[" + token + "]", token,
              R"({"note":)" + token, R"({"a": {"b": )" + token + ", \"c\": 1}}"}) {
            CAPTURE(text);
            const auto parsed = parse(text);
            CHECK_FALSE(parsed.whole);
            CHECK(parsed.places.size() == 1);
        }
    }
    CHECK(value_of("null").kind == Node::Kind::null);
}

TEST_CASE("json: escapes of letters, and of half of one") {
    CHECK(value_of(R"("\ud83d\ude00\u00a0\u2028")").text == "😀\u00A0\u2028");
    for (const std::string text :
         {R"("\ud83d")", R"("\ude00")", R"("\ud83dx")", R"("\ude00\ud83d")"}) {
        CAPTURE(text);
        CHECK_FALSE(parse(R"({"k": )" + text + "}").whole);
        CHECK_FALSE(parse(R"({)" + text + ": 1}").whole);
    }
}
