#include "core/submission/figure.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "support/said.hpp"

using namespace plantool;

TEST_CASE("figure: JSON's grammar and nothing else") {
    for (const std::string text : {"0", "-0", "12", "-3", "97.5", "1e3", "1E+3", "2.5e-3"}) {
        CAPTURE(text);
        CHECK(is_json_number(text));
    }
    for (const std::string text :
         {"",    "-",   "+1",        "01",   "-01",     ".5",  "5.",       "1e",
          "1e+", "1,5", "1.234.567", "0x10", "NaN",     "nan", "Infinity", "inf",
          "1 ",  " 1",  "1_000",     "１２", "12 lượt", "--1"}) {
        CAPTURE(text);
        CHECK_FALSE(is_json_number(text));
    }
}

TEST_CASE("figure: values") {
    struct Case {
        const char* text;
        FigureType type;
        double value;
    };
    const Case cases[] = {
        {"0", FigureType::integer, 0},
        {"850", FigureType::integer, 850},
        {"-3", FigureType::integer, -3},
        {"999999999999999", FigureType::integer, 999999999999999.0},
        {"-999999999999999.5", FigureType::decimal, -999999999999999.5},
        {"1e-400", FigureType::decimal, 0},
        {"97.5", FigureType::decimal, 97.5},
        {"1.234", FigureType::decimal, 1.234},
        {"1e3", FigureType::decimal, 1000},
        {"12", FigureType::decimal, 12},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto read = parse_figure(c.text, c.type);
        REQUIRE(read.value);
        CHECK(*read.value == c.value);
        CHECK(read.fault.empty());
    }
}

TEST_CASE("figure: 1.234 is no integer, and the message says so") {
    for (const std::string text : {"1.234", "12.345", "1.234.567"}) {
        CAPTURE(text);
        const auto read = parse_figure(text, FigureType::integer);
        CHECK_FALSE(read.value);
        CHECK(said(read.fault).find("thousands") != std::string::npos);
        CHECK_FALSE(read.help.empty());
    }
    CHECK(said(parse_figure("1.234.567", FigureType::integer).help).find("1234567") !=
          std::string::npos);
}

TEST_CASE("figure: what is refused") {
    struct Case {
        const char* text;
        FigureType type;
    };
    const Case cases[] = {
        {"1.5", FigureType::integer},
        {"12,5", FigureType::decimal},
        {"", FigureType::integer},
        {"mười", FigureType::integer},
        {"1000000000000000", FigureType::integer},
        {"1e15", FigureType::decimal},
        {"1e308", FigureType::decimal},  // of which three have no sum
        {"-1e308", FigureType::decimal},
        {"9007199254740992", FigureType::integer},  // as 2^53 + 1 would be kept
        {"9007199254740993", FigureType::integer},
        {"99999999999999999999999", FigureType::integer},
        {"1e400", FigureType::decimal},
        {"-1e400", FigureType::decimal},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto read = parse_figure(c.text, c.type);
        CHECK_FALSE(read.value);
        CHECK_FALSE(read.fault.empty());
    }
}

TEST_CASE("figure: 1.500 for a decimal is read, and doubted") {
    const auto doubted = parse_figure("1.500", FigureType::decimal);
    CHECK(doubted.value == 1.5);
    CHECK(said(doubted.doubt) == "the dot is read as a decimal point");
    CHECK(said(doubted.help) == "if 1500 is meant, write it without the dot");
    for (const std::string text : {"1.5", "1.50", "1.5000", "1500.000", "0", "12", "1e3"}) {
        CAPTURE(text);
        CHECK(parse_figure(text, FigureType::decimal).doubt.empty());
    }
}

TEST_CASE("figure: Vietnamese numbers") {
    struct Case {
        const char* text;
        FigureType type;
        std::optional<double> value;
        bool doubted = false;
    };
    constexpr auto integer = FigureType::integer;
    constexpr auto decimal = FigureType::decimal;
    const Case cases[] = {
        {"0", integer, 0.0},
        {"12", integer, 12.0},
        {"1.234", integer, 1234.0},
        {"1.234.567", integer, 1234567.0},
        {"-1.234", integer, -1234.0},
        {"98,5", decimal, 98.5},
        {"0,75", decimal, 0.75},
        {"-98,5", decimal, -98.5},
        {"1.234,5", decimal, 1234.5},
        {"1,234", decimal, 1.234},
        {"1.234", decimal, 1234.0, true},
        {"1234", decimal, 1234.0},
        {"1.5", decimal, std::nullopt},
        {"1.5", integer, std::nullopt},
        {"12.34", decimal, std::nullopt},
        {"1234.567", decimal, std::nullopt},
        {"1.234.5", decimal, std::nullopt},
        {"98,5", integer, std::nullopt},
        {"1,2,3", decimal, std::nullopt},
        {"98,", decimal, std::nullopt},
        {",5", decimal, std::nullopt},
        {"1,5.000", decimal, std::nullopt},
        {"1e3", decimal, std::nullopt},
        {"1,5e3", decimal, std::nullopt},
        {"007", integer, std::nullopt},
        {"1 234", integer, std::nullopt},
        {"85%", decimal, std::nullopt},
        {"", integer, std::nullopt},
        {"1.000.000.000.000.000", integer, std::nullopt},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto read = parse_vietnamese_figure(c.text, c.type);
        CHECK(read.value == c.value);
        CHECK(read.fault.empty() == c.value.has_value());
        CHECK(read.doubt.empty() == !c.doubted);
    }
}

TEST_CASE("figure: what is wrong is told in the reader's language") {
    const auto read = parse_figure("1.234", FigureType::integer);
    CHECK(say(read.fault, Language::vi) == "ở đây dấu chấm không dùng để ngăn cách hàng nghìn");
    CHECK(say(read.help, Language::vi) == "nếu muốn nói 1234 thì bỏ dấu chấm");
}
