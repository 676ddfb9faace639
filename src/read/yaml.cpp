#include "read/yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <optional>
#include <utility>

#include "read/yaml_fault.hpp"
#include "read/yaml_stream.hpp"
#include "read/yaml_text.hpp"
#include "text/string_map.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// Thrown through the library to stop it: only inside this file.
struct Stop {};

class Builder : public YAML::EventHandler {
  public:
    Builder(const Source& source, const ShapeCodes& codes, Diagnostics& diagnostics,
            const std::function<void(Node)>& sink)
        : source_(source), codes_(codes), diagnostics_(diagnostics), sink_(sink) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (std::exchange(begun_, true)) require_marker(mark);
        root_ = Node{};
    }
    void OnDocumentEnd() override { sink_(std::move(root_)); }

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        Node node;
        node.span = span_at(mark, 0);
        refuse_lone_comma(node.span.begin);
        require_colon();
        accept(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        refuse(mark, "aliases (*) are not read", "write the value out in its place");
        Node node;
        node.kind = Node::Kind::scalar;
        node.refused = true;
        node.span = span_at(mark, 1);
        accept(std::move(node));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_anchor(mark, anchor);
        Node node;
        node.span = scalar_span(refuse_tag(mark, tag), value);
        const char first =
            node.span.begin < source_.text().size() ? source_.text()[node.span.begin] : '\0';
        node.quoted = first == '"' || first == '\'' || first == '|' || first == '>' || tag == "!";
        node.kind = Node::Kind::scalar;
        node.text = to_nfc(value);
        accept(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        open(mark, tag, anchor, Node::Kind::sequence, style == YAML::EmitterStyle::Flow);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        open(mark, tag, anchor, Node::Kind::mapping, style == YAML::EmitterStyle::Flow);
    }
    void OnMapEnd() override { close(); }

    /// What had been read, for those who explain why no more could be.
    YamlProgress progress() const {
        YamlProgress out;
        out.last_begin = last_begin_;
        out.last_end = last_end_;
        for (const auto& entry : stack_) {
            if (entry.flow) {
                out.brackets.push_back(entry.node.span.begin);
            } else {
                out.columns.push_back(column_of(entry));
                out.in_mapping = entry.node.kind == Node::Kind::mapping;
            }
        }
        return out;
    }

  private:
    struct Open {
        Node node;
        bool flow = false;                       ///< written in brackets
        bool key_pending = false;                ///< a mapping's key was read, its value not yet
        StringMap<std::size_t> known_keys = {};  ///< where they are first, once there are many
        std::size_t indexed = 0;                 ///< how many of the keys are in it
    };

    Span span_at(const YAML::Mark& mark, std::size_t length) const {
        const auto size = source_.text().size();
        const auto begin = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), size);
        return {&source_, static_cast<std::uint32_t>(begin),
                static_cast<std::uint32_t>(std::min(begin + length, size))};
    }

    std::uint32_t column_of(const Open& entry) const {
        const auto begin = entry.node.span.begin;
        return begin == 0
                   ? 0
                   : begin - static_cast<std::uint32_t>(source_.text().rfind('\n', begin - 1) + 1);
    }

    /// The column of the innermost block collection; -1 outside of all.
    int base() const {
        const auto block = std::find_if(stack_.rbegin(), stack_.rend(),
                                        [](const Open& entry) { return !entry.flow; });
        return block == stack_.rend() ? -1 : static_cast<int>(column_of(*block));
    }

    /// The library gives the start alone; the end is looked up in the text.
    Span scalar_span(const YAML::Mark& mark, const std::string& value) {
        auto span = span_at(mark, 0);
        const auto text = source_.text();
        refuse_tab_before(span.begin);
        refuse_low(span.begin);
        const char first = span.begin < text.size() ? text[span.begin] : '\0';
        if (first == '"' || first == '\'') {
            span.end = static_cast<std::uint32_t>(end_of_quoted(text, span.begin));
            refuse_low_in_quotes(span);
            refuse_comment_at(span.end);
        } else if (first == '|' || first == '>') {
            span.end = static_cast<std::uint32_t>(end_of_block(text, span.begin, base()));
        } else {
            span.end = static_cast<std::uint32_t>(end_of_plain(text, span.begin, value));
            refuse_odd_lines(span);
        }
        last_begin_ = span.begin;
        last_end_ = std::max(last_end_, span.end);
        return span;
    }

    void refuse_low_in_quotes(const Span& span) {
        const auto low = low_line(source_.text(), span.begin, span.end, base());
        if (low == std::string_view::npos) return;
        if (source_.text()[low] != '\t') stop(unclosed_quote(source_, codes_, span.begin));
        stop(tab_in_indentation(source_, codes_, static_cast<std::uint32_t>(low)));
    }

    /// The library takes for more of a plain text what is indented by a tab or not at all.
    void refuse_odd_lines(const Span& span) {
        const auto text = source_.text();
        for (auto at = text.find('\n', span.begin); at < span.end; at = text.find('\n', at + 1)) {
            const auto letter = text.find_first_not_of(' ', at + 1);
            if (letter < span.end && text[letter] == '\t') {
                stop(tab_in_indentation(source_, codes_, static_cast<std::uint32_t>(letter)));
            }
        }
        const auto low = low_line(text, span.begin, span.end, base());
        if (low == std::string_view::npos) return;
        const auto at = static_cast<std::uint32_t>(low);
        if (stack_.back().flow) {
            stop(unclosed_bracket(source_, codes_, stack_.back().node.span.begin, at));
        }
        stop(low_value(source_, codes_, at));
    }

    void refuse_comment_at(std::uint32_t end) {
        if (end >= source_.text().size() || source_.text()[end] != '#') return;
        stop({codes_.syntax,
              {&source_, end, end + 1},
              "a comment needs a blank before its `#`",
              "write a blank here"});
    }

    /// The library minds no indentation within brackets, where it takes the keys below for their
    /// content, nor that of a value below its key.
    void refuse_low(std::uint32_t begin) {
        if (stack_.empty()) return;
        const auto& parent = stack_.back();
        if (!parent.flow && !parent.key_pending) return;
        const auto text = source_.text();
        const auto line = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;
        const bool is_first = trim(text.substr(line, begin - line)).empty();
        if (!is_first || static_cast<int>(begin - line) > base()) return;
        if (parent.flow) stop(unclosed_bracket(source_, codes_, parent.node.span.begin, begin));
        stop(low_value(source_, codes_, begin));
    }

    /// A word alone on its line, before the document ends, it takes for a key without a value; and
    /// the 5 of `{x: 1,5}` too.
    void require_colon() {
        if (stack_.empty() || !stack_.back().key_pending) return;
        const auto& key = stack_.back().node.keys.back();
        const auto rest = trim(source_.text().substr(key.span.end));
        if (rest.starts_with(':')) return;
        if (!stack_.back().flow) stop(missing_colon(source_, codes_, key.span.begin));
        stop({codes_.syntax, key.span, fmt::format("`{}` stands alone, without a value", key.value),
              "write `key: value` between two commas; a decimal figure has a dot, as in 1.5"});
    }

    /// Nor does it mind a comma behind another one.
    void refuse_lone_comma(std::uint32_t at) {
        if (stack_.empty() || !stack_.back().flow) return;
        const auto& parent = stack_.back();
        const bool is_value = parent.node.kind == Node::Kind::mapping && parent.key_pending;
        if (is_value || at >= source_.text().size() || source_.text()[at] != ',') return;
        stop({codes_.syntax,
              {&source_, at, at + 1},
              "nothing stands before this comma",
              "take it away"});
    }

    /// Nor does it mind a tab before the first word of a line. Within brackets a tab is but a
    /// blank.
    void refuse_tab_before(std::size_t begin) {
        if (!stack_.empty() && stack_.back().flow) return;
        const auto text = source_.text();
        const auto line = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;
        const auto indent = text.substr(line, begin - line);
        if (indent.find_first_not_of(" \t-") != std::string_view::npos) return;
        if (const auto tab = indent.find('\t'); tab != std::string_view::npos) {
            stop(tab_in_indentation(source_, codes_, static_cast<std::uint32_t>(line + tab)));
        }
    }

    [[noreturn]] void stop(Finding finding) {
        diagnostics_.add(std::move(finding));
        throw Stop{};
    }

    /// What the library cannot fit into a document it takes for the next one.
    void require_marker(const YAML::Mark& mark) {
        const auto span = span_at(mark, 1);
        const auto text = source_.text();
        const auto between = text.substr(last_end_, span.begin - last_end_);
        if (between.find("\n...") != std::string_view::npos) return;
        if (const auto directive = between.find("\n%"); directive != std::string_view::npos) {
            const auto at = last_end_ + static_cast<std::uint32_t>(directive) + 1;
            stop({codes_.syntax,
                  {&source_, at, at + 1},
                  "a directive (%) cannot follow a document that is not ended",
                  "take the line away; no plan or submission needs it"});
        }
        if (text.substr(span.begin).starts_with("---")) return;
        if (trim(text.substr(span.begin)).empty()) return;
        stop({codes_.syntax, span, "this does not belong to what stands above it",
              "check its indentation; a new document begins with a line ---"});
    }

    void refuse(const YAML::Mark& mark, std::string message, std::string help) {
        diagnostics_.add(
            {codes_.unsupported_yaml, span_at(mark, 1), std::move(message), std::move(help)});
    }

    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor == 0) return;
        refuse(mark, "anchors (&) are not read", "write the value out wherever it is needed");
    }

    /// Gives the place of the value behind the tag.
    YAML::Mark refuse_tag(YAML::Mark mark, const std::string& tag) {
        if (tag.empty() || tag == "?") return mark;
        const auto rest = source_.text().substr(span_at(mark, 0).begin);
        const auto end = std::min(rest.find_first_of(" \n"), rest.size());
        if (!rest.starts_with('!')) return mark;
        diagnostics_.add({codes_.unsupported_yaml, span_at(mark, end),
                          fmt::format("tags ({}) are not read", rest.substr(0, end)),
                          "leave it out: every field has a type of its own"});
        mark.pos += static_cast<int>(std::min(rest.find_first_not_of(' ', end), rest.size()));
        return mark;
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
              Node::Kind kind, bool flow) {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        if (flow) refuse_low(span_at(mark, 0).begin);
        if (stack_.size() >= static_cast<std::size_t>(kDeepestNesting)) {
            stop({codes_.syntax,
                  span_at(mark, 1),
                  fmt::format("nested more than {} deep", kDeepestNesting),
                  {}});
        }
        Open entry;
        entry.node.kind = kind;
        entry.flow = flow;
        entry.node.span = span_at(mark, 1);
        last_end_ = std::max(last_end_, entry.node.span.begin);
        stack_.push_back(std::move(entry));
    }

    void close() {
        Node node = std::move(stack_.back().node);
        stack_.pop_back();
        accept(std::move(node));
    }

    void accept(Node node) {
        if (stack_.empty()) {
            root_ = std::move(node);
            return;
        }
        auto& parent = stack_.back();
        if (parent.node.kind == Node::Kind::mapping && !parent.key_pending) {
            accept_key(parent, node);
            parent.key_pending = true;
            return;
        }
        parent.key_pending = false;
        parent.node.items.push_back(std::move(node));
    }

    /// The same key where it was read before.
    static const Text* find_key(Open& mapping, const std::string& key) {
        constexpr std::size_t kMany = 16;  // from here on a search takes longer than a map
        const auto& keys = mapping.node.keys;
        if (keys.size() < kMany) {
            const auto found = std::find_if(keys.begin(), keys.end(),
                                            [&](const Text& text) { return text.value == key; });
            return found == keys.end() ? nullptr : &*found;
        }
        auto& at = mapping.indexed;
        for (; at < keys.size(); ++at) mapping.known_keys.emplace(keys[at].value, at);
        const auto found = mapping.known_keys.find(key);
        return found == mapping.known_keys.end() ? nullptr : &keys[found->second];
    }

    void accept_key(Open& mapping, const Node& key) {
        if (key.kind != Node::Kind::scalar) {
            diagnostics_.add({codes_.wrong_type, key.span, "a key must be a simple word", {}});
        } else if (key.text == "<<" && !key.quoted) {
            diagnostics_.add({codes_.unsupported_yaml, key.span, "merge keys (<<) are not read",
                              "write the keys out where they are needed"});
        }
        const auto* before = key.kind == Node::Kind::scalar ? find_key(mapping, key.text) : nullptr;
        if (before != nullptr) {
            diagnostics_.add({codes_.duplicate_key,
                              key.span,
                              fmt::format("the key `{}` stands twice", key.text),
                              "keep one of the two",
                              {},
                              {{"first written here", before->span}}});
        }
        mapping.node.keys.push_back({key.text, key.span});
    }

    const Source& source_;
    const ShapeCodes& codes_;
    Diagnostics& diagnostics_;
    const std::function<void(Node)>& sink_;
    Node root_;
    std::vector<Open> stack_;
    bool begun_ = false;            ///< a document was
    std::uint32_t last_begin_ = 0;  ///< of the last scalar
    std::uint32_t last_end_ = 0;
};

}  // namespace

bool parse_yaml(const Source& source, const ShapeCodes& codes, Diagnostics& diagnostics,
                const std::function<void(Node)>& sink) {
    if (const auto control = first_control(source.text())) {
        diagnostics.add(control_character(source, codes, *control));
        return false;
    }
    // With a last line that is a comment the library notices quotes that are never closed.
    Ended ended(source.text());
    std::istream stream(&ended);
    Builder builder(source, codes, diagnostics, sink);
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        return true;
    } catch (const YAML::DeepRecursion& fault) {
        diagnostics.add({codes.syntax, {&source, 0, 0}, "nested too deeply to be read", {}});
    } catch (const YAML::Exception& fault) {
        const auto at = static_cast<std::size_t>(std::max(fault.mark.pos, 0));
        diagnostics.add(yaml_fault(source, codes, builder.progress(), fault.msg,
                                   static_cast<std::uint32_t>(std::min(at, source.text().size()))));
    } catch (const Stop&) {
    }
    return false;
}

}  // namespace plantool
