#include "write/report_template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <optional>

#include "text/embedded.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// `{{kind name}}`: `#`, `^`, `/` and `!` as in mustache, `>` and `=` too, a space for a variable.
struct Tag {
    char kind = ' ';
    std::string name = {};
    std::size_t begin = 0;
    std::size_t end = 0;

    std::string written() const {
        const auto shown = printable(name);
        return kind == ' ' ? "{{" + shown + "}}" : fmt::format("{{{{{}{}}}}}", kind, shown);
    }
};

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

/// The next tag at or after `at`. One that is not closed on its line (a comment: at all) ends
/// nowhere.
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

class Checker {
  public:
    Checker(std::string_view text, const std::vector<TemplateKey>& keys) : text_(text) {
        scopes_.push_back({.keys = &keys});
    }

    std::vector<TemplateFault> check() && {
        std::size_t at = 0;
        while (const auto tag = next_tag(text_, at)) {
            plain(at, tag->begin);
            if (tag->end == std::string_view::npos) {
                fault(tag->begin, "a tag opens here and is not closed: `}}` is missing");
                return std::move(faults_);
            }
            take(*tag);
            at = tag->end;
        }
        plain(at, text_.size());
        scopes_.erase(scopes_.begin());  // the whole, which no tag opened
        for (const auto& scope : scopes_) {
            const auto& open = scope.opened_by;
            fault(open.begin, fmt::format("the section `{}` is not closed", open.written()),
                  fmt::format("write {{{{/{}}}}} where it ends", printable(open.name)));
        }
        std::stable_sort(faults_.begin(), faults_.end(),
                         [](const auto& a, const auto& b) { return a.line < b.line; });
        return std::move(faults_);
    }

  private:
    struct Scope {
        const std::vector<TemplateKey>* keys = nullptr;  ///< nothing: no keys of its own
        Tag opened_by = {};
        bool is_text = false;  ///< the value itself is at hand as `.`
        bool unknown = false;  ///< what is inside cannot be judged
    };
    struct Found {
        TemplateKey::Kind kind;
        const TemplateKey* key = nullptr;
    };

    void fault(std::size_t at, std::string message, std::string help = {}) {
        for (; counted_ < at; ++counted_) line_ += text_[counted_] == '\n' ? 1 : 0;
        int line = line_;
        for (auto back = at; back < counted_; ++back) line -= text_[back] == '\n' ? 1 : 0;
        faults_.push_back({line, std::move(message), std::move(help)});
    }

    void plain(std::size_t from, std::size_t to) {
        const auto stray = text_.substr(from, to - from).find("}}");
        if (stray == std::string_view::npos) return;
        fault(from + stray, "`}}` closes no tag", "a tag opens with `{{`");
    }

    void take(const Tag& tag) {
        switch (tag.kind) {
            case '!':
                return;
            case '>':
                return fault(tag.begin,
                             fmt::format("`{}`: a template has no partials", tag.written()),
                             "put the text of the partial in its place");
            case '=':
                return fault(tag.begin, "the delimiters `{{` and `}}` cannot be changed");
            case '/':
                return close(tag);
            default:
                return use(tag);
        }
    }

    void close(const Tag& tag) {
        const auto opened =
            std::find_if(scopes_.rbegin(), scopes_.rend() - 1,
                         [&](const Scope& scope) { return scope.opened_by.name == tag.name; });
        if (opened == scopes_.rend() - 1) {
            const auto& inner = scopes_.back().opened_by;
            return fault(tag.begin, fmt::format("`{}` closes no section", tag.written()),
                         scopes_.size() == 1 ? std::string()
                                             : fmt::format("open here is `{}`", inner.written()));
        }
        while (scopes_.back().opened_by.name != tag.name) {
            const auto& open = scopes_.back().opened_by;
            fault(open.begin, fmt::format("the section `{}` is not closed before `{}`",
                                          open.written(), tag.written()));
            scopes_.pop_back();
        }
        scopes_.pop_back();
    }

    void use(const Tag& tag) {
        if (tag.name == "." && tag.kind == ' ' && scopes_.back().is_text) return;
        const auto found = find(tag.name);
        const bool judged =
            std::none_of(scopes_.begin(), scopes_.end(), [](const Scope& s) { return s.unknown; });
        if (!found && judged) {
            fault(tag.begin, fmt::format("unknown key `{}`", printable(tag.name)),
                  suggestion(tag.name));
        } else if (!found) {
            // A fault of the section around it.
        } else if (tag.kind == ' ' && found->kind != TemplateKey::Kind::text) {
            fault(tag.begin,
                  fmt::format("`{}` is a {}, not a text", tag.name,
                              found->kind == TemplateKey::Kind::list ? "list" : "flag"),
                  fmt::format("write {{{{#{0}}}}}…{{{{/{0}}}}}", tag.name));
        }
        if (tag.kind == ' ') return;
        const bool entries = found && found->kind == TemplateKey::Kind::list && tag.kind == '#';
        const bool is_text = found && found->kind == TemplateKey::Kind::text && tag.kind == '#';
        scopes_.push_back({entries ? &found->key->inside : nullptr, tag, is_text, !found});
    }

    /// The key as the innermost scope that has it knows it.
    std::optional<Found> find(std::string_view name) const {
        const bool any = name.starts_with("any_");
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
            if (scope->keys == nullptr) continue;
            const bool in_list = scope + 1 != scopes_.rend();
            if (in_list && name == "number") return Found{TemplateKey::Kind::text};
            if (in_list && name == "last") return Found{TemplateKey::Kind::flag};
            for (const auto& key : *scope->keys) {
                if (key.name == name) return Found{key.kind, &key};
                const bool list = key.kind == TemplateKey::Kind::list;
                if (any && list && key.name == name.substr(4)) {
                    return Found{TemplateKey::Kind::flag, &key};
                }
            }
        }
        return std::nullopt;
    }

    /// Where a key is known, or which one may be meant.
    std::string suggestion(const std::string& name) const {
        std::vector<std::string> known;
        const std::vector<Scope> inner_first(scopes_.rbegin(), scopes_.rend());
        for (const auto& scope : inner_first) {
            if (scope.keys == nullptr) continue;
            for (const auto& key : *scope.keys) {
                known.emplace_back(key.name);
                if (key.kind == TemplateKey::Kind::list) {
                    known.push_back("any_" + known.back());
                    const bool inside =
                        std::any_of(key.inside.begin(), key.inside.end(),
                                    [&](const TemplateKey& inner) { return inner.name == name; });
                    if (inside) return fmt::format("it is known inside {{{{#{}}}}}", key.name);
                }
            }
        }
        return did_you_mean(name, known);
    }

    std::string_view text_;
    std::vector<Scope> scopes_;
    std::vector<TemplateFault> faults_;
    std::size_t counted_ = 0;  // line_ is the line of this byte
    int line_ = 1;
};

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

std::string_view embedded_template(std::string_view name) {
    const auto path = fmt::format("templates/{}", name);
    const auto files = embedded_files();
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const EmbeddedFile& file) { return file.name == path; });
    assert(found != files.end());
    return found->content;
}

std::vector<TemplateFault> check_template(std::string_view text,
                                          const std::vector<TemplateKey>& keys) {
    return Checker(text, keys).check();
}

std::string render_template(std::string_view text, const kainjow::mustache::data& context) {
    kainjow::mustache::mustache engine(prepare(text));
    engine.set_custom_escape([](const std::string& value) { return value; });
    auto out = engine.render(context);
    std::erase(out, kMark);
    return out;
}

}  // namespace plantool
