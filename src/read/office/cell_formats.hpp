// How the cells of a workbook are shown, as far as it says what their numbers mean.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/time/date.hpp"
#include "read/office/xml.hpp"
#include "text/legacy.hpp"

namespace plantool {

enum class NumberShown { plain, percent, date };

/// What a number format makes of a number: `0.0%`, `dd/mm/yyyy`.
NumberShown shown_by(std::string_view format);

struct CellFormat {
    NumberShown shown = NumberShown::plain;
    std::optional<LegacyEncoding> font;  ///< of fonts from before Unicode
};

/// The formats by the number that cells refer to them with.
std::vector<CellFormat> read_cell_formats(pugi::xml_node styles);

/// The day of a serial number; nothing for what is before the system's first day or after 9999, and
/// for 29 February 1900, which spreadsheets have and the calendar has not.
std::optional<Day> day_of_serial(double serial, bool from_1904);

}  // namespace plantool
