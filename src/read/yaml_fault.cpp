#include "read/yaml_fault.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "read/yaml_text.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr auto kNone = std::string_view::npos;

/// What stands between the last thing that was read and the fault, seen from afar: enough to find
/// the quote or bracket that is to blame, and the plain text in which the library gave up.
class Scan {
  public:
    Scan(std::string_view text, const YamlProgress& progress)
        : text_(text),
          base_(progress.columns.empty() ? -1 : static_cast<int>(progress.columns.back())),
          open(progress.brackets) {}

    void run(std::size_t from, std::size_t to) {
        for (auto at = from; at < to && !quote && !bracket;) at = step(at);
    }

  private:
    std::string_view text_;
    int base_;

  public:
    std::vector<std::uint32_t> open;       ///< brackets that are open
    std::optional<std::uint32_t> quote;    ///< one that is never closed
    std::optional<std::uint32_t> bracket;  ///< the same
    std::uint32_t bracket_until = 0;       ///< where something else begins
    std::size_t plain = kNone;             ///< where the last plain text begins

  private:
    std::size_t step(std::size_t at) {
        const char c = text_[at];
        if (c == '#' && (at == 0 || is_blank(text_, at - 1))) return text_.find('\n', at);
        if (is_blank(text_, at) || c == ',' || is_mark(text_, at, ':') || is_mark(text_, at, '-') ||
            is_mark(text_, at, '?')) {
            return at + 1;
        }
        if (ends_brackets(at)) return text_.size();
        if (c == '"' || c == '\'') return quoted(at);
        if (c == '[' || c == '{') open.push_back(static_cast<std::uint32_t>(at));
        if ((c == ']' || c == '}') && !open.empty()) open.pop_back();
        if (std::string_view("[]{}").find(c) != kNone) return at + 1;
        return plain_text(at);
    }

    bool ends_brackets(std::size_t at) {
        if (open.empty() || first_letter(text_, at) != at || text_[at] == ']' || text_[at] == '}') {
            return false;
        }
        if (static_cast<int>(indent_of(text_, at)) > base_) return false;
        bracket = open.back();
        bracket_until = static_cast<std::uint32_t>(at);
        return true;
    }

    std::size_t quoted(std::size_t at) {
        const auto end = end_of_quoted(text_, at);
        const bool closed = end - at > 1 && end <= text_.size() && text_[end - 1] == text_[at];
        if (!closed || low_line(text_, at, end, base_) != kNone) {
            quote = static_cast<std::uint32_t>(at);
        }
        return end;
    }

    std::size_t plain_text(std::size_t at) {
        // A text goes on over lines: it began where the first of them does.
        if (plain == kNone ||
            !std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(plain_end_),
                         text_.begin() + static_cast<std::ptrdiff_t>(at),
                         [](char c) { return c == ' ' || c == '\n' || c == '\r'; })) {
            plain = at;
        }
        for (++at; at < text_.size() && text_[at] != '\n'; ++at) {
            if (is_mark(text_, at, ':')) break;
            if (text_[at] == '#' && is_blank(text_, at - 1)) break;
            if (!open.empty() && std::string_view(",[]{}").find(text_[at]) != kNone) break;
        }
        plain_end_ = at;
        return at;
    }

    std::size_t plain_end_ = 0;
};

/// A fault that its name alone tells, or a letter that nothing may begin with.
struct Told {
    std::string_view theirs;  ///< how the library's message begins
    const char* message;
    const char* help;
};
constexpr Told kTold[] = {
    {"unknown escape character", "a text in double quotes has no such escape",
     "write \\\\ for one backslash, or put the text in single quotes"},
    {"bad character found while scanning hex", "digits are missing in this escape",
     "write \\u and four hexadecimal digits, or \\\\ for one backslash"},
    {"invalid unicode", "there is no such letter",
     "write \\u and the four hexadecimal digits of a letter"},
    {"unexpected character in block scalar", "nothing can stand behind a `|` or `>` on its line",
     "begin the text on the next line, indented"},
    {"the referenced anchor is not defined", "a text cannot begin with `*`", "put it in quotes"},
    {"alias not found", "a text cannot begin with `*`", "put it in quotes"},
    {"anchor not found", "a text cannot begin with `&`", "put it in quotes"},
    {"illegal block entry", "a list entry (`- `) cannot begin here",
     "begin the list on a line of its own, below its key"},
};

class Explainer {
  public:
    Explainer(const Source& source, const ShapeCodes& codes, const YamlProgress& progress,
              const std::string& theirs, std::size_t at)
        : source_(source),
          codes_(codes),
          progress_(progress),
          text_(source.text()),
          theirs_(theirs),
          at_(at),
          scan_(text_, progress) {}

