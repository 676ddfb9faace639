#include "read/draft/document/task_table.hpp"

#include <algorithm>
#include <array>

#include "read/draft/phrases/words_in.hpp"
#include "read/paper/clean_text.hpp"
#include "read/paper/layout/paper_lines.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

enum class Column { other, number, content, lead, partners, time, product };

Column column_of(const std::string& cell) {
    constexpr std::size_t kMostWords = 12;
    const WordsIn words(cell);
    if (words.size() == 0 || words.size() > kMostWords) return Column::other;
    if (words.size() <= 2 && words.match_any(0, {"tt", "stt", "số tt", "số thứ"}) > 0) {
        return Column::number;
    }
    if (words.has_any(
            {"thời gian", "thời hạn", "tiến độ", "hoàn thành", "thời điểm", "lộ trình"}) &&
        !words.has("sản phẩm")) {
        return Column::time;
    }
    if (words.has_any({"sản phẩm", "kết quả"})) return Column::product;
    if (words.has("phối hợp") && !words.has("chủ trì")) return Column::partners;
    const bool content = words.has_any({"nội dung", "nhiệm vụ", "công việc", "hoạt động",
                                        "giải pháp", "tên nhiệm vụ", "đầu việc"});
    if (words.has_any({"chủ trì", "phụ trách", "đầu mối", "phân công", "trách nhiệm"}) ||
        (words.has("thực hiện") && words.has_any({"đơn vị", "cơ quan", "bộ phận", "người"}))) {
        return Column::lead;
    }
    if (content) return Column::content;
    return Column::other;
}

using Columns = std::vector<Column>;

std::optional<Columns> columns_of(const std::vector<std::string>& header) {
    Columns out;
    std::vector<Column> seen;
    for (const auto& cell : header) {
        auto column = column_of(one_line(cell));
        // Of two columns of one kind the first.
        if (column != Column::other && std::find(seen.begin(), seen.end(), column) != seen.end()) {
            column = Column::other;
        }
        seen.push_back(column);
        out.push_back(column);
    }
    const auto has = [&](Column column) {
        return std::find(out.begin(), out.end(), column) != out.end();
    };
    const bool works =
        has(Column::content) && (has(Column::lead) || has(Column::time) || has(Column::partners));
    return works ? std::optional(out) : std::nullopt;
}

/// Rows of a header that is two rows high, column by column.
std::vector<std::string> joined(const std::vector<std::string>& upper,
                                const std::vector<std::string>& lower) {
    auto out = upper;
    out.resize(std::max(upper.size(), lower.size()));
    for (std::size_t i = 0; i < lower.size(); ++i) {
        if (!lower[i].empty()) out[i] += (out[i].empty() ? "" : " ") + lower[i];
    }
    return out;
}

std::string line_of(const std::vector<std::string>& row) {
    std::string out;
    for (const auto& cell : row) {
        const auto text = one_line(cell);
        if (!text.empty()) out += (out.empty() ? "" : " | ") + text;
    }
    return out;
}

/// The numbers of the columns, below the header: `(1) (2) (3)`, `1 2 3`.
bool numbers_columns(const std::vector<std::string>& row) {
    int next = 1;
    for (const auto& cell : row) {
        const auto text = one_line(cell);
        if (text.empty()) continue;
        const WordsIn words(text);
        if (words.size() != 1 || words.number(0) != next) return false;
        ++next;
    }
    return next > 3;
}

std::string number_of(const std::string& cell) {
    auto out = one_line(cell);
    while (!out.empty() && std::string_view(".)-: ").find(out.back()) != std::string_view::npos) {
        out.pop_back();
    }
    return out;
}

TaskRow row_of(const Columns& columns, const std::vector<std::string>& cells) {
    TaskRow out;
    out.line = line_of(cells);
    for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
        const auto text = std::string(trim(cells[i]));
        switch (columns[i]) {
            case Column::number:
                out.number = number_of(text);
                break;
            case Column::content:
                out.content = text;
                break;
            case Column::lead:
                out.lead = text;
                break;
            case Column::partners:
                out.partners = text;
                break;
            case Column::time:
                out.time = one_line(text);
                break;
            case Column::product:
                out.product = one_line(text);
                break;
            case Column::other:
                break;
        }
    }
    const auto filled = std::count_if(cells.begin(), cells.end(),
                                      [](const std::string& cell) { return !trim(cell).empty(); });
    const bool alone = filled == 1 && !out.line.empty();
    if (alone && out.content.empty()) {
        // A merged row stands in its first cell, whatever column that is.
        out = TaskRow{{}, out.line, {}, {}, {}, {}, out.line, true};
    }
    const bool nobody = out.lead.empty() && out.partners.empty() && out.time.empty();
    const bool roman =
        !out.number.empty() && out.number.find_first_not_of("IVXABCDEGH") == std::string::npos;
    out.section = out.section || (nobody && (roman || is_in_capitals(out.content) || alone));
    return out;
}

// Tables that lost their lines.

struct Segment {
    std::size_t start = 0;  ///< code points from the left
    std::string text;
};

