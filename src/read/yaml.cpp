#include "read/yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

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

    /// Where the last event ended: a fault of syntax lies behind it.
    std::uint32_t last_end() const { return last_end_; }

  private:
    struct Open {
        Node node;
        bool flow = false;         ///< written in brackets
        bool key_pending = false;  ///< a mapping's key was read, its value not yet
    };

    Span span_at(const YAML::Mark& mark, std::size_t length) const {
        const auto size = source_.text().size();
        const auto begin = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), size);
        return {&source_, static_cast<std::uint32_t>(begin),
                static_cast<std::uint32_t>(std::min(begin + length, size))};
    }

    /// The library gives the start alone; the end is looked up in the text.
    Span scalar_span(const YAML::Mark& mark, const std::string& value) {
        auto span = span_at(mark, value.size());
        const auto text = source_.text();
        refuse_tab_before(span.begin);
        const auto rest = text.substr(span.begin);
        const char quote = rest.empty() ? '\0' : rest[0];
        std::size_t length = value.size();
        if (quote == '"' || quote == '\'') {
            length = 1;
            while (length < rest.size() && rest[length] != quote) {
                length += quote == '"' && rest[length] == '\\' ? 2U : 1U;
            }
            ++length;
        } else if (rest.substr(0, value.size()) != value) {
            length = trim(rest.substr(0, rest.find('\n'))).size();
            if (quote != '|' && quote != '>') refuse_tab_below(span.begin + rest.find('\n'));
        }
        span.end = static_cast<std::uint32_t>(std::min(text.size(), span.begin + length));
        last_end_ = std::max(last_end_, span.end);
        return span;
    }

    /// The library takes a line that a tab indents for more of the text above it.
    void refuse_tab_below(std::size_t line_end) {
        const auto text = source_.text();
        if (line_end >= text.size()) return;
        const auto tab = text.find_first_not_of(' ', line_end + 1);
        if (tab == std::string_view::npos || text[tab] != '\t') return;
        stop_at_tab(tab);
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
            stop_at_tab(line + tab);
        }
    }

    [[noreturn]] void stop_at_tab(std::size_t tab) {
        const auto at = static_cast<std::uint32_t>(tab);
        diagnostics_.add({codes_.syntax,
                          {&source_, at, at + 1},
                          "a tab cannot indent a line",
                          "write spaces instead"});
        throw Stop{};
    }

    /// What the library cannot fit into a document it takes for the next one.
    void require_marker(const YAML::Mark& mark) {
        const auto span = span_at(mark, 1);
        const auto text = source_.text();
        const auto between = text.substr(last_end_, span.begin - last_end_);
        const bool ended = between.find("\n...") != std::string_view::npos;
        if (ended || text.substr(span.begin).starts_with("---")) return;
        if (trim(text.substr(span.begin)).empty()) return;
        diagnostics_.add({codes_.syntax, span, "this does not belong to what stands above it",
                          "check its indentation; a new document begins with a line ---"});
        throw Stop{};
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
        if (tag.empty() || tag == "?" || tag == "!") return mark;
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
        if (stack_.size() >= static_cast<std::size_t>(kDeepestNesting)) {
            diagnostics_.add({codes_.syntax,
                              span_at(mark, 1),
                              fmt::format("nested more than {} deep", kDeepestNesting),
                              {}});
            throw Stop{};
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
            accept_key(parent.node, node);
            parent.key_pending = true;
            return;
        }
        parent.key_pending = false;
        parent.node.items.push_back(std::move(node));
    }

    void accept_key(Node& mapping, const Node& key) {
        if (key.kind != Node::Kind::scalar) {
            diagnostics_.add({codes_.wrong_type, key.span, "a key must be a simple word", {}});
        } else if (key.text == "<<" && !key.quoted) {
            diagnostics_.add({codes_.unsupported_yaml, key.span, "merge keys (<<) are not read",
                              "write the keys out where they are needed"});
        }
        for (const auto& before : mapping.keys) {
            if (key.kind != Node::Kind::scalar || before.value != key.text) continue;
            diagnostics_.add({codes_.duplicate_key,
                              key.span,
                              fmt::format("the key `{}` stands twice", key.text),
                              "keep one of the two",
                              {},
                              {{"first written here", before.span}}});
            break;
        }
        mapping.keys.push_back({key.text, key.span});
    }

    const Source& source_;
    const ShapeCodes& codes_;
    Diagnostics& diagnostics_;
    const std::function<void(Node)>& sink_;
    Node root_;
    std::vector<Open> stack_;
    bool begun_ = false;  ///< a document was
    std::uint32_t last_end_ = 0;
};

/// The first quote behind `from` that could open a text.
std::optional<std::uint32_t> opening_quote(std::string_view text, std::uint32_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] != '"' && text[at] != '\'') continue;
        const char before = at == 0 ? '\n' : text[at - 1];
        if (std::string_view(" \t\n[{,:-").find(before) != std::string_view::npos) {
            return static_cast<std::uint32_t>(at);
        }
    }
    return std::nullopt;
}

/// The library's messages, in words that somebody who never read a grammar understands.
std::string plain_words(const std::string& message) {
    static constexpr std::pair<std::string_view, std::string_view> kWords[] = {
        {"end of map not found", "a line here is indented otherwise than those it belongs to"},
        {"end of map flow not found", "a { is not closed, or a comma is missing"},
        {"end of sequence not found", "a line here is indented otherwise than those it belongs to"},
        {"end of sequence flow not found", "a [ is not closed, or a comma is missing"},
        {"illegal block entry", "a list entry (`- `) cannot begin here"},
        {"illegal map key", "a key cannot begin here"},
        {"illegal map value", "a `: ` cannot stand here; a text that holds one needs quotes"},
        {"illegal EOF in scalar", "the file ends within a text"},
    };
    for (const auto& [theirs, ours] : kWords) {
        if (message == theirs) return std::string(ours);
    }
    return message;
}

Finding syntax_finding(const Source& source, const ShapeCodes& codes, const YAML::Exception& fault,
                       std::uint32_t last_end) {
    const auto size = static_cast<std::uint32_t>(source.text().size());
    const auto at = std::min(static_cast<std::uint32_t>(std::max(fault.mark.pos, 0)), size);
    // A text without its closing quote runs to the end of the file; the fault is where it opens.
    if (at >= size) {
        if (const auto quote = opening_quote(source.text(), last_end)) {
            return {codes.syntax,
                    {&source, *quote, *quote + 1},
                    "the text that begins here has no closing quote",
                    "add the quote at its end"};
        }
    }
    return {codes.syntax,
            {&source, at, std::min(at + 1, size)},
            fmt::format("this is not YAML: {}", plain_words(fault.msg)),
            "check indentation (spaces, no tabs), colons and quotes here and just above"};
}

}  // namespace

bool parse_yaml(const Source& source, const ShapeCodes& codes, Diagnostics& diagnostics,
                const std::function<void(Node)>& sink) {
    // With a last line that is a comment the library notices quotes that are never closed.
    std::istringstream stream(std::string(source.text()) + "\n# eof");
    Builder builder(source, codes, diagnostics, sink);
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        return true;
    } catch (const YAML::DeepRecursion& fault) {
        diagnostics.add({codes.syntax, {&source, 0, 0}, "nested too deeply to be read", {}});
    } catch (const YAML::Exception& fault) {
        diagnostics.add(syntax_finding(source, codes, fault, builder.last_end()));
    } catch (const Stop&) {
    }
    return false;
}

}  // namespace plantool
