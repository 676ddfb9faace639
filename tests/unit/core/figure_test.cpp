#include "core/figure.hpp"

#include <doctest/doctest.h>

#include <string>

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
        {"9007199254740991", FigureType::integer, 9007199254740991.0},
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
        CHECK(read.fault.find("thousands") != std::string::npos);
        CHECK_FALSE(read.help.empty());
    }
    CHECK(parse_figure("1.234.567", FigureType::integer).help.find("1234567") != std::string::npos);
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