std::vector<Segment> segments_of(std::string_view line) {
    std::vector<Segment> out;
    const bool barred = line.find('|') != std::string_view::npos;
    std::size_t column = 0;
    std::size_t blanks = 2;
    for (std::size_t at = 0; at < line.size();) {
        const auto from = at;
        const auto c = next_code_point(line, at);
        const bool bar = barred && c == U'|';
        if (bar || c == U'\t') {
            blanks = 2;
            if (bar && (out.empty() || !out.back().text.empty() || column > 0)) {
                out.push_back({column + 1, {}});
            } else if (c == U'\t') {
                out.push_back({column + 1, {}});
            }
        } else if (c == U' ') {
            ++blanks;
        } else {
            const bool apart = !barred && blanks >= 2;
            if (out.empty() || (apart && !out.back().text.empty())) out.push_back({column, {}});
            if (out.back().text.empty()) out.back().start = column;
            if (blanks > 0 && !out.back().text.empty()) out.back().text += ' ';
            out.back().text += line.substr(from, at - from);
            blanks = 0;
        }
        ++column;
    }
    return out;
}

bool is_delimited(std::string_view line) {
    return line.find('\t') != std::string_view::npos || line.find('|') != std::string_view::npos;
}

std::vector<std::string> cells_of(const std::vector<Segment>& segments) {
    std::vector<std::string> out;
    for (const auto& segment : segments) out.push_back(segment.text);
    return out;
}

/// A row of Markdown that only parts the header from what is below.
bool parts_rows(const std::vector<Segment>& segments) {
    return std::all_of(segments.begin(), segments.end(), [](const Segment& segment) {
        return segment.text.find_first_not_of("-:= ") == std::string::npos;
    });
}

bool ends_table(const std::string& line) {
    const auto text = one_line(line);
    return begins_recipients(text) || begins_signature(text) || begins_annex(text);
}

/// The column in which a piece of text stands, by where the columns of the header begin.
std::size_t column_at(const std::vector<std::size_t>& starts, std::size_t start) {
    constexpr std::size_t kSlack = 3;
    std::size_t best = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (starts[i] <= start + kSlack) best = i;
    }
    return best;
}

}  // namespace

std::optional<TaskTable> task_table(const TableText& table) {
    constexpr std::size_t kMostAbove = 4;  // a title row, or a header of several rows
    std::optional<Columns> columns;
    TaskTable out;
    std::size_t first = 0;
    for (std::size_t i = 0; i < table.rows.size() && i < kMostAbove && !columns; ++i) {
        columns = columns_of(table.rows[i]);
        out.header_lines.push_back(line_of(table.rows[i]));
        first = i + 1;
        if (columns || i + 1 >= table.rows.size()) continue;
        if (auto both = columns_of(joined(table.rows[i], table.rows[i + 1]))) {
            columns = std::move(both);
            out.header_lines.push_back(line_of(table.rows[i + 1]));
            first = i + 2;
        }
    }
    if (!columns) return std::nullopt;
    for (std::size_t i = first; i < table.rows.size(); ++i) {
        const auto line = line_of(table.rows[i]);
        if (line.empty()) continue;
        const bool again = columns_of(table.rows[i]).has_value();  // on the next page
        if (again || numbers_columns(table.rows[i])) {
            out.header_lines.push_back(line);
            continue;
        }
        out.rows.push_back(row_of(*columns, table.rows[i]));
    }
    return out;
}

std::optional<PlainTable> plain_table(const std::vector<std::string>& lines, std::size_t first) {
    constexpr std::size_t kFewestColumns = 3;
    constexpr std::size_t kMostHeaderLines = 4;
    const auto header = segments_of(lines[first]);
    if (header.size() < kFewestColumns) return std::nullopt;
    PlainTable out;
    if (is_delimited(lines[first])) {
        if (!columns_of(cells_of(header))) return std::nullopt;
        for (auto at = first; at < lines.size(); ++at) {
            const auto segments = segments_of(lines[at]);
            if (!is_delimited(lines[at]) || segments.size() < 2 || ends_table(lines[at])) break;
            ++out.lines;
            if (!parts_rows(segments)) out.table.rows.push_back(cells_of(segments));
        }
        return out;
    }
    std::vector<std::size_t> starts;
    for (const auto& segment : header) starts.push_back(segment.start);
    bool headed = false;
    for (auto at = first; at < lines.size(); ++at) {
        const auto segments = segments_of(lines[at]);
        if (segments.empty()) continue;
        if (at > first && ends_table(lines[at])) break;
        const bool wide = segments.size() == 1 && segments[0].start < starts[1] &&
                          count_code_points(segments[0].text) + segments[0].start > starts[2];
        if (wide && at > first && !is_in_capitals(segments[0].text)) break;
        const auto place = column_at(starts, segments[0].start);
        const bool begins = place == 0;
        if (!headed && !begins && out.lines >= kMostHeaderLines) return std::nullopt;
        if (begins && at > first) {
            if (!headed && !columns_of(out.table.rows.front())) return std::nullopt;
            headed = true;
        }
        if (begins) out.table.rows.emplace_back(starts.size());
        if (out.table.rows.empty()) return std::nullopt;
        for (const auto& segment : segments) {
            auto& cell = out.table.rows.back()[column_at(starts, segment.start)];
            cell += (cell.empty() ? "" : " ") + segment.text;
        }
        out.lines = at - first + 1;
    }
    if (!headed || out.table.rows.size() < 2) return std::nullopt;
    return out;
}

}  // namespace plantool
