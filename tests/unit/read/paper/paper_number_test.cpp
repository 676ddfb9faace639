#include "read/paper/paper_number.hpp"

#include <doctest/doctest.h>

#include <tuple>
#include <utility>

#include "core/submission/figure.hpp"
#include "read/paper/period_phrase.hpp"

using namespace plantool;

namespace {

/// What the readers of figures make of it: `none`, `error` or the value.
std::string read(const std::optional<PaperFigure>& figure, FigureType type) {
    if (!figure) return "none";
    const auto value = figure->vietnamese ? parse_vietnamese_figure(figure->text, type)
                                          : parse_figure(figure->text, type);
    if (!value.value) return "error";
    auto out = std::to_string(*value.value);
    while (out.ends_with('0')) out.pop_back();
    if (out.ends_with('.')) out.pop_back();
    return out;
}

}  // namespace

TEST_CASE("numbers in papers: as an office writes them") {
    const std::tuple<const char*, bool, const char*> cases[] = {
        {"1.234", false, "1234"},
        {"12.345,67", false, "12345.67"},
        {"1,5", false, "1.5"},
        {"97,55%", true, "97.55"},
        {"97,55 %", true, "97.55"},
        {"97,55", true, "97.55"},
        {"97,55%", false, "error"},
        {"1 234", false, "1234"},
        {"1\u00A0234\u00A0567", false, "1234567"},
        {"1.5", false, "error"},
        {"1.234.56", false, "error"},
        {"1 2", false, "error"},
        {"-", false, "none"},
        {"x", false, "none"},
        {"X", false, "none"},
        {"–", false, "none"},
        {"", false, "none"},
        {"  ", false, "none"},
        {"05", false, "5"},
        {"0", false, "0"},
        {"56.636", false, "56636"},
        {"1,234", false, "1.234"},
        {"12 cuộc", false, "error"},
        {"trên 4 triệu", false, "error"},
        {"-5", false, "-5"},
        {"0,5", false, "0.5"},
    };
    for (const auto& one : cases) {
        const auto& text = std::get<0>(one);
        const auto& percent = std::get<1>(one);
        const auto& expected = std::get<2>(one);
        CAPTURE(text);
        CHECK(read(figure_in_text(text, percent), FigureType::decimal) == expected);
    }
}

TEST_CASE("numbers in papers: cells are numbers as they are, and percents times 100") {
    const std::tuple<const char*, bool, bool, const char*> cases[] = {
        {"0.9755", true, true, "97.55"},
        {"0.07", true, true, "7"},
        {"1", true, true, "100"},
        {"0.145", true, true, "14.5"},
        {"-0.005", true, true, "-0.5"},
        {"97.55", false, true, "97.55"},
        {"0.9755", true, false, "0.9755"},
        {"1.234", false, false, "1.234"},
        {"0", true, true, "0"},
    };
    for (const auto& one : cases) {
        const auto& text = std::get<0>(one);
        const auto& shown = std::get<1>(one);
        const auto& percent = std::get<2>(one);
        const auto& expected = std::get<3>(one);
        CAPTURE(text);
        SheetCell cell;
        cell.kind = SheetCell::Kind::number;
        cell.text = text;
        cell.percent_format = shown;
        const auto figure = figure_in_cell(cell, percent);
        REQUIRE(figure);
        CHECK_FALSE(figure->vietnamese);
        CHECK(figure->text == expected);
    }
}

TEST_CASE("days in papers") {
    const std::pair<const char*, const char*> cases[] = {
        {"24/6/2022", "2022-06-24"},
        {"24/06/2022", "2022-06-24"},
        {"24-6-2022", "2022-06-24"},
        {"24.6.2022", "2022-06-24"},
        {"2022-06-24", "2022-06-24"},
        {"ngày 24 tháng 6 năm 2022", "2022-06-24"},
        {"Ngày 05 tháng 02 năm 2022.", "2022-02-05"},
        {"ngày 24/6/2022", "2022-06-24"},
        {"05/06/2022", "2022-06-05"},
        {"6/30/2022", "-"},
        {"29/02/2022", "-"},
        {"31/6/2022", "-"},
        {"24/6", "-"},
        {"ngày    tháng 6 năm 2022", "-"},
        {"ngày 24 tháng 6 năm 2022 và", "-"},
        {"", "-"},
    };
    for (const auto& one : cases) {
        const auto& text = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(text);
        const auto day = day_in_text(text);
        CHECK((day ? format_date(*day) : "-") == expected);
    }
    CHECK(day_within("Tuy An, ngày 24 tháng 6 năm 2022") == make_day(2022, 6, 24));
    CHECK(day_within("Kế hoạch ngày (trống), ngày 24/6/2022;") == make_day(2022, 6, 24));
    CHECK_FALSE(day_within("Tuy An, ngày … tháng 6 năm 2022"));
}

TEST_CASE("periods: phrases within sentences") {
    const std::pair<const char*, const char*> cases[] = {
        {"kết quả 6 tháng đầu năm 2022", "2022-H1"},
        {"kết quả 06 tháng cuối năm 2022", "2022-H2"},
        {"BÁO CÁO QUÝ I/2022", "2022-Q1"},
        {"Báo cáo quý 3 năm 2022", "2022-Q3"},
        {"báo cáo tháng 7/2022", "2022-07"},
        {"ngày 24 tháng 6 năm 2022", ""},
        {"tuần 12/2022", "2022-W12"},
        {"9 tháng đầu năm 2022", "2022-9M"},
        {"9 tháng năm 2022", "2022-9M"},
        {"cả năm 2022", "2022"},
        {"Kế hoạch năm 2022, 6 tháng đầu năm 2022", "2022 2022-H1"},
        {"6 tháng đầu năm", "2021-H1*"},
        {"quý II", "2021-Q2*"},
        {"Bao cao 6 thang dau nam 2022.docx", "2022-H1"},
        {"bc_quy_1_2022.pdf", "2022-Q1"},
        {"BC-quy-IV-2022.docx", "2022-Q4"},
        {"thắng lợi năm nay", ""},
        {"", ""},
    };
    for (const auto& one : cases) {
        const auto& text = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(text);
        std::string found;
        for (const auto& phrase : period_phrases(text, 2021)) {
            found += (found.empty() ? "" : " ") + phrase.id + (phrase.year_written ? "" : "*");
        }
        CHECK(found == expected);
    }
    CHECK(period_phrases("6 tháng đầu năm", std::nullopt).empty());
}
