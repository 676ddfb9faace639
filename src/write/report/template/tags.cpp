#include "write/report/template/tags.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace plantool {
namespace {

Tag parse_tag(std::string_view content, std::size_t begin, std::size_t end) {
    content = trim(content);
    Tag tag{.begin = begin, .end = end};
    if (content.empty()) return tag;
    if (std::string_view("#^/!>=&").find(content.front()) != std::string_view::npos) {
        tag.kind = content.front() == '&' ? ' ' : content.front();
        content.remove_prefix(1);
    }
    tag.name = trim(content);
    return tag;
}

}  // namespace

std::string Tag::written() const {
    const auto shown = printable(name);
    return kind == ' ' ? "{{" + shown + "}}" : fmt::format("{{{{{}{}}}}}", kind, shown);
}

std::optional<Tag> next_tag(std::string_view text, std::size_t at) {
    const auto begin = text.find("{{", at);
    if (begin == std::string_view::npos) return std::nullopt;
    const bool triple = text.substr(begin).starts_with("{{{");
    const auto from = begin + (triple ? 3 : 2);
    const std::string_view closing = triple ? "}}}" : "}}";
    const auto to = text.find(closing, from);
    if (to == std::string_view::npos) return Tag{.begin = begin, .end = to};
    const auto content = text.substr(from, to - from);
    const bool comment = content.starts_with('!');
    if (!comment && content.find('\n') != std::string_view::npos) {
        return Tag{.begin = begin, .end = std::string_view::npos};
    }
    return parse_tag(content, begin, to + closing.size());
}

}  // namespace plantool
