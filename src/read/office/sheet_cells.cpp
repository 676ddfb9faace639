#include "read/office/sheet_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <tuple>

#include "read/paper/clean_text.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr int kLastRow = 1'048'576;
constexpr int kLastColumn = 16'384;

struct Place {
    int row = 0;
    int column = 0;
};

/// `AB12`, also `$AB$12`; nothing for another text.
std::optional<Place> place_of(std::string_view name) {
    Place out;
    for (const char c : name) {
        const char letter = c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
        if (c == '$') continue;
        if (letter >= 'A' && letter <= 'Z' && out.row == 0) {
            out.column = out.column * 26 + (letter - 'A' + 1);
        } else if (c >= '0' && c <= '9') {
            out.row = out.row * 10 + (c - '0');
        } else {
            return std::nullopt;
        }
        if (out.column > kLastColumn || out.row > kLastRow) return std::nullopt;
    }
    return out.row > 0 && out.column > 0 ? std::optional(out) : std::nullopt;
}

/// Four hexadecimal digits behind `_x` and before `_`.
std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
    if (text.size() - at < 7 || text[at + 1] != 'x' || text[at + 6] != '_') return std::nullopt;
    unsigned code = 0;
    const auto* const digits = text.data() + at + 2;
    const auto read = std::from_chars(digits, digits + 4, code, 16);
    return read.ptr == digits + 4 ? std::optional<char32_t>(code) : std::nullopt;
}

/// What workbooks write for characters that XML cannot have: `_x000D_`.
std::string without_escapes(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto code = text[at] == '_' ? escape_at(text, at) : std::nullopt;
        if (!code) {
            out += text[at];
            continue;
        }
        append_code_point(out, *code);
        at += 6;
    }
    return out;
}

std::optional<double> number_of(std::string_view text) {
    text = trim(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(value)) return std::nullopt;
    return value == 0 ? 0.0 : value;
}

/// The digits of a number, never with an exponent where people would not write one.
std::string digits_of(double number) {
    constexpr double kHuge = 1e21;
    constexpr double kTiny = 1e-7;
    const auto size = std::abs(number);
    if (number != 0 && (size >= kHuge || size < kTiny)) return fmt::format("{}", number);
    char out[64];
    const auto end =
        std::to_chars(std::begin(out), std::end(out), number, std::chars_format::fixed);
    return {out, end.ptr};
}

/// Merged ranges, asked in the order of rows.
class MergedRanges {
  public:
    explicit MergedRanges(pugi::xml_node sheet) {
        for (const auto node : child_named(sheet, "mergeCells").children()) {
            const auto name = attribute_named(node, "ref");
            const auto colon = name.find(':');
            if (colon == std::string_view::npos) continue;
            const auto first = place_of(name.substr(0, colon));
            const auto last = place_of(name.substr(colon + 1));
            if (first && last) ranges_.push_back({*first, *last});
        }
        std::sort(ranges_.begin(), ranges_.end(), [](const Range& a, const Range& b) {
            return std::tie(a.first.row, a.first.column) < std::tie(b.first.row, b.first.column);
        });
    }

    /// Whether the cell lies within one and is not its first.
    bool covers(const SheetCell& cell) {
        for (; next_ < ranges_.size() && ranges_[next_].first.row <= cell.row; ++next_) {
            open_[ranges_[next_].first.column] = ranges_[next_];
        }
        auto found = open_.upper_bound(cell.column);
        if (found == open_.begin()) return false;
        const auto& range = (--found)->second;
        const bool inside = cell.row <= range.last.row && cell.column <= range.last.column;
        return inside && (cell.row != range.first.row || cell.column != range.first.column);
    }

  private:
    struct Range {
        Place first;
        Place last;
    };
    std::vector<Range> ranges_;
    std::size_t next_ = 0;
    std::map<int, Range> open_;  ///< by first column; of two, the later
};

class CellReader {
  public:
    explicit CellReader(const SharedContent& shared) : shared_(shared) {}

    /// Fills what the cell holds; false where it is empty.
    bool read(pugi::xml_node node, SheetCell& cell) const {
        const auto type = attribute_named(node, "t");
        const std::string_view value = child_named(node, "v").text().get();
        if (type == "inlineStr") return text(string_text(child_named(node, "is")), node, cell);
        if (type == "s") return text(shared_text(value), node, cell);
        if (value.empty()) return without_value(node, type, cell);
        if (type == "str") return text(clean_text(without_escapes(value)), node, cell);
        if (type == "b")
            return literal(SheetCell::Kind::boolean, value == "0" ? "FALSE" : "TRUE", cell);
        if (type == "e") return literal(SheetCell::Kind::error, clean_text(value), cell);
        if (type == "d") return iso_date(value, node, cell);
        return number(value, node, cell);
    }

