// How cells look. The styles that the sheets share are said here once.
#pragma once

#include <xlsxwriter.h>

#include <compare>
#include <cstdint>
#include <string>

#include "core/status/state.hpp"

namespace plantool::xlsx {

enum class Align : std::uint8_t { left, center, right };

/// How a cell looks. Times New Roman throughout.
struct Style {
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool wrap = true;
    bool border = false;
    bool upward = false;  ///< written from the bottom of the cell to its top
    Align align = Align::left;
    bool middle = false;       ///< vertically; else at the top
    bool open_top = false;     ///< no border between it and the row above
    bool open_bottom = false;  ///< nor between it and the row below
    double size = 12;
    lxw_color_t fill = LXW_COLOR_UNSET;
    lxw_color_t ink = LXW_COLOR_UNSET;
    std::string number = {};  ///< number format

    auto operator<=>(const Style&) const = default;
};

/// A style with something changed: `with(kCell, [](Style& s) { s.bold = true; })`.
template <class Change>
Style with(Style style, Change change) {
    change(style);
    return style;
}

/// The styles that the sheets share.
const Style& title_style();
const Style& heading_style();
const Style& header_style();  ///< of a table's columns
const Style& cell_style();
const Style& number_style();  ///< a whole number in a table

const Style& link_style();
/// How a state is coloured: by fills of clearly different grey, so that it also tells in print.
Style state_style(State state);

/// `#,##0.00` for two decimals.
std::string number_format(int decimals);
/// Of a share: one decimal, and none for the whole.
std::string percent_format();

}  // namespace plantool::xlsx
