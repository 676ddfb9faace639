// Whatever is typed into a form, as a spreadsheet saves it, comes back.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <map>
#include <string>
#include <vector>

#include "cli/import/form_office.hpp"
#include "read/office/zip_parts.hpp"
#include "support/office_file.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// Types into the cells of a form as a spreadsheet does: into its XML, where a cell that is to be
/// filled in stands empty, or into a row that has none there.
class FilledForm {
  public:
    explicit FilledForm(const std::string& form) : form_(form) {
        const auto book = open_book(form);
        for (const auto& cell : book.sheets.front().cells) {
            if (cell.column == 1) rows_.emplace(cell.text, cell.row);
            if (cell.row == 1) columns_.emplace(cell.text, cell.column);
        }
        const auto opened = ZipParts::open(form_);
        REQUIRE(readable(opened) != nullptr);
        for (const auto* name :
             {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
              "xl/sharedStrings.xml", "xl/styles.xml", "xl/theme/theme1.xml",
              "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}) {
            const auto part = readable(opened)->read(name);
            REQUIRE(readable(part) != nullptr);
            parts_.push_back({name, *readable(part)});
        }
    }

    void text(const std::string& row, const std::string& column, const std::string& text) {
        put(row, column, "inlineStr",
            fmt::format(R"(<is><t xml:space="preserve">{}</t></is>)", escaped(text)));
    }
    void number(const std::string& row, const std::string& column, const std::string& digits) {
        put(row, column, "n", fmt::format("<v>{}</v>", digits));
    }

    Workbook book() const { return open_book(zip_of(parts_)); }

  private:
    static std::string escaped(const std::string& text) {
        std::string out;
        for (const char c : text) {
            if (c == '&') {
                out += "&amp;";
            } else if (c == '<') {
                out += "&lt;";
            } else {
                out += c;
            }
        }
        return out;
    }

    void put(const std::string& row, const std::string& column, const char* kind,
             const std::string& value) {
        const auto name = cell_name(rows_.at(row), columns_.at(column));
        auto& sheet = parts_[7].bytes;
        const auto begin = sheet.find(fmt::format(R"(<c r="{}")", name));
        REQUIRE(begin != std::string::npos);
        const auto end = sheet.find("/>", begin);
        sheet.replace(end, 2, fmt::format(R"( t="{}">{}</c>)", kind, value));
    }

    std::string form_;
    std::map<std::string, int> rows_;
    std::map<std::string, int> columns_;
    std::vector<FilePart> parts_;
};

/// Words with what spreadsheets, XML and YAML might trip over.
std::string any_text() {
    static const std::vector<std::string> words = {
        "Tổ chức",   "12",   "hội nghị", "=1+1", "<b>",   "&amp;", "\"",
        "'",         "\n",   "- một",    "x",    "#REF!", "97,5%", "Đ",
        "24/6/2022", "🙂", "true",     "+",    "@",     "]]>",   ": "};
    std::string out;
    for (const auto word : *rc::gen::container<std::vector<std::size_t>>(
             *rc::gen::inRange<std::size_t>(1, 8),
             rc::gen::inRange<std::size_t>(0, words.size()))) {
        out += (out.empty() ? "" : " ") + words[word];
    }
    return "a " + out + " z";
}

/// A figure as it was typed, and as it is meant.
struct TypedFigure {
    std::string written;
    bool number = false;  ///< a cell that holds a number
    std::string meant;
};

std::string with_points(std::string digits) {
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ".");
    }
    return digits;
}

TypedFigure any_integer() {
    const auto digits = std::to_string(*rc::gen::inRange(0, 100'000'000));
    const int way = *rc::gen::inRange(0, 4);
    if (way == 0) return {digits, true, digits};
    if (way == 1) return {with_points(digits), false, digits};
    if (way == 2) return {" " + digits + " ", false, digits};
    return {*rc::gen::element<std::string>("-", "x", " "), false, ""};
}

TypedFigure any_share() {
    const int whole = *rc::gen::inRange(0, 100);
    const int tenth = *rc::gen::inRange(1, 10);
    const auto meant = fmt::format("{}.{}", whole, tenth);
    const auto written = fmt::format("{},{}", whole, tenth);
    const int way = *rc::gen::inRange(0, 3);
    if (way == 0) return {meant, true, meant};
    return {way == 1 ? written : written + "%", false, meant};
}

}  // namespace

TEST_CASE("forms: whatever is filled in comes back, figure by figure and word by word") {
    const Office office(1);
    const auto blank = office.form(0);
    CHECK(rc::check([&] {
        FilledForm form(blank);
        const auto maybe = [] { return *rc::gen::arbitrary<bool>(); };
        ComposedSubmission meant;
        const auto text = [&](const char* key, std::string& into) {
            if (!maybe()) return;
            into = any_text();
            form.text(key, "value", into);
        };
        text("number", meant.document_number);
        text("difficulties", meant.difficulties);
        text("proposals", meant.proposals);
        text("next", meant.next);
        text("note", meant.note);
        const auto figure = [&](const std::string& task, const std::string& indicator,
                                const TypedFigure& typed, ComposedResult& result) {
            if (typed.number) {
                form.number(task, indicator, typed.written);
            } else {
                form.text(task, indicator, typed.written);
            }
            if (!typed.meant.empty()) result.figures.push_back({indicator, typed.meant, true});
        };
        for (const auto* task : {"II.1", "II.2", "whole"}) {
            ComposedResult result;
            if (task != std::string("whole")) result.task = task;
            if (maybe()) form.text(task, "summary", result.summary = any_text());
            if (maybe()) figure(task, "hoi-nghi", any_integer(), result);
            if (task == std::string("II.2") && maybe()) figure(task, "ty-le", any_share(), result);
            if (!result.summary.empty() || !result.figures.empty()) meant.results.push_back(result);
        }
        const auto all = read_all(office, form.book());
        RC_ASSERT(all.size() == 1U);
        const auto& s = all.front().submission;
        RC_ASSERT(s.document_number == meant.document_number);
        RC_ASSERT(s.difficulties == meant.difficulties);
        RC_ASSERT(s.proposals == meant.proposals);
        RC_ASSERT(s.next == meant.next);
        RC_ASSERT(s.note == meant.note);
        RC_ASSERT(s.results.size() == meant.results.size());
        for (std::size_t i = 0; i < s.results.size(); ++i) {
            const auto& came = s.results[i];
            const auto& typed = meant.results[i];
            RC_ASSERT(came.task == typed.task);
            RC_ASSERT(came.summary == typed.summary);
            RC_ASSERT(came.figures.size() == typed.figures.size());
            for (std::size_t k = 0; k < came.figures.size(); ++k) {
                RC_ASSERT(came.figures[k].indicator == typed.figures[k].indicator);
                RC_ASSERT(came.figures[k].value == typed.figures[k].value);
                RC_ASSERT(came.figures[k].number);
            }
        }
    }));
}
