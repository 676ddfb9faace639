// A mapping read field by field: each key is asked for by its name and type, and what was never
// asked for is unknown. All faults of shape are reported here, in one wording.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/plan.hpp"
#include "core/submission/submission.hpp"
#include "read/syntax/node.hpp"

namespace plantool {

class Fields {
  public:
    /// `path` is the JSON pointer to the mapping. A node that is no mapping is reported, and every
    /// field is then absent without further ado.
    /// Keys asked for are literals: they must outlive this.
    Fields(const Node& node, const ShapeCodes& codes, Diagnostics& diagnostics, std::string path);

    /// The value, or nullptr when the key is absent or null.
    const Node* find(std::string_view key);
    /// As find, and reports an absent key.
    const Node* require(std::string_view key);

    std::optional<Text> text(std::string_view key) { return owned(view(key)); }
    /// Reports an absent or empty one.
    std::optional<Text> required_text(std::string_view key) { return owned(required_view(key)); }
    /// The text, or an empty string.
    std::string plain(std::string_view key) { return std::string(plain_view(key)); }
    /// The same, looking at the text in the node.
    std::optional<TextView> view(std::string_view key) { return as_view(find(key), key); }
    std::optional<TextView> required_view(std::string_view key);
    std::string_view plain_view(std::string_view key);
    std::optional<Spanned<Day>> date(std::string_view key) { return as_date(find(key), key); }
    std::optional<Spanned<Day>> required_date(std::string_view key) {
        return as_date(require(key), key);
    }
    bool flag(std::string_view key);
    std::vector<Text> texts(std::string_view key);
    /// The elements of a list; empty when the key is absent.
    const std::vector<Node>& list(std::string_view key);
    /// `source` and `assumed`, which any mapping of a plan may carry.
    Provenance provenance();

    /// Reports every key that was not asked for. Call it last.
    void finish();

    std::string path_of(std::string_view key) const;
    const Span& span() const { return node_.span; }
    void add(Code code, const Span& at, Message message, Message help = {},
             std::string_view key = {});
    bool is_mapping() const { return node_.kind == Node::Kind::mapping; }
    std::optional<TextView> as_view(const Node* node, std::string_view key);
    std::optional<Text> as_text(const Node* node, std::string_view key) {
        return owned(as_view(node, key));
    }

  private:
    static std::optional<Text> owned(const std::optional<TextView>& view) {
        if (!view) return std::nullopt;
        return Text{std::string(view->value), view->span};
    }
    std::optional<Spanned<Day>> as_date(const Node* node, std::string_view key);

    const Node& node_;
    const ShapeCodes& codes_;
    Diagnostics& diagnostics_;
    std::string path_;
    std::vector<std::string_view> known_;
    std::vector<bool> asked_;
};

/// "a list", "a mapping", …: what stands there, for messages.
Message kind_name(const Node& node);

/// Reads `format:` and reports another one than expected. False when it is missing or another.
bool check_format(Fields& fields, const ShapeCodes& codes, std::string_view expected);

}  // namespace plantool