    Finding explain() {
        if (const auto tab = tab_in_line()) return tab_in_indentation(source_, codes_, *tab);
        scan_.run(progress_.last_end, at_);
        for (const auto& told : kTold) {
            if (theirs_.starts_with(told.theirs)) return told_by_name(told);
        }
        if (scan_.quote) return unclosed_quote(source_, codes_, *scan_.quote);
        if (scan_.bracket) {
            return unclosed_bracket(source_, codes_, *scan_.bracket, scan_.bracket_until);
        }
        if (theirs_ == "unknown token" && at_ < text_.size()) return bad_letter();
        if (theirs_ == "illegal flow end") return wrong_bracket();
        if (!scan_.open.empty()) return within_brackets();
        if (is_mark(text_, at_, ':')) return at_colon();
        return first_letter(text_, at_) == at_ ? at_line() : behind_value();
    }

  private:
    Finding at(std::size_t begin, std::size_t end, std::string message, std::string help) const {
        end = std::max(begin, std::min(end, text_.size()));
        return {codes_.syntax,
                {&source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                std::move(message),
                std::move(help)};
    }

    std::optional<std::uint32_t> tab_in_line() const {
        const auto start = line_start(text_, at_);
        const auto indent = text_.substr(start, first_letter(text_, at_) - start);
        const auto tab = indent.find('\t');
        if (tab == kNone) return std::nullopt;
        return static_cast<std::uint32_t>(start + tab);
    }

    Finding told_by_name(const Told& told) const {
        auto begin = at_;
        auto end = at_ + 1;
        if (theirs_.find("escape") != kNone || theirs_.find("hex") != kNone ||
            theirs_.find("unicode") != kNone) {
            // The library stops behind the escape, or at its end.
            const auto slash = text_.rfind('\\', at_ == 0 ? 0 : at_ - 1);
            if (slash != kNone && slash >= progress_.last_end) begin = slash;
            end = begin + 2;
        } else if (begin > 0 && (text_[begin - 1] == '*' || text_[begin - 1] == '&')) {
            --begin;
        }
        return at(begin, end, told.message, told.help);
    }

    Finding bad_letter() const {
        std::size_t end = at_;
        next_code_point(text_, end);
        const auto written = text_.substr(at_, end - at_);
        const auto letter = written == "`" ? "a backtick" : fmt::format("`{}`", written);
        return at(at_, end,
                  scan_.open.empty()
                      ? fmt::format("a text cannot begin with {}", letter)
                      : fmt::format("a text within brackets cannot hold {} here", letter),
                  "put the text in quotes");
    }

    Finding wrong_bracket() const {
        const char here = at_ < text_.size() ? text_[at_] : ']';
        // The scan went up to it, not over it.
        if (scan_.open.empty()) {
            return at(at_, at_ + 1, fmt::format("this `{}` closes nothing", here),
                      fmt::format("take it away, or put the text that holds it in quotes"));
        }
        auto finding =
            at(at_, at_ + 1,
               fmt::format("this `{}` does not close the `{}`", here, text_[scan_.open.back()]),
               "close first what was opened last");
        finding.notes.push_back({"which opens here", bracket_span(scan_.open.back())});
        return finding;
    }

    Finding within_brackets() const {
        const auto bracket = scan_.open.back();
        if (at_ >= text_.size()) return unclosed_bracket(source_, codes_, bracket, bracket + 1);
        const bool colon = text_[at_] == ':';
        auto finding = at(at_, at_ + 1,
                          colon ? "a `: ` cannot stand here"
                                : fmt::format("a comma is missing before this, or the `{}` is not "
                                              "closed",
                                              text_[bracket]),
                          colon ? "put a text that holds one in quotes; a comma parts two entries"
                                : "write a comma between two entries");
        finding.notes.push_back(
            {fmt::format("the `{}` opens here", text_[bracket]), bracket_span(bracket)});
        return finding;
    }

    Span bracket_span(std::uint32_t bracket) const { return {&source_, bracket, bracket + 1}; }

    /// The library met a `: ` in a text, which may have begun some lines above.
    Finding at_colon() const {
        auto begin = scan_.plain == kNone ? at_ : scan_.plain;
        if (begin == at_ && progress_.last_end == at_) begin = progress_.last_begin;
        if (line_start(text_, begin) == line_start(text_, at_)) {
            return at(at_, at_ + 1, "a `: ` cannot stand within a text",
                      "put the whole text in quotes");
        }
        const auto head = first_letter(text_, begin);
        if (text_[begin] == '"' || text_[begin] == '\'') {
            return at(begin, begin + 1, "a key must stand on one line", "write it without a break");
        }
        if (head == begin) return colon_missing(begin);
        return at(first_letter(text_, at_), at_,
                  "this line is indented too far, so that it goes on with the text above",
                  fmt::format("if it is a key of its own, indent it by {}, like the line above",
                              indent_of(text_, begin)));
    }

    Finding colon_missing(std::size_t begin) const {
        return missing_colon(source_, codes_, static_cast<std::uint32_t>(begin));
    }

    /// The library does not know where this line belongs.
    Finding at_line() const {
        const auto end = line_end(text_, at_);
        const auto indent = indent_of(text_, at_);
        const auto& columns = progress_.columns;
        const bool fits = std::find(columns.begin(), columns.end(), indent) != columns.end();
        if (is_mark(text_, at_, '-') && fits) {
            return at(at_, end, "a list entry (`- `) cannot stand among keys",
                      "indent the list below its key, or write a key here");
        }
        if (fits && progress_.in_mapping && text_.substr(at_, end - at_).find(':') == kNone) {
            return colon_missing(at_);
        }
        auto known = columns;
        known.erase(std::unique(known.begin(), known.end()), known.end());
        return at(at_, end,
                  fmt::format("this line is indented by {}, like none of those above that it "
                              "could belong to",
                              indent),
                  known.empty() ? "check its indentation"
                                : fmt::format("indent it by {}, like the lines that it belongs to",
                                              fmt::join(known, " or ")));
    }

    Finding behind_value() const {
        return at(at_, line_end(text_, at_), "nothing can follow the value that ends here",
                  "put the whole value in quotes; within double quotes a quote is written \\\"");
    }

    const Source& source_;
    const ShapeCodes& codes_;
    const YamlProgress& progress_;
    std::string_view text_;
    const std::string& theirs_;
    std::size_t at_;
    Scan scan_;
};

}  // namespace

