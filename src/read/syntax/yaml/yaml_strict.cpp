#include "read/syntax/yaml/yaml_strict.hpp"

#include <algorithm>
#include <utility>

#include "read/syntax/yaml/yaml_findings.hpp"
#include "read/syntax/yaml/yaml_text.hpp"

namespace plantool {

void YamlStrict::stop(Finding finding) {
    diagnostics_.add(std::move(finding));
    throw YamlStop{};
}

void YamlStrict::refuse_low_in_quotes(const Span& span) {
    const auto low = low_line(reading_.text, span.begin, span.end, reading_.base());
    if (low == std::string_view::npos) return;
    if (reading_.text[low] != '\t') stop(unclosed_quote(reading_.source, codes_, span.begin));
    stop(tab_in_indentation(reading_.source, codes_, static_cast<std::uint32_t>(low)));
}

void YamlStrict::refuse_odd_lines(const Span& span) {
    const auto text = reading_.text.substr(0, span.end);
    for (auto at = text.find('\n', span.begin); at < span.end; at = text.find('\n', at + 1)) {
        const auto letter = text.find_first_not_of(' ', at + 1);
        if (letter < span.end && text[letter] == '\t') {
            stop(tab_in_indentation(reading_.source, codes_, static_cast<std::uint32_t>(letter)));
        }
    }
    const auto low = low_line(text, span.begin, span.end, reading_.base());
    if (low == std::string_view::npos) return;
    const auto at = static_cast<std::uint32_t>(low);
    if (reading_.stack.back().flow) {
        stop(unclosed_bracket(reading_.source, codes_, reading_.stack.back().node.span.begin, at));
    }
    stop(low_value(reading_.source, codes_, at));
}

void YamlStrict::refuse_comment_at(std::uint32_t end) {
    if (end >= reading_.text.size() || reading_.text[end] != '#') return;
    stop({codes_.syntax,
          {&reading_.source, end, end + 1},
          {Word::comment_without_blank},
          {Word::write_blank_here}});
}

void YamlStrict::refuse_low(std::uint32_t begin) {
    if (reading_.stack.empty()) return;
    const auto& parent = reading_.stack.back();
    if (!parent.flow && !parent.key_pending) return;
    if (!reading_.begins_line(begin)) return;
    if (static_cast<int>(begin - reading_.line_of(begin)) > reading_.base()) return;
    if (parent.flow) stop(unclosed_bracket(reading_.source, codes_, parent.node.span.begin, begin));
    stop(low_value(reading_.source, codes_, begin));
}

void YamlStrict::require_colon() {
    if (reading_.stack.empty() || !reading_.stack.back().key_pending) return;
    const auto& key = reading_.stack.back().node.keys.back();
    const auto next = reading_.text.find_first_not_of(" \t\r\n", key.span.end);
    if (next != std::string_view::npos && reading_.text[next] == ':') return;
    if (!reading_.stack.back().flow) stop(missing_colon(reading_.source, codes_, key.span.begin));
    if (blank_missing(key.value)) stop(missing_colon(reading_.source, codes_, key.span.begin));
    stop({codes_.syntax,
          key.span,
          {Word::stands_without_value, key.value},
          {Word::write_pair_between_commas}});
}

void YamlStrict::refuse_lone_comma(std::uint32_t at) {
    if (reading_.stack.empty() || !reading_.stack.back().flow) return;
    const auto& parent = reading_.stack.back();
    const bool is_value = parent.node.kind == Node::Kind::mapping && parent.key_pending;
    if (is_value || at >= reading_.text.size() || reading_.text[at] != ',') return;
    stop({codes_.syntax,
          {&reading_.source, at, at + 1},
          {Word::nothing_before_comma},
          {Word::take_it_away}});
}

void YamlStrict::refuse_tab_before(std::size_t begin) {
    if (!reading_.stack.empty() && reading_.stack.back().flow) return;
    const auto line = reading_.line_of(begin);
    const auto indent = reading_.text.substr(line, begin - line);
    if (indent.find_first_not_of(" \t-") != std::string_view::npos) return;
    if (const auto tab = indent.find('\t'); tab != std::string_view::npos) {
        stop(tab_in_indentation(reading_.source, codes_, static_cast<std::uint32_t>(line + tab)));
    }
}

void YamlStrict::require_marker(const YAML::Mark& mark) {
    const auto span = reading_.span_at(mark, 1);
    const auto between = reading_.text.substr(reading_.last_end, span.begin - reading_.last_end);
    if (between.find("\n...") != std::string_view::npos) return;
    if (const auto directive = between.find("\n%"); directive != std::string_view::npos) {
        const auto at = reading_.last_end + static_cast<std::uint32_t>(directive) + 1;
        stop({codes_.syntax,
              {&reading_.source, at, at + 1},
              {Word::directive_misplaced},
              {Word::take_directive_out}});
    }
    if (reading_.text.substr(span.begin).starts_with("---")) return;
    if (reading_.text.find_first_not_of(" \t\r\n", span.begin) == std::string_view::npos) return;
    stop(
        {codes_.syntax, span, {Word::fits_nothing_above}, {Word::check_indentation_or_begin_anew}});
}

void YamlStrict::refuse(const YAML::Mark& mark, Message message, Message help) {
    diagnostics_.add(
        {codes_.unsupported_yaml, reading_.span_at(mark, 1), std::move(message), std::move(help)});
}

void YamlStrict::refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == 0) return;
    refuse(mark, {Word::anchors_not_read}, {Word::write_value_where_needed});
}

YAML::Mark YamlStrict::refuse_tag(YAML::Mark mark, const std::string& tag) {
    if (tag.empty() || tag == "?") return mark;
    const auto rest = reading_.text.substr(reading_.span_at(mark, 0).begin);
    const auto end = std::min(
        rest.find_first_of(rest.starts_with("!<") ? " \t\r\n" : " \t\r\n,[]{}"), rest.size());
    if (!rest.starts_with('!')) return mark;
    diagnostics_.add({codes_.unsupported_yaml,
                      reading_.span_at(mark, end),
                      {Word::tags_not_read, rest.substr(0, end)},
                      {Word::leave_tag_out}});
    mark.pos += static_cast<int>(std::min(rest.find_first_not_of(' ', end), rest.size()));
    return mark;
}

}  // namespace plantool
