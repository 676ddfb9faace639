#include "cli/import/sheet_values.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "cli/papers/written_figure.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

using Kind = SheetCell::Kind;

SheetValue none_of(const SheetCell& cell) {
    return Message(Word::cell_is_no_value, cell.text);
}

}  // namespace

std::string sheet_text(const SheetCell& cell) {
    return std::string(trim(cell.text));
}

SheetValue sheet_day(const SheetCell& cell) {
    constexpr double kFirst = 20'000;  // of 1954
    constexpr double kLast = 80'000;   // of 2119
    if (cell.date) return format_date(*cell.date);
    if (cell.kind == Kind::number && cell.number >= kFirst && cell.number <= kLast) {
        const auto epoch = make_day(1899, 12, 30);
        return format_date(epoch + days{static_cast<int>(std::floor(cell.number))});
    }
    if (cell.kind != Kind::text) return none_of(cell);
    const auto text = sheet_text(cell);
    if (text.empty()) return std::string();
    const auto day = day_in_text(text);
    if (!day) return Message(Word::no_date, text);
    return format_date(*day);
}

SheetValue sheet_figure(const SheetCell& cell, const Indicator& indicator) {
    if (cell.kind != Kind::number && cell.kind != Kind::text) return none_of(cell);
    auto figure = written_figure(figure_in_cell(cell, is_percent(indicator)), indicator);
    if (figure.absent) return std::string();
    if (!figure.number.empty()) return std::move(figure.number);
    return refusal_of(cell.text, indicator, std::move(figure.fault));
}

SheetValue sheet_flag(const SheetCell& cell) {
    static const std::array yes = {fold_name("x"), fold_name("có"), fold_name("true"),
                                   fold_name("1"), fold_name("✓")};
    static const std::array no = {fold_name(""), fold_name("không"), fold_name("false"),
                                  fold_name("0"), fold_name("-")};
    const auto text = fold_name(cell.text);
    if (std::find(yes.begin(), yes.end(), text) != yes.end()) return std::string("true");
    if (std::find(no.begin(), no.end(), text) != no.end()) return std::string();
    return none_of(cell);
}

}  // namespace plantool