Finding yaml_fault(const Source& source, const ShapeCodes& codes, const YamlProgress& progress,
                   const std::string& message, std::uint32_t at) {
    return Explainer(source, codes, progress, message, at).explain();
}

Finding unclosed_quote(const Source& source, const ShapeCodes& codes, std::uint32_t quote) {
    const auto text = source.text();
    const auto end = end_of_quoted(text, quote);
    const bool closed_below = end - quote > 1 && text[end - 1] == text[quote];
    return {codes.syntax,
            {&source, quote, quote + 1},
            "the text that begins here has no closing quote",
            closed_below ? "add the quote at its end; a text that goes on over lines is indented "
                           "further than its key"
                         : "add the quote at its end"};
}

Finding unclosed_bracket(const Source& source, const ShapeCodes& codes, std::uint32_t bracket,
                         std::uint32_t line) {
    const char open = source.text()[bracket];
    Finding finding = {codes.syntax,
                       {&source, bracket, bracket + 1},
                       fmt::format("the `{}` that opens here is not closed", open),
                       fmt::format("add a `{}`; indent what stands in brackets further than its "
                                   "key",
                                   open == '[' ? ']' : '}')};
    if (source.line_of(line) != source.line_of(bracket)) {
        const auto end = static_cast<std::uint32_t>(line_end(source.text(), line));
        finding.notes.push_back({"before this line", {&source, line, end}});
    }
    return finding;
}

Finding tab_in_indentation(const Source& source, const ShapeCodes& codes, std::uint32_t tab) {
    return {codes.syntax,
            {&source, tab, tab + 1},
            "a tab cannot indent a line",
            "write blanks instead"};
}

Finding low_value(const Source& source, const ShapeCodes& codes, std::uint32_t begin) {
    const auto end = static_cast<std::uint32_t>(line_end(source.text(), begin));
    return {codes.syntax,
            {&source, begin, end},
            "this does not belong to what stands above it",
            "indent a value that stands below its key further than the key"};
}

Finding missing_colon(const Source& source, const ShapeCodes& codes, std::uint32_t begin) {
    const auto end = static_cast<std::uint32_t>(line_end(source.text(), begin));
    const auto line = source.text().substr(begin, end - begin);
    return {codes.syntax,
            {&source, begin, end},
            "a colon is missing in this line",
            fmt::format("write `{}:` and a blank, then the value",
                        line.substr(0, std::min(line.find(' '), line.size())))};
}

Finding control_character(const Source& source, const ShapeCodes& codes, std::uint32_t at) {
    return {codes.syntax,
            {&source, at, at + 1},
            fmt::format("the control character U+{:04X} stands here",
                        static_cast<unsigned char>(source.text()[at])),
            "take it out; it came with a copy from elsewhere, or this is no text file"};
}

}  // namespace plantool
