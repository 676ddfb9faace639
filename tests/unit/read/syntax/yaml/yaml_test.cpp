#include "read/syntax/yaml/yaml.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "support.hpp"
#include "support/said.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

struct Parsed {
    bool whole = false;
    std::vector<Node> documents;
    Strings places;
};

Parsed parse(const std::string& text) {
    const Source source("x.yaml", text);
    Diagnostics found;
    Parsed parsed;
    parsed.whole = parse_yaml(source, kPlanShape, found,
                              [&](Node node) { parsed.documents.push_back(std::move(node)); });
    parsed.places = places_of(found);
    return parsed;
}

}  // namespace

TEST_CASE("yaml: scalars are the text that stands there, never guessed") {
    for (const auto* text : {"no", "yes", "on", "y", "NO", "007", "010", "1.10", "0x1F", "1e3",
                             "2022-06-30", "12:30:45", "~x", ".5", "1_000"}) {
        CAPTURE(text);
        const auto parsed = parse(std::string("key: ") + text + "\n");
        REQUIRE(parsed.documents.size() == 1);
        CHECK(parsed.documents[0].items[0].text == text);
        CHECK(parsed.documents[0].items[0].kind == Node::Kind::scalar);
        CHECK_FALSE(parsed.documents[0].items[0].quoted);
    }
    CHECK(parse("key: ~\n").documents[0].items[0].kind == Node::Kind::null);
    CHECK(parse("key:\n").documents[0].items[0].kind == Node::Kind::null);
    CHECK(parse("key: '12'\n").documents[0].items[0].quoted);
    CHECK(parse("key: |\n  12\n").documents[0].items[0].text == "12\n");
    CHECK(parse("key: S\u01a1\u0309\n").documents[0].items[0].text == "Sở");  // composed
}

TEST_CASE("yaml: spans cover the value as it stands in the file") {
    const std::string text = "tên: Sở Y tế\nq: \"a \\\" b\"\nl: ['it''s', x]\n";
    const auto parsed = parse(text);
    REQUIRE(parsed.documents.size() == 1);
    const auto& root = parsed.documents[0];
    const auto at = [&](const Node& node) {
        return text.substr(node.span.begin, node.span.end - node.span.begin);
    };
    CHECK(at(root.items[0]) == "Sở Y tế");
    CHECK(at(root.items[1]) == "\"a \\\" b\"");
    CHECK(root.items[1].text == "a \" b");
    CHECK(at(root.items[2].items[1]) == "x");
}

