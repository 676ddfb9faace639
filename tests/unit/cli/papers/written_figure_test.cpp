#include "cli/papers/written_figure.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/said.hpp"

using namespace plantool;

namespace {

/// The number, `none`, or why it is no number.
std::string read(const std::string& text, FigureType type, const std::string& unit = "") {
    Indicator indicator;
    indicator.type = type;
    indicator.unit.value = unit;
    const auto figure = written_figure(figure_in_text(text, is_percent(indicator)), indicator);
    if (figure.absent) return "none";
    return figure.number.empty() ? "not: " + said(figure.fault) : figure.number;
}

}  // namespace

TEST_CASE("written figures: as a Vietnamese office writes them") {
    struct Case {
        const char* text;
        FigureType type;
        const char* unit;
        const char* number;
    };
    constexpr auto kWhole = FigureType::integer;
    constexpr auto kDecimal = FigureType::decimal;
    const Case cases[] = {
        {"12", kWhole, "", "12"},
        {" 12 ", kWhole, "", "12"},
        {"05", kWhole, "", "5"},
        {"00", kWhole, "", "0"},
        {"-3", kWhole, "", "-3"},
        {"\u22123", kWhole, "", "-3"},
        {"1.234", kWhole, "", "1234"},
        {"1.234", kDecimal, "", "1234"},
        {"56.636", kWhole, "", "56636"},
        {"1 234", kWhole, "", "1234"},
        {"1\u00a0234\u00a0567", kWhole, "", "1234567"},
        {"1 234,5", kDecimal, "", "1234.5"},
        {"12.345,67", kDecimal, "", "12345.67"},
        {"1,5", kDecimal, "", "1.5"},
        {"97,55%", kDecimal, "%", "97.55"},
        {"97,55 %", kDecimal, "%", "97.55"},
        {"97,55", kDecimal, "%", "97.55"},
        {"-", kWhole, "", "none"},
        {"–", kWhole, "", "none"},
        {"x", kWhole, "", "none"},
        {"X", kDecimal, "", "none"},
        {"", kWhole, "", "none"},
        {" \u00a0 ", kWhole, "", "none"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(read(c.text, c.type, c.unit) == c.number);
    }
}

TEST_CASE("written figures: what is none is never guessed") {
    for (const std::string text : {"1.5", "1.23", "1.234.56", "12 34", "1234 567", "1 23", "trên 4",
                                   "4 triệu", "97,55%", "1,5,0", "005", "12 lượt"}) {
        CAPTURE(text);
        CHECK(read(text, FigureType::decimal).starts_with("not: "));
    }
    CHECK(read("1,5", FigureType::integer).starts_with("not: "));
}
