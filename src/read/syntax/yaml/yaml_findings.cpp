#include "read/syntax/yaml/yaml_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "read/syntax/yaml/yaml_text.hpp"

namespace plantool {

Finding unclosed_quote(const Source& source, const ShapeCodes& codes, std::uint32_t quote) {
    const auto text = source.text();
    const auto end = end_of_quoted(text, quote);
    const bool closed_below = end - quote > 1 && text[end - 1] == text[quote];
    return {codes.syntax,
            {&source, quote, quote + 1},
            {Word::quote_not_closed},
            closed_below ? Message(Word::close_quote_and_indent) : Message(Word::close_quote)};
}

Finding unclosed_bracket(const Source& source, const ShapeCodes& codes, std::uint32_t bracket,
                         std::uint32_t line) {
    const std::string open(1, source.text()[bracket]);
    Finding finding = {codes.syntax,
                       {&source, bracket, bracket + 1},
                       {Word::bracket_not_closed, open},
                       {Word::close_bracket, open == "[" ? "]" : "}"}};
    if (source.line_of(line) != source.line_of(bracket)) {
        const auto end = static_cast<std::uint32_t>(line_end(source.text(), line));
        finding.notes.push_back({{Word::before_this_line}, {&source, line, end}});
    }
    return finding;
}

Finding tab_in_indentation(const Source& source, const ShapeCodes& codes, std::uint32_t tab) {
    return {
        codes.syntax, {&source, tab, tab + 1}, {Word::tab_indents}, {Word::write_blanks_instead}};
}

Finding low_value(const Source& source, const ShapeCodes& codes, std::uint32_t begin) {
    const auto end = static_cast<std::uint32_t>(line_end(source.text(), begin));
    return {codes.syntax,
            {&source, begin, end},
            {Word::fits_nothing_above},
            {Word::indent_value_further}};
}

Finding missing_colon(const Source& source, const ShapeCodes& codes, std::uint32_t begin) {
    const auto end = static_cast<std::uint32_t>(line_end(source.text(), begin));
    const auto line = source.text().substr(begin, end - begin);
    const Span span = {&source, begin, end};
    if (blank_missing(line)) {
        const auto colon = begin + static_cast<std::uint32_t>(line.find(':'));
        const auto value = line.substr(0, line.find_first_of(",}")).substr(colon + 1 - begin);
        return {codes.syntax,
                {&source, colon, colon + 1},
                {Word::blank_missing_behind_colon},
                {Word::write_key_with_value, line.substr(0, colon - begin), value}};
    }
    const auto word = line.substr(0, std::min(line.find(' '), line.size()));
    if (word.size() == line.size()) {
        return {codes.syntax, span, {Word::colon_missing}, {Word::write_key_with_colon, word}};
    }
    return {codes.syntax, span, {Word::colon_missing}, {Word::write_key_or_indent, word}};
}

Finding control_character(const Source& source, const ShapeCodes& codes, std::uint32_t at) {
    return {codes.syntax,
            {&source, at, at + 1},
            {Word::control_character_here,
             fmt::format("U+{:04X}", static_cast<unsigned char>(source.text()[at]))},
            {Word::take_control_character_out}};
}

}  // namespace plantool
