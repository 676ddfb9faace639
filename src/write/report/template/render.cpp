#include "write/report/template/render.hpp"

#include "write/report/template/tags.hpp"

namespace plantool {
namespace {

/// Kept by no value: control characters were made visible in them.
constexpr char kMark = '\x01';

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

/// The line without comments; nothing of what is around its sections when there is nothing else.
std::string without_comments(std::string_view line, bool& only_sections) {
    std::string out;
    bool tags = false;
    bool other = false;
    std::size_t at = 0;
    while (const auto tag = next_tag(line, at)) {
        other = other || !is_blank(line.substr(at, tag->begin - at)) || tag->kind == ' ';
        out += line.substr(at, tag->begin - at);
        tags = true;
        if (tag->kind != '!') out += line.substr(tag->begin, tag->end - tag->begin);
        at = tag->end;
    }
    other = other || !is_blank(line.substr(at));
    out += line.substr(at);
    only_sections = tags && !other;
    if (only_sections) std::erase_if(out, [](char c) { return c == ' ' || c == '\t'; });
    return out;
}

/// Comments of several lines on one line, so that lines can be taken one by one.
std::string join_comments(std::string_view text) {
    std::string out;
    std::size_t at = 0;
    while (const auto tag = next_tag(text, at)) {
        out += text.substr(at, tag->begin - at);
        out += tag->kind == '!' ? "{{!}}" : text.substr(tag->begin, tag->end - tag->begin);
        at = tag->end;
    }
    out += text.substr(at);
    return out;
}

/// The library drops lines that hold sections alone by what they are when rendered, and keeps
/// those whose section is not. So such lines are dropped here, and a mark on each of the others
/// keeps the library from it.
std::string prepare(std::string_view text) {
    const auto joined = join_comments(text);
    std::string_view rest = joined;
    std::string out;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        bool only_sections = false;
        out += without_comments(rest.substr(0, end), only_sections);
        if (!only_sections) out += kMark;
        if (!only_sections && end != std::string_view::npos) out += '\n';
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    return out;
}

}  // namespace

std::string render_template(std::string_view text, const kainjow::mustache::data& context) {
    kainjow::mustache::mustache engine(prepare(text));
    engine.set_custom_escape([](const std::string& value) { return value; });
    auto out = engine.render(context);
    std::erase(out, kMark);
    return out;
}

}  // namespace plantool