TEST_CASE("yaml: what the library lets pass is refused at its place") {
    struct Case {
        const char* text;
        Strings places;
    };
    const Case cases[] = {
        {"a: 1\nb: 2\na: 3\n", {"P005 3:1"}},
        {"a: {b: 1, b: 2}\n", {"P005 1:11"}},
        {"a: &x 1\nb: *x\n", {"P008 1:4", "P008 2:4"}},
        {"a: !!str 1\n", {"P008 1:4"}},
        {"a: !own {b: 1}\n", {"P008 1:4"}},
        {"a: {<<: {b: 1}}\n", {"P008 1:5"}},
        {"? [a, b]\n: c\n", {"P006 1:3"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(parse(c.text).places == c.places);
    }
}

TEST_CASE("yaml: broken syntax is refused near where it begins, not at the end of the file") {
    struct Case {
        const char* text;
        const char* place;
    };
    const Case cases[] = {
        {"a: 1\nb: \"never closed\nc: 2\nd: 3\n", "P001 2:4"},
        {"a: 1\nb: 'never closed\nc: 2\n", "P001 2:4"},
        {"a: 1\nb: \"never closed", "P001 2:4"},
        {"a: 1\n\tb: 2\n", "P001 2:1"},
        {"a:\n \tb: 2\n", "P001 2:2"},
        {"a:\n  - b\n\t- c\n", "P001 3:1"},
        {"a: one\n\ttwo\n", "P001 2:1"},
        {"a: 1\n  b: 2\n", "P001 2:3"},
        {"a: b: c\n", "P001 1:5"},
        {"- a\nb: c\n", "P001 2:1"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto parsed = parse(c.text);
        CHECK_FALSE(parsed.whole);
        CHECK(parsed.places == Strings{c.place});
    }
    CHECK_FALSE(parse("a: [1, 2\nb: 3\n").whole);
    CHECK(parse("a: [1,\n\t2]\nb:\t3\n").whole);  // blanks, not indentation
    CHECK_FALSE(parse("a: {b: 1\nc: 2\n").whole);
}

TEST_CASE("yaml: nesting has an end, and alias bombs no effect") {
    CHECK(parse(std::string(60, '[') + std::string(60, ']')).whole);
    CHECK_FALSE(parse(std::string(65, '[') + std::string(65, ']')).whole);
    CHECK_FALSE(parse(std::string(100'000, '[')).whole);
    CHECK_FALSE(parse(std::string(100'000, '{')).whole);
    std::string bomb = "a: &a [x, x]\n";
    for (char c = 'b'; c < 'z'; ++c) {
        bomb += fmt::format("{0}: &{0} [*{1}, *{1}]\n", c, static_cast<char>(c - 1));
    }
    CHECK(parse(bomb).places.size() == 25 + 24 * 2);
}

TEST_CASE("yaml: several documents, comments and line ends") {
    CHECK(parse("a: 1\n---\nb: 2\n").documents.size() == 2);
    CHECK(parse("a: 1\n...\nb: 2\n").documents.size() == 2);
    CHECK(parse("---\n---\na: 1\n...\n# end\n").places == Strings{});
    CHECK(parse("a: 1\r\nb: 2\r\n").documents[0].items[1].text == "2");
    CHECK(parse("# only this\n").documents.empty());
    CHECK(parse("").documents.empty());
    CHECK(parse("a: 'x # y' # z\n").documents[0].items[0].text == "x # y");
}

TEST_CASE("yaml: keys are the same in every spelling of the same letters") {
    CHECK(parse("\u1edf: 1\no\u031b\u0309: 2\n").places == Strings{"P005 2:1"});
    CHECK(parse("a: 1\n\"a\": 2\n'a': 3\n").places == Strings{"P005 2:1", "P005 3:1"});
    CHECK(parse("a: 1\nA: 2\n").places == Strings{});
    CHECK(parse("x: {a: 1}\ny: {a: 1}\n").places == Strings{});
    CHECK(parse("- a: 1\n- a: 1\n").places == Strings{});
}

TEST_CASE("yaml: anchors, aliases, tags and merge keys are refused wherever they stand") {
    struct Case {
        const char* text;
        Strings places;
    };
    const Case cases[] = {
        {"&x a: 1\n", {"P008 1:1"}},          {"a: &x\n  b: 1\n", {"P008 1:4"}},
        {"a: &x [1]\n", {"P008 1:4"}},        {"- &x 1\n- 2\n", {"P008 1:3"}},
        {"a: !!int 1\n", {"P008 1:4"}},       {"a: !<tag:yaml.org,2002:str> 1\n", {"P008 1:4"}},
        {"a: !local [1]\n", {"P008 1:4"}},    {"<<: {a: 1}\n", {"P008 1:1"}},
        {"a: 1\n<<: {a: 2}\n", {"P008 2:1"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(parse(c.text).places == c.places);
    }
    // In quotes they are but texts.
    CHECK(parse("a: '*x'\nb: \"&x\"\nc: '!x'\nd: x & y * z ! w\n").places == Strings{});
}

TEST_CASE("yaml: an alias of itself and an alias of nothing end") {
    CHECK(parse("a: &x [*x]\n").places.empty() == false);
    CHECK(parse("a: *x\n").places == Strings{"P001 1:4"});
}

TEST_CASE("yaml: block texts, folded texts and texts over several lines") {
    const auto text = [](const std::string& yaml) {
        const auto parsed = parse(yaml);
        CHECK(parsed.places == Strings{});
        return parsed.documents.at(0).items.at(0).text;
    };
    CHECK(text("a: |\n  one\n   two\n\nb: 1\n") == "one\n two\n");
    CHECK(text("a: |-\n  one\n  two\n") == "one\ntwo");
    CHECK(text("a: >\n  one\n  two\n\n  three\n") == "one two\nthree\n");
    CHECK(text("a: one\n  two\n") == "one two");
    CHECK(text("a: \"one\n  two\"\n") == "one two");
    CHECK(text("a: \"one\\n\\ttwo \\u1edf\"\n") == "one\n\ttwo ở");
    CHECK(text("a: 'it''s'\n") == "it's");
    CHECK(text("a: x#y # z\n") == "x#y");
    CHECK(text("a: http://x.vn/a?b=c\n") == "http://x.vn/a?b=c");
    CHECK(text("a: -x\n") == "-x");
    CHECK(text("a: ''\n") == "");
}

TEST_CASE("yaml: an empty value is nothing, an empty text is a text") {
    for (const auto* nothing : {"a:\n", "a: ~\n", "a: null\n", "a: # x\n", "{a: }\n"}) {
        CAPTURE(nothing);
        CHECK(parse(nothing).documents.at(0).items.at(0).kind == Node::Kind::null);
    }
    for (const auto* text : {"a: ''\n", "a: \"\"\n", "a: |\n", "a: '~'\n", "a: 'null'\n"}) {
        CAPTURE(text);
        CHECK(parse(text).documents.at(0).items.at(0).kind == Node::Kind::scalar);
    }
}

TEST_CASE("yaml: whatever the bytes, it ends, and says so where it fails") {
    for (const auto* text : {"%YAML 9.9\n---\na: 1\n",
                             "%TAG ! !\n",
                             "@",
                             "`",
                             "a: @x\n",
                             "a: `x`\n",
                             "]",
                             "}",
                             "a: ]\n",
                             "a: [\n",
                             "a: {\n",
                             "a: {b\n",
                             "? \n",
                             ": \n",
                             "- - - -\n",
                             "a: \"\\q\"\n",
                             "a: 'x\n",
                             "\"",
                             "'",
                             "a: |x\n",
                             "a: >9\n x\n",
                             "--- |\n",
                             "---\n---\n---\n",
                             "... \n...\n",
                             "\t\n",
                             "a: b\n c\nd: e\n",
                             "- a\n b\n",
                             "[a, b]: c\n",
                             "a:b\n",
                             "a : b\n",
                             "*",
                             "&",
                             "!",
                             "!!",
                             "a: &\n",
                             "a: *\n",
                             "\xC2\x85",
                             "\xE2\x80\xA8",
                             "a: \x01\n",
                             "a: \x7f\n"}) {
        CAPTURE(text);
        const auto parsed = parse(text);
        if (!parsed.whole) CHECK_FALSE(parsed.places.empty());
    }
}

TEST_CASE("yaml: deep nesting in blocks and in brackets is told as what it is") {
    std::string blocks;
    for (int i = 0; i < 70; ++i) blocks += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
    CHECK_FALSE(parse(blocks + std::string(70, ' ') + "b\n").whole);
    std::string dashes;
    for (int i = 0; i < 3000; ++i) dashes += "- ";
    CHECK_FALSE(parse(dashes + "x\n").whole);
    for (const auto& deep : {std::string(66, '['), dashes + "x\n", std::string(5000, '{')}) {
        const Source source("x.yaml", deep);
        Diagnostics found;
        parse_yaml(source, kPlanShape, found, [](const Node&) {});
        REQUIRE(found.all().size() == 1);
        CHECK(said(found.all()[0].message).find("nested") != std::string::npos);
    }
}

TEST_CASE("yaml: a key that stands twice is told however many keys there are") {
    for (const int count : {1, 2, 15, 16, 17, 40}) {
        CAPTURE(count);
        std::string text;
        for (int i = 0; i < count; ++i) text += fmt::format("k{}: 1\n", i);
        text += "k0: 1\nk0: 1\n";  // on the two lines behind them
        text += fmt::format("k{}: 1\n", count - 1);
        CHECK(parse(text).places == Strings{fmt::format("P005 {}:1", count + 1),
                                            fmt::format("P005 {}:1", count + 2),
                                            fmt::format("P005 {}:1", count + 3)});
        CHECK(parse(text).whole);
    }
}

TEST_CASE("yaml: escapes that the library misreads, in double quotes alone") {
    const auto text = [](const std::string& written) {
        const auto parsed = parse("a: " + written + "\nb: 1\n");
        REQUIRE(parsed.places == Strings{});
        REQUIRE(parsed.documents.size() == 1);
        return parsed.documents[0].items.at(0).text;
    };
    CHECK(text(R"("x\_y")") == "x\u00A0y");
    CHECK(text(R"("x\Ny")") == "x\u0085y");
    CHECK(text(R"("x\Ly")") == "x\u2028y");
    CHECK(text(R"("x\Py")") == "x\u2029y");
    CHECK(text(R"("\xA0\x85\xe9")") == "\u00A0\u0085é");
    CHECK(text(R"("\ud83d\ude00!\U0001F600")") == "😀!😀");
    CHECK(text(R"("\\_\\N\\ud83d\\ude00")") == R"(\_\N\ud83d\ude00)");
    CHECK(text(R"('x\_y\ud83d\ude00')") == R"(x\_y\ud83d\ude00)");
    CHECK(text(R"(x\_y\N)") == R"(x\_y\N)");
    CHECK(text("|\n  x\\_y") == "x\\_y\n");
    CHECK(parse("\"a\\_b\": 1\n").documents.at(0).keys.at(0).value == "a\u00A0b");
    CHECK(parse("a: \"\\ud83d\"\n").places == Strings{"P001 1:5"});
    CHECK(parse("a: \"\\ude00\\ud83d\"\n").places == Strings{"P001 1:5"});
}

TEST_CASE("yaml: byte-order marks at the start of later documents") {
    const std::string mark = "\xEF\xBB\xBF";
    for (const std::string& between : {"---\n" + mark, mark + "---\n", "...\n" + mark + "---\n",
                                       "...\n" + mark, mark + "# x\n---\n"}) {
        CAPTURE(between);
        const auto parsed = parse("a: 1\n" + between + "b: 2\nc: 3\n");
        CHECK(parsed.places == Strings{});
        REQUIRE(parsed.documents.size() == 2);
        CHECK(parsed.documents[1].keys.at(0).value == "b");
        CHECK(parsed.documents[1].keys.at(1).value == "c");
    }
}

TEST_CASE("yaml: a blank that is missing behind a colon, and a text that goes on below") {
    const auto told = [](const std::string& text) {
        const Source source("x.yaml", text);
        Diagnostics found;
        parse_yaml(source, kPlanShape, found, [](Node) {});
        REQUIRE(found.all().size() == 1);
        const auto& d = found.all()[0];
        return fmt::format("{}:{} {} | {}", d.line, d.column, said(d.message), said(d.help));
    };
    CHECK(told("a: 1\nvia:email\n") ==
          "2:4 a blank is missing behind this colon | write `via: email`");
    CHECK(told("via:email\nb: 1\n") ==
          "1:4 a blank is missing behind this colon | write `via: email`");
    CHECK(told("a: {n:12, m: 3}\n") == "1:6 a blank is missing behind this colon | write `n: 12`");
    CHECK(
        told("note: một dòng\ntiếp theo\n") ==
        "2:1 a colon is missing in this line | where it is a key, write `tiếp:` and a blank, then "
        "the value; where it goes on with the text above, indent it further than that text's key");
    CHECK(told("a: 1\nvia\n") ==
          "2:1 a colon is missing in this line | write `via:` and a blank, then the value");
    CHECK(parse("source: https://example.org/x\n").places == Strings{});
}

TEST_CASE("yaml: a file of one long line is read in time that grows with it") {
    std::string text = "{agencies: [";
    for (int i = 0; i < 20'000; ++i) {
        text += fmt::format("{}{{id: a{}, name: \"Sở {}\", aliases: ['x{}', y], active: }}",
                            i == 0 ? "" : ", ", i, i, i);
    }
    text += "]}";
    const auto parsed =
        parse(text);  // a test has two minutes; the square of this would take an hour
    CHECK(parsed.places == Strings{});
    REQUIRE(parsed.documents.size() == 1);
    CHECK(parsed.documents[0].items.at(0).items.size() == 20'000);
}

TEST_CASE("yaml: keys that stand twice are told so many times, and counted") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "a: 1\n";
    const Source source("x.yaml", text);
    Diagnostics found;
    parse_yaml(source, kPlanShape, found, [](Node) {});
    REQUIRE(found.all().size() == 21);
    CHECK(said(found.all()[20].message) ==
          "999 keys stand twice here in all; the first 20 are told");
}
