#include "write/report/template/template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <functional>
#include <optional>

#include "text/embedded.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"
#include "write/report/template/tags.hpp"

namespace plantool {
namespace {

constexpr std::size_t kDeepestSections = 32;

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
                fault(tag->begin, {Word::tag_not_closed});
                return std::move(faults_);
            }
            take(*tag);
            if (too_deep_) return std::move(faults_);
            at = tag->end;
        }
        plain(at, text_.size());
        scopes_.erase(scopes_.begin());  // the whole, which no tag opened
        for (const auto& scope : scopes_) {
            const auto& open = scope.opened_by;
            fault(open.begin, {Word::section_not_closed, open.written()},
                  {Word::write_closing_tag, printable(open.name)});
        }
        std::stable_sort(faults_.begin(), faults_.end(),
                         [](const auto& a, const auto& b) { return a.line < b.line; });
        return std::move(faults_);
    }

  private:
    /// A list within the entries of another that does not hold it.
    enum class Crossing { none, once, refused };
    struct Scope {
        const std::vector<TemplateKey>* keys = nullptr;  ///< nothing: no keys of its own
        Tag opened_by = {};
        bool is_text = false;  ///< the value itself is at hand as `.`
        bool unknown = false;  ///< what is inside cannot be judged
        Crossing crossing = Crossing::none;
    };
    struct Found {
        TemplateKey::Kind kind;
        const TemplateKey* key = nullptr;
    };

    void fault(std::size_t at, Message message, Message help = {}) {
        for (; counted_ < at; ++counted_) line_ += text_[counted_] == '\n' ? 1 : 0;
        int line = line_;
        for (auto back = at; back < counted_; ++back) line -= text_[back] == '\n' ? 1 : 0;
        faults_.push_back({line, std::move(message), std::move(help)});
    }

    void plain(std::size_t from, std::size_t to) {
        const auto stray = text_.substr(from, to - from).find("}}");
        if (stray == std::string_view::npos) return;
        fault(from + stray, {Word::stray_tag_end}, {Word::tag_opens_with});
    }

    void take(const Tag& tag) {
        switch (tag.kind) {
            case '!':
                return;
            case '>':
                return fault(tag.begin, {Word::no_partials, tag.written()},
                             {Word::put_text_of_partial});
            case '=':
                return fault(tag.begin, {Word::delimiters_are_fixed});
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
            return fault(
                tag.begin, {Word::closes_no_section, tag.written()},
                scopes_.size() == 1 ? Message() : Message(Word::open_section_is, inner.written()));
        }
        while (scopes_.back().opened_by.name != tag.name) {
            const auto& open = scopes_.back().opened_by;
            fault(open.begin, {Word::section_not_closed_before, open.written(), tag.written()});
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
            fault(tag.begin, {Word::unknown_template_key, printable(tag.name)},
                  suggestion_for(tag.name));
        } else if (!found) {
            // A fault of the section around it.
        } else if (tag.kind == ' ' && found->kind != TemplateKey::Kind::text) {
            fault(tag.begin,
                  found->kind == TemplateKey::Kind::list
                      ? Message(Word::is_list_not_text, tag.name)
                      : Message(Word::is_flag_not_text, tag.name),
                  {Word::write_section, tag.name});
        }
        if (tag.kind == ' ') return;
        const bool entries = found && found->kind == TemplateKey::Kind::list && tag.kind == '#';
        const bool is_text = found && found->kind == TemplateKey::Kind::text && tag.kind == '#';
        auto crossing = Crossing::none;
        if (entries && crosses(*found->key)) {
            const auto within = crossing_around();
            const bool refused = within != Crossing::none || is_open(*found->key);
            crossing = refused ? Crossing::refused : Crossing::once;
            // Of what is inside of a refused one nothing more is said.
            if (refused && within != Crossing::refused) {
                fault(tag.begin, {Word::lists_are_crossed, tag.name}, {Word::use_list_where_it_is});
            }
        }
        if (scopes_.size() > kDeepestSections) {
            fault(tag.begin, {Word::nested_deeper_than, kDeepestSections});
            too_deep_ = true;
        }
        scopes_.push_back(
            {entries ? &found->key->inside : nullptr, tag, is_text, !found, crossing});
    }

    /// Whether the list would be gone through once for each entry of a list that does not hold it.
    /// Once that is of use, such as each unit beside each task. The time grows as a power of how
    /// often it is done.
    bool crosses(const TemplateKey& list) const {
        // The outermost scope has keys.
        const auto inner = std::find_if(scopes_.rbegin(), scopes_.rend(),
                                        [](const Scope& scope) { return scope.keys != nullptr; });
        const auto* const first = inner->keys->data();
        return std::less<>()(&list, first) || !std::less<>()(&list, first + inner->keys->size());
    }
    Crossing crossing_around() const {
        auto out = Crossing::none;
        for (const auto& scope : scopes_) out = std::max(out, scope.crossing);
        return out;
    }
    bool is_open(const TemplateKey& list) const {
        return std::any_of(scopes_.begin(), scopes_.end(),
                           [&](const Scope& scope) { return scope.keys == &list.inside; });
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
    Message suggestion_for(const std::string& name) const {
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
                    if (inside) return {Word::known_inside, key.name};
                }
            }
        }
        return suggestion(name, known);
    }

    std::string_view text_;
    std::vector<Scope> scopes_;
    bool too_deep_ = false;
    std::vector<TemplateFault> faults_;
    std::size_t counted_ = 0;  // line_ is the line of this byte
    int line_ = 1;
};

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

}  // namespace plantool
