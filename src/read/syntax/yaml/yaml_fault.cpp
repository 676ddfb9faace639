#include "read/syntax/yaml/yaml_fault.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "read/syntax/yaml/yaml_findings.hpp"
#include "read/syntax/yaml/yaml_scan.hpp"
#include "read/syntax/yaml/yaml_text.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr auto kNone = std::string_view::npos;

/// A fault that its name alone tells, or a letter that nothing may begin with.
struct Told {
    std::string_view theirs;  ///< how the library's message begins
    Message message;
    Message help;
};
const std::vector<Told>& told_by_name() {
    static const std::vector<Told> told = {
        {"unknown escape character", {Word::escape_unknown}, {Word::double_backslash}},
        {"bad character found while scanning hex",
         {Word::escape_lacks_digits},
         {Word::write_escape_digits}},
        {"invalid unicode", {Word::no_such_letter}, {Word::write_letter_digits}},
        {"unexpected character in block scalar",
         {Word::block_text_on_same_line},
         {Word::begin_text_on_next_line}},
        {"the referenced anchor is not defined",
         {Word::text_cannot_begin_with, "`*`"},
         {Word::put_it_in_quotes}},
        {"alias not found", {Word::text_cannot_begin_with, "`*`"}, {Word::put_it_in_quotes}},
        {"anchor not found", {Word::text_cannot_begin_with, "`&`"}, {Word::put_it_in_quotes}},
        {"illegal block entry", {Word::list_entry_cannot_begin}, {Word::begin_list_below_key}},
    };
    return told;
}

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
        for (const auto& told : told_by_name()) {
            if (theirs_.starts_with(told.theirs)) return by_name(told);
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
    Finding at(std::size_t begin, std::size_t end, Message message, Message help) const {
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

    Finding by_name(const Told& told) const {
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
        const auto letter = written == "`" ? Message(Word::a_backtick)
                                           : Message::verbatim(fmt::format("`{}`", written));
        return at(at_, end,
                  scan_.open.empty() ? Message(Word::text_cannot_begin_with, letter)
                                     : Message(Word::text_in_brackets_cannot_hold, letter),
                  {Word::put_text_in_quotes});
    }

    Finding wrong_bracket() const {
        const std::string here(1, at_ < text_.size() ? text_[at_] : ']');
        // The scan went up to it, not over it.
        if (scan_.open.empty()) {
            return at(at_, at_ + 1, {Word::bracket_closes_nothing, here}, {Word::take_bracket_out});
        }
        auto finding =
            at(at_, at_ + 1, {Word::bracket_closes_other, here, letter_at(scan_.open.back())},
               {Word::close_last_first});
        finding.notes.push_back({{Word::which_opens_here}, bracket_span(scan_.open.back())});
        return finding;
    }

    Finding within_brackets() const {
        const auto bracket = scan_.open.back();
        if (at_ >= text_.size()) return unclosed_bracket(source_, codes_, bracket, bracket + 1);
        const bool colon = text_[at_] == ':';
        auto finding = at(at_, at_ + 1,
                          colon ? Message(Word::colon_cannot_stand_here)
                                : Message(Word::comma_or_bracket_missing, letter_at(bracket)),
                          colon ? Message(Word::put_text_with_colon_in_quotes)
                                : Message(Word::write_comma_between));
        finding.notes.push_back(
            {{Word::bracket_opens_here, letter_at(bracket)}, bracket_span(bracket)});
        return finding;
    }

    std::string letter_at(std::size_t at) const { return std::string(1, text_[at]); }

    Span bracket_span(std::uint32_t bracket) const { return {&source_, bracket, bracket + 1}; }

    /// The library met a `: ` in a text, which may have begun some lines above.
    Finding at_colon() const {
        auto begin = scan_.plain == kNone ? at_ : scan_.plain;
        if (begin == at_ && progress_.last_end == at_) begin = progress_.last_begin;
        if (line_start(text_, begin) == line_start(text_, at_)) {
            return at(at_, at_ + 1, {Word::colon_within_text}, {Word::put_whole_text_in_quotes});
        }
        const auto head = first_letter(text_, begin);
        if (text_[begin] == '"' || text_[begin] == '\'') {
            return at(begin, begin + 1, {Word::key_over_lines}, {Word::write_without_break});
        }
        if (head == begin) return colon_missing(begin);
        return at(first_letter(text_, at_), at_, {Word::indented_too_far},
                  {Word::indent_like_line_above, indent_of(text_, begin)});
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
        if (blank_missing(text_.substr(at_, end - at_))) return colon_missing(at_);
        if (is_mark(text_, at_, '-') && fits) {
            return at(at_, end, {Word::list_entry_among_keys}, {Word::indent_list_or_write_key});
        }
        if (fits && progress_.in_mapping && text_.substr(at_, end - at_).find(':') == kNone) {
            return colon_missing(at_);
        }
        auto known = columns;
        known.erase(std::unique(known.begin(), known.end()), known.end());
        return at(at_, end, {Word::indented_like_none, indent},
                  known.empty() ? Message(Word::check_indentation)
                                : Message(Word::indent_like_its_lines, one_of(known)));
    }

    /// "2 or 4".
    static Message one_of(const std::vector<std::uint32_t>& numbers) {
        auto said = Message::verbatim(std::to_string(numbers.front()));
        for (std::size_t i = 1; i < numbers.size(); ++i) {
            said = Message(Word::this_or_that, std::move(said), std::to_string(numbers[i]));
        }
        return said;
    }

    Finding behind_value() const {
        return at(at_, line_end(text_, at_), {Word::value_is_followed},
                  {Word::put_whole_value_in_quotes});
    }

    const Source& source_;
    const ShapeCodes& codes_;
    const YamlProgress& progress_;
    std::string_view text_;
    const std::string& theirs_;
    std::size_t at_;
    YamlScan scan_;
};

}  // namespace

Finding yaml_fault(const Source& source, const ShapeCodes& codes, const YamlProgress& progress,
                   const std::string& message, std::uint32_t at) {
    return Explainer(source, codes, progress, message, at).explain();
}

}  // namespace plantool
