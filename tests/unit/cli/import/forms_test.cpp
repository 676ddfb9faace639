// What is filled in into forms and registers comes back, figure by figure and word by word.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string>

#include "cli/import/form_office.hpp"
#include "core/submission/form_keys.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

SheetCell cell_of(int row, int column, const std::string& text) {
    SheetCell cell;
    cell.row = row;
    cell.column = column;
    cell.text = text;
    return cell;
}

/// Types a text where the row key and the column key meet; the keys may stand anywhere.
void type(WorkbookSheet& sheet, const std::string& row_key, const std::string& column_key,
          const std::string& text, SheetCell::Kind kind = SheetCell::Kind::text) {
    int row = 0;
    int column = 0;
    for (const auto& cell : sheet.cells) {
        if (row == 0 && cell.column == 1 && cell.text == row_key) row = cell.row;
        if (column == 0 && cell.row == 1 && cell.text == column_key) column = cell.column;
    }
    REQUIRE(row > 0);
    REQUIRE(column > 0);
    auto cell = cell_of(row, column, text);
    cell.kind = kind;
    if (kind == SheetCell::Kind::number) cell.number = std::stod(text);
    sheet.cells.push_back(cell);
}

}  // namespace

TEST_CASE("forms: what thirty agencies fill in comes back") {
    const Office office(30);
    for (RowIx row = 0; row < 30; ++row) {
        auto book = open_book(office.form(row));
        auto& sheet = book.sheets.front();
        type(sheet, "number", "value", fmt::format("{}/BC", row + 1));
        type(sheet, "date", "value", "24/6/2022");
        type(sheet, "II.1", "summary", "Đã làm:\n- một\n- hai");
        type(sheet, "II.1", "hoi-nghi", fmt::format("1.{:03}", row));
        type(sheet, "II.2", "ty-le", "97,5");
        type(sheet, "whole", "hoi-nghi", fmt::format("{}", row), SheetCell::Kind::number);
        type(sheet, "difficulties", "value", "Không");
        const auto all = read_all(office, book);
        REQUIRE(all.size() == 1);
        const auto& s = all.front().submission;
        CHECK(all.front().doubts.empty());
        CHECK(s.agency == fmt::format("xa-{}", row + 1));
        CHECK(s.obligation == "nam");
        CHECK(s.period == "2022");
        CHECK(s.document_number == fmt::format("{}/BC", row + 1));
        CHECK(s.document_date == "2022-06-24");
        CHECK(s.difficulties == "Không");
        REQUIRE(s.results.size() == 3);
        CHECK(s.results[0].task == "II.1");
        CHECK(s.results[0].summary == "Đã làm:\n- một\n- hai");
        CHECK(s.results[0].figures[0].value == fmt::format("1{:03}", row));
        CHECK(s.results[1].figures[0].indicator == "ty-le");
        CHECK(s.results[1].figures[0].value == "97.5");
        CHECK_FALSE(s.results[2].task.has_value());
        CHECK(s.results[2].figures[0].value == fmt::format("{}", row));
    }
}

TEST_CASE("forms: rows and columns that moved, sheets that were added") {
    const Office office(1);
    auto book = open_book(office.form(0));
    auto& sheet = book.sheets.front();
    type(sheet, "II.1", "summary", "một");
    type(sheet, "II.1", "hoi-nghi", "-");
    type(sheet, "nil", "value", "x");
    for (auto& cell : sheet.cells) {
        cell.row += 2;
        cell.column += 1;
    }
    book.sheets.insert(book.sheets.begin(), WorkbookSheet{"Nháp", false, {cell_of(1, 1, "value")}});
    const auto all = read_all(office, book);
    REQUIRE(all.size() == 1);
    CHECK(all.front().doubts.empty());
    CHECK(all.front().submission.nil);
    REQUIRE(all.front().submission.results.size() == 1);
    CHECK(all.front().submission.results[0].summary == "một");
    CHECK(all.front().submission.results[0].figures.empty());
}

TEST_CASE("forms: what cannot be is told with its cell") {
    const Office office(1);
    auto book = open_book(office.form(0));
    auto& sheet = book.sheets.front();
    type(sheet, "II.1", "hoi-nghi", "1.5");
    type(sheet, "date", "value", "31/6/2022");
    type(sheet, "nil", "value", "có thể");
    const auto all = read_all(office, book);
    REQUIRE(all.size() == 1);
    Strings doubts;
    for (const auto& doubt : all.front().doubts) {
        doubts.push_back(doubt.field + " " + say(doubt.message, Language::en).substr(0, 23));
    }
    REQUIRE(doubts.size() == 4);
    CHECK(doubts[0].starts_with("document/date sheet Báo cáo, cell D"));
    CHECK(doubts[1].starts_with("nil sheet Báo cáo, cell D"));
    CHECK(doubts[2].starts_with("results/0/figures/hoi-nghi sheet Báo cáo, cell F"));
}

TEST_CASE("forms: one that nobody filled in is no report") {
    const Office office(1);
    const auto all = read_all(office, open_book(office.form(0)));
    REQUIRE(all.size() == 1);
    REQUIRE(all.front().doubts.size() == 1);
    CHECK(say(all.front().doubts[0].message, Language::en) == "nothing is filled in in the form");
}

TEST_CASE("forms: a register of three thousand lines comes back") {
    constexpr int kAgencies = 3000;
    const Office office(kAgencies);
    auto book = open_book(office.incoming());
    auto& sheet = book.sheets.front();
    CHECK(read_all(office, book).front().settled == Outcome::not_a_report);
    std::map<std::string, int> columns;
    std::map<int, std::string> agencies;
    for (const auto& cell : sheet.cells) {
        if (cell.row == 1) columns[cell.text] = cell.column;
        if (cell.column == 1 && cell.row > 4) agencies[cell.row] = cell.text;
    }
    REQUIRE(agencies.size() == kAgencies);
    for (const auto& [row, agency] : agencies) {
        sheet.cells.push_back(cell_of(row, columns["received"], "05/12/2022"));
        sheet.cells.push_back(cell_of(row, columns["document_number"], agency + "/BC"));
        sheet.cells.push_back(cell_of(row, columns["nil"], "x"));
    }
    const auto all = read_all(office, book);
    REQUIRE(all.size() == kAgencies);
    for (int i = 0; i < kAgencies; ++i) {
        const auto& s = all[static_cast<std::size_t>(i)].submission;
        const auto agency = fmt::format("xa-{}", i + 1);
        const bool same = s.agency == agency && s.document_number == agency + "/BC" &&
                          s.received == "2022-12-05" && s.period == "2022" && s.nil;
        CHECK(same);
    }
}
