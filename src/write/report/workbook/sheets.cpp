#include "write/report/workbook/sheets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "text/words.hpp"
#include "write/report/shared_texts.hpp"

namespace plantool::xlsx {
namespace {

struct SheetInfo {
    SheetId id;
    Word name;
    lxw_color_t tab;
};

constexpr std::array kSheets = {
    SheetInfo{SheetId::summary, Word::sheet_summary, 0xC00000},
    SheetInfo{SheetId::timeliness, Word::sheet_timeliness, 0xE07B54},
    SheetInfo{SheetId::follow_up, Word::sheet_follow_up, 0xFFB000},
    SheetInfo{SheetId::quiet, Word::sheet_quiet, 0xFFD980},
    SheetInfo{SheetId::results, Word::sheet_results, 0x2E7D32},
    SheetInfo{SheetId::figures, Word::sheet_figures, 0x1F4E79},
    SheetInfo{SheetId::data, Word::sheet_data, 0x1F4E79},
    SheetInfo{SheetId::status_register, Word::sheet_register, 0x1F4E79},
    SheetInfo{SheetId::sources, Word::sheet_sources, 0x7F7F7F},
};

std::size_t agencies_before(const Report& report) {
    std::map<AgencyIx, int> agencies;
    for (const auto& table : report.indicators) {
        for (const auto& value : table.before_by_agency) agencies[value.of] = 1;
    }
    return agencies.size();
}

}  // namespace

std::string sheet_name(SheetId id, Language language) {
    return say(kSheets.at(static_cast<std::size_t>(id)).name, language);
}

Sheet open_sheet(const Context& c, SheetId id) {
    auto sheet = c.book.add_sheet(sheet_name(id, c.language), c.footer,
                                  kSheets.at(static_cast<std::size_t>(id)).tab);
    sheet.protect();
    return sheet;
}

void add_links(const Context& c, Sheet& sheet, SheetId self, Col first) {
    Col col = first;
    for (const auto& other : kSheets) {
        if (other.id == self) continue;
        const auto name = sheet_name(other.id, c.language);
        sheet.link(Top::kLinks, col, col, name, 0, name, link_style());
        ++col;
    }
}

void add_sheet_top(const Context& c, Sheet& sheet, const std::string& title, Col last_col,
                   const std::string& last_line) {
    auto lines = sheet_lines(c, title);
    if (!last_line.empty()) lines.push_back(last_line);
    sheet.titled(Top::kTitle, 0, sheet.first_page(last_col), lines);
}

std::vector<std::string> sheet_lines(const Context& c, const std::string& title) {
    std::vector<std::string> lines = {
        title,
        say(Word::sheet_subtitle, c.language, c.report.plan().head.number,
            report_period(c.report, c.language), official_date(c.report.as_of(), c.language))};
    std::string notes;
    for (const auto& line : note_lines(c.report, c.language)) {
        notes += (notes.empty() ? say(Word::note_before, c.language) : "; ") + line;
    }
    if (!notes.empty()) lines.push_back(notes);
    return lines;
}

Row add_signatures(const Context& c, Sheet& sheet, Row row, Col last_col) {
    const auto signatories = signatures_of(c.report);
    constexpr std::size_t kMost = 4;
    if (signatories.empty() || signatories.size() > kMost) return row;
    static const Style bold{.bold = true, .align = Align::center, .middle = true, .size = 13};
    static const Style draft{.italic = true, .align = Align::center, .middle = true};
    constexpr Row kBefore = 4;  // rows that stand above it on its page
    const auto begin = row - kBefore;
    const auto parts = std::max<std::size_t>(signatories.size(), 2);
    const auto part = [&](std::size_t i) {
        return static_cast<Col>((parts - signatories.size() + i) * (last_col + 1U) / parts);
    };
    const auto write = [&](std::size_t i, const std::string& text, const Style& style) {
        sheet.merged(row, part(i), static_cast<Col>(part(i + 1) - 1), text, style);
    };
    for (const auto& cells : signature_rows(signatories)) {
        for (std::size_t i = 0; i < cells.size(); ++i) write(i, cells[i], bold);
        ++row;
    }
    constexpr double kRoomToSign = 60;
    for (std::size_t i = 0; i < signatories.size(); ++i) {
        write(i, say(Word::draft, c.language), draft);
    }
    sheet.height(row++, kRoomToSign);
    for (std::size_t i = 0; i < signatories.size(); ++i) write(i, signatories[i].name, bold);
    sheet.keep_together(begin, row);
    return row + 1;
}

std::vector<AgencyIx> expected_agencies(const Report& report) {
    std::vector<AgencyIx> agencies;
    for (const auto& row : report.status.rows) agencies.push_back(agency_of(report, row.row));
    std::sort(agencies.begin(), agencies.end());
    agencies.erase(std::unique(agencies.begin(), agencies.end()), agencies.end());
    return agencies;
}

FiguresLayout figures_layout(const Report& report) {
    FiguresLayout at;
    at.total = FiguresLayout::kFirst + static_cast<Row>(expected_agencies(report).size());
    at.comparison = at.total + 1;
    at.before = at.comparison + (report.before ? 4 : 2);
    at.before_total = at.before;
    if (report.before) at.before_total += 1 + static_cast<Row>(agencies_before(report));
    at.detail_first = report.before ? at.before_total + 3 : at.before + 1;
    return at;
}

}  // namespace plantool::xlsx
