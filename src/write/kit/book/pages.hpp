// Paper: the size and margins of a page, and where the rows of a sheet break into pages.
#pragma once

#include <xlsxwriter.h>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace plantool::xlsx {

/// The margins of a page of A4, in millimetres.
struct Page {
    double width;
    double height;
    double left;
    double right;
    double top;
    double bottom;
};
// Nghị định 30/2020/NĐ-CP, Phụ lục I.
inline constexpr Page kUpright{
    .width = 210, .height = 297, .left = 30, .right = 15, .top = 20, .bottom = 20};
inline constexpr Page kLandscape{
    .width = 297, .height = 210, .left = 15, .right = 15, .top = 25, .bottom = 18};

/// Digits across a page at the smallest print that reads well.
inline constexpr double kWidestPage = 230;

constexpr double inches(double millimetres) {
    return millimetres / 25.4;
}

constexpr double points(double millimetres) {
    return inches(millimetres) * 72;
}

void set_margins(lxw_worksheet* sheet, const Page& page);

/// Rows that are printed.
struct PrintedRows {
    using Row = lxw_row_t;
    Row first = 0;
    Row last = 0;
    double page = 0;                                     ///< points of rows that a page holds
    const std::vector<std::pair<Row, Row>>& together;    ///< from top to bottom
    const std::optional<std::pair<Row, Row>>& repeated;  ///< on every page below them
};

/// Rows that begin a page, so that what is to be kept together is, where a page can hold it.
std::vector<lxw_row_t> page_breaks(const PrintedRows& rows,
                                   const std::function<double(lxw_row_t)>& height_of);

}  // namespace plantool::xlsx
