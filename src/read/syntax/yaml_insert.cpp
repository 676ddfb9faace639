#include "read/syntax/yaml_insert.hpp"

#include <algorithm>

#include "read/syntax/node.hpp"
#include "read/syntax/yaml/yaml.hpp"
#include "read/syntax/yaml/yaml_text.hpp"

namespace plantool {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::size_t kUsualIndent = 2;

/// The one document of a text that is read without a fault.
std::optional<Node> read_document(const Source& source) {
    Diagnostics found;
    std::vector<Node> documents;
    const bool whole = parse_yaml(source, kPlanShape, found,
                                  [&](Node node) { documents.push_back(std::move(node)); });
    if (!whole || found.has_errors() || documents.size() != 1) return std::nullopt;
    return std::move(documents.front());
}

bool same(const Node& one, const Node& other) {
    return one.kind == other.kind && one.text == other.text && one.quoted == other.quoted &&
           std::equal(one.keys.begin(), one.keys.end(), other.keys.begin(), other.keys.end(),
                      [](const Text& a, const Text& b) { return a.value == b.value; }) &&
           std::equal(one.items.begin(), one.items.end(), other.items.begin(), other.items.end(),
                      same);
}

std::optional<std::size_t> index_of(const Node& mapping, std::string_view key) {
    const auto found = std::find_if(mapping.keys.begin(), mapping.keys.end(),
                                    [&](const Text& name) { return name.value == key; });
    if (found == mapping.keys.end()) return std::nullopt;
    return static_cast<std::size_t>(found - mapping.keys.begin());
}

/// Whether the one document is the other with one more entry at the end of the list.
bool is_longer_by_one(const Node& before, const Node& after, std::string_view key) {
    if (before.kind != Node::Kind::mapping || after.kind != Node::Kind::mapping) return false;
    const auto at = index_of(after, key);
    if (!at) return false;
    auto rest = after;
    auto& list = rest.items[*at];
    if (list.kind != Node::Kind::sequence || list.items.empty()) return false;
    list.items.pop_back();
    const auto was = index_of(before, key);
    auto old = before;
    if (!was) {
        rest.keys.erase(rest.keys.begin() + static_cast<std::ptrdiff_t>(*at));
        rest.items.erase(rest.items.begin() + static_cast<std::ptrdiff_t>(*at));
    } else if (list.items.empty()) {
        old.items[*was] = list;  // it held nothing, whatever way that was written
        if (before.items[*was].kind != Node::Kind::null && !before.items[*was].items.empty()) {
            return false;
        }
    }
    return same(old, rest);
}

class Inserter {
  public:
    Inserter(const std::string& text, const Node& document, std::string_view key,
             const YamlEntry& entry)
        : text_(text),
          document_(document),
          key_(key),
          entry_(entry),
          end_of_line_(text.find("\r\n") == kNone ? "\n" : "\r\n") {}

    std::optional<std::string> run() const {
        const auto at = index_of(document_, key_);
        if (!at) return with_new_list();
        const auto& list = document_.items[*at];
        if (list.kind == Node::Kind::sequence && !list.items.empty()) {
            const bool flow = text_[list.span.begin] == '[';
            return flow ? behind_last_of_flow(list) : behind_last_of_block(list);
        }
        if (list.kind == Node::Kind::null || list.kind == Node::Kind::sequence) {
            return in_place_of_nothing(document_.keys[*at]);
        }
        return std::nullopt;
    }

  private:
    std::string lines_at(std::size_t indent) const {
        std::string out;
        for (const auto& line : entry_.lines) {
            out.append(indent, ' ').append(line).append(end_of_line_);
        }
        return out;
    }

    std::string inserted(std::size_t at, const std::string& what) const {
        auto out = text_.substr(0, at);
        if (!out.empty() && out.back() != '\n' && what.find('\n') != kNone) out += end_of_line_;
        return out + what + text_.substr(at);
    }

    std::optional<std::string> with_new_list() const {
        return inserted(text_.size(),
                        std::string(key_) + ":" + end_of_line_ + lines_at(kUsualIndent));
    }

    /// Behind the last line that is indented further than the dashes.
    std::optional<std::string> behind_last_of_block(const Node& list) const {
        const auto last = list.items.back().span.begin;
        const auto dash = text_.rfind('-', last);
        if (dash == kNone) return std::nullopt;
        const auto indent = dash - line_start(text_, dash);
        auto end = next_line(last);
        for (auto line = end; line < text_.size(); line = next_line(line)) {
            const auto letter = first_letter(text_, line);
            const bool blank = line_end(text_, line) <= letter;
            if (blank) continue;
            if (letter - line <= indent) break;
            end = next_line(line);
        }
        return inserted(end, lines_at(indent));
    }

    std::size_t next_line(std::size_t at) const {
        const auto end = text_.find('\n', at);
        return end == kNone ? text_.size() : end + 1;
    }

    std::optional<std::string> behind_last_of_flow(const Node& list) const {
        std::size_t behind = list.span.begin;
        int depth = 0;
        for (std::size_t at = list.span.begin; at < text_.size();) {
            const char c = text_[at];
            if (c == '#' && is_blank(text_, at - 1)) {
                at = next_line(at);
                continue;
            }
            if (c == '[' || c == '{') ++depth;
            if ((c == ']' || c == '}') && --depth == 0) {
                return inserted(behind, (text_[behind - 1] == ',' ? " " : ", ") + entry_.flow);
            }
            const bool opens = c == '"' || c == '\'';
            const auto end = opens && begins_here(at) ? end_of_quoted(text_, at) : at + 1;
            if (!is_blank(text_, at)) behind = end;
            at = end;
        }
        return std::nullopt;
    }

    /// A quote within a word is a letter of it.
    bool begins_here(std::size_t at) const {
        const char before = text_[at - 1];
        return is_blank(text_, at - 1) || std::string_view("[{,:").find(before) != kNone;
    }

    /// `key:`, `key: []`, `key: ~`, with whatever comment stands behind it.
    std::optional<std::string> in_place_of_nothing(const Text& key) const {
        const auto colon = text_.find(':', key.span.end);
        if (colon == kNone) return std::nullopt;
        const auto line_ends = line_end(text_, key.span.begin);
        auto comment = std::min(text_.find(" #", colon), line_ends);
        while (comment > colon + 1 && text_[comment - 1] == ' ') --comment;
        const auto end = next_line(key.span.begin);
        const auto indent = indent_of(text_, key.span.begin) + kUsualIndent;
        auto head = text_.substr(0, colon + 1) + text_.substr(comment, line_ends - comment);
        return head + end_of_line_ + lines_at(indent) + text_.substr(end);
    }

    const std::string& text_;
    const Node& document_;
    std::string_view key_;
    const YamlEntry& entry_;
    std::string end_of_line_;
};

}  // namespace

std::optional<std::string> with_yaml_entry(const std::string& text, std::string_view key,
                                           const YamlEntry& entry) {
    const Source source("", text);
    const auto document = read_document(source);
    if (!document || document->kind != Node::Kind::mapping) return std::nullopt;
    auto edited = Inserter(text, *document, key, entry).run();
    if (!edited) return std::nullopt;
    const Source edited_source("", *edited);
    const auto after = read_document(edited_source);
    if (!after || !is_longer_by_one(*document, *after, key)) return std::nullopt;
    return edited;
}

}  // namespace plantool
