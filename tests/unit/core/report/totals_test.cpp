#include "core/report/totals.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/days.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// A figure of an agency for a task, in a paper that was received on a day of June 2022.
FiledFigure figure(AgencyIx agency, ObligationIx task, double value, const char* received,
                   const char* dated = "2022-06-01", std::uint64_t order = 0) {
    return {agency, task, value, {{day(received), 0}, day(dated), order}};
}

template <class Ix>
std::vector<std::pair<Ix, double>> pairs(const std::vector<IndicatorTable::Value<Ix>>& values) {
    std::vector<std::pair<Ix, double>> out;
    for (const auto& value : values) out.emplace_back(value.of, value.value);
    return out;
}

using ByAgency = std::vector<std::pair<AgencyIx, double>>;

/// Agency 1 reports twice, for tasks 7 and 5, agency 0 once; agency 0's paper came last.
std::vector<FiledFigure> three() {
    return {figure(1, 7, 10, "2022-06-20"), figure(1, 5, 4, "2022-06-20"),
            figure(0, 5, 1, "2022-06-28")};
}

}  // namespace

TEST_CASE("totals: each rule") {
    CHECK(total_of(Total::sum, {1, 2, 4.5}) == 7.5);
    CHECK(total_of(Total::max, {1, 9, 4}) == 9);
    CHECK(total_of(Total::max, {-3, -1, -2}) == -1);
    CHECK(total_of(Total::mean, {1, 2, 6}) == 3);
    CHECK(total_of(Total::last, {1, 9, 4}) == 4);
    for (const auto rule : {Total::sum, Total::max, Total::mean, Total::last}) {
        CHECK(total_of(rule, {}) == std::nullopt);
        CHECK(total_of(rule, {0}) == 0);
        CHECK(total_of(rule, {-2.5}) == -2.5);
    }
}