  private:
    const CellFormat& format_of(pugi::xml_node node) const {
        static const CellFormat plain;
        const auto index = static_cast<std::size_t>(number_named(node, "s", 0));
        return index < shared_.formats.size() ? shared_.formats[index] : plain;
    }

    std::string shared_text(std::string_view value) const {
        const auto index = number_of(value);
        if (!index || *index < 0 || *index >= static_cast<double>(shared_.strings.size()))
            return {};
        return shared_.strings[static_cast<std::size_t>(*index)];
    }

    static bool literal(SheetCell::Kind kind, std::string what, SheetCell& cell) {
        cell.kind = kind;
        cell.text = std::move(what);
        return true;
    }

    bool text(std::string what, pugi::xml_node node, SheetCell& cell) const {
        if (what.empty()) return false;
        const auto& font = format_of(node).font;
        // Text of today in a font of old shows in another font, and is what it is.
        if (font && is_in_legacy(*font, what)) what = decode_legacy(*font, what);
        return literal(SheetCell::Kind::text, std::move(what), cell);
    }

    static bool without_value(pugi::xml_node node, std::string_view type, SheetCell& cell) {
        const auto formula = child_named(node, "f");
        // A formula may well have computed an empty text.
        if (!formula || type == "str") return false;
        return literal(SheetCell::Kind::error, "=" + clean_text(formula.text().get()), cell);
    }

    bool iso_date(std::string_view value, pugi::xml_node node, SheetCell& cell) const {
        const auto day = parse_date(value.substr(0, 10));
        if (!day) return text(clean_text(value), node, cell);
        cell.date = day;
        cell.number = static_cast<double>((*day - make_day(1899, 12, 30)).count());
        return literal(SheetCell::Kind::date, format_date(*day), cell);
    }

    bool number(std::string_view value, pugi::xml_node node, SheetCell& cell) const {
        const auto read = number_of(value);
        if (!read) return text(clean_text(value), node, cell);
        cell.number = *read;
        const auto shown = format_of(node).shown;
        cell.percent_format = shown == NumberShown::percent;
        if (shown != NumberShown::date) {
            return literal(SheetCell::Kind::number, digits_of(*read), cell);
        }
        cell.date = day_of_serial(*read, shared_.from_1904);
        return literal(SheetCell::Kind::date,
                       cell.date ? format_date(*cell.date) : digits_of(*read), cell);
    }

    const SharedContent& shared_;
};

}  // namespace

std::string string_text(pugi::xml_node item) {
    std::string out;
    for (const auto child : item.children()) {
        if (is_named(child, "t")) out += child.text().get();
        if (is_named(child, "r")) out += child_named(child, "t").text().get();
    }
    return clean_text(without_escapes(out));
}

std::vector<SheetCell> read_cells(pugi::xml_node sheet, const SharedContent& shared) {
    const CellReader reader(shared);
    std::vector<SheetCell> cells;
    int row = 0;
    for (const auto line : child_named(sheet, "sheetData").children()) {
        if (!is_named(line, "row")) continue;
        row = number_named(line, "r", row + 1);
        int column = 0;
        for (const auto node : line.children()) {
            if (!is_named(node, "c")) continue;
            const auto place = place_of(attribute_named(node, "r"));
            SheetCell cell;
            cell.row = place ? place->row : row;
            cell.column = column = place ? place->column : column + 1;
            if (reader.read(node, cell)) cells.push_back(std::move(cell));
        }
    }
    const auto before = [](const SheetCell& a, const SheetCell& b) {
        return std::tie(a.row, a.column) < std::tie(b.row, b.column);
    };
    if (!std::is_sorted(cells.begin(), cells.end(), before)) {
        std::stable_sort(cells.begin(), cells.end(), before);
    }
    MergedRanges merged(sheet);
    const auto covered = [&](const SheetCell& cell) { return merged.covers(cell); };
    cells.erase(std::remove_if(cells.begin(), cells.end(), covered), cells.end());
    return cells;
}

}  // namespace plantool
