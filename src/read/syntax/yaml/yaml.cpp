#include "read/syntax/yaml/yaml.hpp"

#include <simdjson.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <utility>

#include "read/syntax/yaml/yaml_fault.hpp"
#include "read/syntax/yaml/yaml_findings.hpp"
#include "read/syntax/yaml/yaml_reading.hpp"
#include "read/syntax/yaml/yaml_stream.hpp"
#include "read/syntax/yaml/yaml_strict.hpp"
#include "read/syntax/yaml/yaml_text.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// Makes the library's events into nodes.
class Builder : public YAML::EventHandler {
  public:
    Builder(YamlReading& reading, const YamlInput& input, const ShapeCodes& codes,
            Diagnostics& diagnostics, const std::function<void(Node)>& sink)
        : reading_(reading),
          strict_(reading, codes, diagnostics),
          input_(input),
          codes_(codes),
          diagnostics_(diagnostics),
          sink_(sink) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (std::exchange(begun_, true)) strict_.require_marker(mark);
        root_ = Node{};
        nodes_ = 0;
    }
    void OnDocumentEnd() override { sink_(std::move(root_)); }

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        strict_.refuse_anchor(mark, anchor);
        Node node;
        node.span = reading_.span_at(mark, 0);
        strict_.refuse_lone_comma(node.span.begin);
        strict_.require_colon();
        accept(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        strict_.refuse(mark, {Word::aliases_not_read}, {Word::write_value_in_place});
        Node node;
        node.kind = Node::Kind::scalar;
        node.refused = true;
        node.span = reading_.span_at(mark, 1);
        accept(std::move(node));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        strict_.refuse_anchor(mark, anchor);
        Node node;
        node.span = scalar_span(strict_.refuse_tag(mark, tag), value);
        const char first =
            node.span.begin < reading_.text.size() ? reading_.text[node.span.begin] : '\0';
        node.quoted = first == '"' || first == '\'' || first == '|' || first == '>' || tag == "!";
        node.kind = Node::Kind::scalar;
        const auto meant = input_.meant(value, first == '"');
        if (!simdjson::validate_utf8(meant.data(), meant.size())) {
            strict_.stop({codes_.invalid_utf8,
                          node.span,
                          {Word::escape_makes_no_letter},
                          {Word::write_letter_itself}});
        }
        node.text = to_nfc(meant);
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

  private:
    /// The library gives the start alone; the end is looked up in the text.
    Span scalar_span(const YAML::Mark& mark, const std::string& value) {
        auto span = reading_.span_at(mark, 0);
        strict_.refuse_tab_before(span.begin);
        strict_.refuse_low(span.begin);
        const char first = span.begin < reading_.text.size() ? reading_.text[span.begin] : '\0';
        if (first == '"' || first == '\'') {
            span.end = static_cast<std::uint32_t>(end_of_quoted(reading_.text, span.begin));
            strict_.refuse_low_in_quotes(span);
            strict_.refuse_comment_at(span.end);
        } else if (first == '|' || first == '>') {
            span.end = static_cast<std::uint32_t>(
                end_of_block(reading_.text, span.begin, reading_.base()));
        } else {
            span.end = static_cast<std::uint32_t>(end_of_plain(reading_.text, span.begin, value));
            strict_.refuse_odd_lines(span);
        }
        reading_.last_begin = span.begin;
        reading_.last_end = std::max(reading_.last_end, span.end);
        return span;
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
              Node::Kind kind, bool flow) {
        strict_.refuse_anchor(mark, anchor);
        strict_.refuse_tag(mark, tag);
        if (flow) strict_.refuse_low(reading_.span_at(mark, 0).begin);
        if (reading_.stack.size() >= static_cast<std::size_t>(kDeepestNesting)) {
            strict_.stop({codes_.syntax,
                          reading_.span_at(mark, 1),
                          {Word::nested_deeper_than, kDeepestNesting},
                          {}});
        }
        YamlOpen entry;
        entry.node.kind = kind;
        entry.flow = flow;
        entry.node.span = reading_.span_at(mark, 1);
        entry.column = entry.node.span.begin -
                       static_cast<std::uint32_t>(reading_.line_of(entry.node.span.begin));
        reading_.last_end = std::max(reading_.last_end, entry.node.span.begin);
        reading_.stack.push_back(std::move(entry));
    }

    void close() {
        Node node = std::move(reading_.stack.back().node);
        if (const auto all = reading_.stack.back().duplicates; all > kMostTold) {
            diagnostics_.add(duplicates_in_all(node, all, codes_));
        }
        reading_.stack.pop_back();
        accept(std::move(node));
    }

    void accept(Node node) {
        if (++nodes_ > kMostNodes) {
            strict_.stop({codes_.syntax,
                          node.span,
                          {Word::more_values_than, kMostNodes},
                          {Word::part_large_document}});
        }
        if (reading_.stack.empty()) {
            root_ = std::move(node);
            return;
        }
        auto& parent = reading_.stack.back();
        if (parent.node.kind == Node::Kind::mapping && !parent.key_pending) {
            accept_key(parent, node);
            parent.key_pending = true;
            return;
        }
        parent.key_pending = false;
        parent.node.items.push_back(std::move(node));
    }

    /// The same key where it was read before.
    static const Text* find_key(YamlOpen& mapping, const std::string& key) {
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

    void accept_key(YamlOpen& mapping, const Node& key) {
        if (key.kind != Node::Kind::scalar) {
            diagnostics_.add({codes_.wrong_type, key.span, {Word::key_is_no_word}, {}});
        } else if (key.text == "<<" && !key.quoted) {
            diagnostics_.add({codes_.unsupported_yaml,
                              key.span,
                              {Word::merge_keys_not_read},
                              {Word::write_keys_where_needed}});
        }
        const auto* before = key.kind == Node::Kind::scalar ? find_key(mapping, key.text) : nullptr;
        if (before != nullptr && ++mapping.duplicates <= kMostTold) {
            diagnostics_.add({codes_.duplicate_key,
                              key.span,
                              {Word::key_twice, key.text},
                              {Word::keep_one_of_two},
                              {},
                              {{{Word::first_written_here}, before->span}}});
        }
        mapping.node.keys.push_back({key.text, key.span});
    }

    YamlReading& reading_;
    YamlStrict strict_;
    const YamlInput& input_;
    const ShapeCodes& codes_;
    Diagnostics& diagnostics_;
    const std::function<void(Node)>& sink_;
    Node root_;
    std::size_t nodes_ = 0;  ///< of the document
    bool begun_ = false;     ///< a document was
};

}  // namespace

bool parse_yaml(const Source& source, const ShapeCodes& codes, Diagnostics& diagnostics,
                const std::function<void(Node)>& sink) {
    if (const auto control = first_control(source.text())) {
        diagnostics.add(control_character(source, codes, *control));
        return false;
    }
    // With a last line that is a comment the library notices quotes that are never closed.
    const YamlInput input(source.text());
    Ended ended(input.text());
    std::istream stream(&ended);
    YamlReading reading(source, input.text());
    Builder builder(reading, input, codes, diagnostics, sink);
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        return true;
    } catch (const YAML::DeepRecursion& fault) {
        diagnostics.add({codes.syntax, {&source, 0, 0}, {Word::nested_too_deeply}, {}});
    } catch (const YAML::Exception& fault) {
        const auto at = static_cast<std::size_t>(std::max(fault.mark.pos, 0));
        diagnostics.add(yaml_fault(source, codes, reading.progress(), fault.msg,
                                   static_cast<std::uint32_t>(std::min(at, source.text().size()))));
    } catch (const YamlStop&) {
    }
    return false;
}

}  // namespace plantool