TEST_CASE("totals: binary noise does not reach the reader") {
    CHECK(total_of(Total::sum, {0.1, 0.2}) == 0.3);
    CHECK(total_of(Total::sum, {0.1, 0.7, 0.2}) == 1);
    CHECK(total_of(Total::sum, {1.1, 2.2, 3.3}) == 6.6);
    CHECK(total_of(Total::mean, {0.1, 0.2, 0.3}) == 0.2);
    CHECK(total_of(Total::mean, {99.9, 99.9, 99.9}) == 99.9);
    // Whole numbers stay exact as far as a workbook keeps them.
    CHECK(total_of(Total::sum, {999'999'999'999.0, 1}) == 1'000'000'000'000.0);
}

TEST_CASE("totals: decimals add up as they are written") {
    CHECK(total_of(Total::sum, std::vector<double>(10, 0.7)) == 7);
    CHECK(total_of(Total::mean, std::vector<double>(10, 0.7)) == 0.7);
    CHECK(total_of(Total::sum, std::vector<double>(1000, 0.001)) == 1);
    CHECK(total_of(Total::sum, {0.1, 0.2, -0.3}) == 0);
    CHECK(total_of(Total::sum, {1e-7, 2e-7}) == 3e-7);
    CHECK(total_of(Total::sum, {1e20, 1, -1e20}) == 1);
    CHECK(total_of(Total::sum, {123456789012.34, 0.01}) == 123456789012.35);
    // Not 15 digits of it.
    CHECK(total_of(Total::sum, {4503599627370496.0, 4503599627370495.0}) == 9007199254740991.0);
    CHECK(total_of(Total::sum, {9007199254740991.0, -1}) == 9007199254740990.0);
    // As near as doubles come where the exact sum would be too long.
    CHECK(total_of(Total::sum, {1e300, 1, 1e300}) == 2e300);
    CHECK(total_of(Total::sum, {0, 1e-300}) == 1e-300);
}

TEST_CASE("totals: a total that no number holds is none") {
    CHECK(total_of(Total::sum, {1e308, 1e308, 1e308}) == std::nullopt);
    CHECK(total_of(Total::mean, {1e308, 1e308, 1e308}) == std::nullopt);
    CHECK(total_of(Total::max, {1e308, 1e308, 1e308}) == 1e308);
    const auto table =
        indicator_table(0, Total::sum,
                        {figure(0, 1, 1e308, "2022-06-20"), figure(0, 2, 1e308, "2022-06-20"),
                         figure(1, 2, 5, "2022-06-20")});
    CHECK(pairs(table.by_agency) == ByAgency{{1, 5}});
}

TEST_CASE("totals: a sum adds what each agency says of each task") {
    const auto table = indicator_table(3, Total::sum, three());
    CHECK(table.indicator == 3);
    CHECK(pairs(table.by_agency) == ByAgency{{0, 1}, {1, 14}});
    CHECK(pairs(table.by_task) == ByAgency{{5, 5}, {7, 10}});
    CHECK(table.total == 15);
    CHECK(table.last == std::nullopt);
}

TEST_CASE("totals: the cells stand by agency, then by task") {
    Strings cells;
    for (const auto& cell : indicator_table(0, Total::sum, three()).cells) {
        cells.push_back(std::to_string(cell.agency) + " " + std::to_string(cell.task) + " " +
                        std::to_string(static_cast<int>(cell.value)));
    }
    CHECK(cells == Strings{"0 5 1", "1 5 4", "1 7 10"});
}

TEST_CASE("totals: the largest") {
    const auto table = indicator_table(0, Total::max, three());
    CHECK(pairs(table.by_agency) == ByAgency{{0, 1}, {1, 10}});
    CHECK(pairs(table.by_task) == ByAgency{{5, 4}, {7, 10}});
    CHECK(table.total == 10);
}

TEST_CASE("totals: a mean is the mean of the agencies, whatever they write of how many tasks") {
    const auto table = indicator_table(0, Total::mean, three());
    CHECK(pairs(table.by_agency) == ByAgency{{0, 1}, {1, 7}});
    CHECK(pairs(table.by_task) == ByAgency{{5, 2.5}, {7, 10}});
    CHECK(table.total == 4);
}

TEST_CASE("totals: the last is that of the paper received last") {
    const auto table = indicator_table(0, Total::last, three());
    CHECK(table.total == 1);
    CHECK(table.last == AgencyIx{0});
    CHECK(pairs(table.by_task) == ByAgency{{5, 1}, {7, 10}});
    struct Case {
        std::vector<FiledFigure> figures;
        double total;
        AgencyIx last;
    };
    const Case cases[] = {
        // By received day, then by the document's day, then by reading order.
        {{figure(0, 5, 1, "2022-06-28"), figure(1, 5, 2, "2022-06-27")}, 1, 0},
        {{figure(0, 5, 1, "2022-06-28", "2022-06-25"), figure(1, 5, 2, "2022-06-28", "2022-06-24")},
         1,
         0},
        {{figure(0, 5, 1, "2022-06-28", "2022-06-25", 9),
          figure(1, 5, 2, "2022-06-28", "2022-06-25", 8)},
         1,
         0},
        {{figure(0, 5, 1, "2022-06-28", "2022-06-25", 7),
          figure(1, 5, 2, "2022-06-28", "2022-06-25", 8)},
         2,
         1},
    };
    for (const auto& c : cases) {
        const auto found = indicator_table(0, Total::last, c.figures);
        CHECK(found.total == c.total);
        CHECK(found.last == c.last);
    }
}

TEST_CASE("totals: no figure gives no total, which is not 0") {
    for (const auto rule : {Total::sum, Total::max, Total::mean, Total::last}) {
        const auto table = indicator_table(0, rule, {});
        CHECK(table.total == std::nullopt);
        CHECK(table.by_agency.empty());
        CHECK(table.by_task.empty());
        CHECK(table.cells.empty());
        CHECK(table.last == std::nullopt);
    }
    CHECK(indicator_table(0, Total::sum, {figure(0, 5, 0, "2022-06-28")}).total == 0);
}
