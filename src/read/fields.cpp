#include "read/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {

Fields::Fields(const Node& node, const ShapeCodes& codes, Diagnostics& diagnostics,
               std::string path)
    : node_(node),
      codes_(codes),
      diagnostics_(diagnostics),
      path_(std::move(path)),
      asked_(node.keys.size(), false) {
    if (is_mapping() || node.refused) return;
    diagnostics_.add({codes_.wrong_type,
                      node.span,
                      fmt::format("a mapping (`key: value`) belongs here, not {}", kind_name(node)),
                      {},
                      path_});
}

const Node* Fields::find(std::string_view key) {
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
    const Node* found = nullptr;
    for (std::size_t i = 0; i < node_.keys.size(); ++i) {
        if (node_.keys[i].value != key) continue;
        asked_[i] = true;
        if (found == nullptr && node_.items[i].kind != Node::Kind::null) found = &node_.items[i];
    }
    return found;
}

const Node* Fields::require(std::string_view key) {
    const auto* found = find(key);
    if (found == nullptr && is_mapping()) {
        add(codes_.missing_key, node_.span, fmt::format("`{}` is missing", key),
            fmt::format("add a line `{}: …`", key), key);
    }
    return found;
}

std::optional<TextView> Fields::as_view(const Node* node, std::string_view key) {
    if (node == nullptr || node->refused) return std::nullopt;
    if (node->kind != Node::Kind::scalar || node->boolean) {
        add(codes_.wrong_type, node->span,
            fmt::format("`{}` is a text, but {} stands here", key, kind_name(*node)), {}, key);
        return std::nullopt;
    }
    return TextView{node->text, node->span};
}

std::optional<TextView> Fields::required_view(std::string_view key) {
    const auto text = as_view(require(key), key);
    if (!text || !trim(text->value).empty()) return text;
    add(codes_.missing_key, text->span, fmt::format("`{}` is empty", key), {}, key);
    return std::nullopt;
}

std::string_view Fields::plain_view(std::string_view key) {
    const auto found = view(key);
    return found ? found->value : std::string_view();
}

std::optional<Spanned<Day>> Fields::as_date(const Node* node, std::string_view key) {
    const auto text = as_view(node, key);
    if (!text) return std::nullopt;
    const auto day = parse_date(text->value);
    if (!day) {
        add(codes_.bad_date, text->span, fmt::format("`{}` is no date", text->value),
            "write an existing day as YYYY-MM-DD", key);
        return std::nullopt;
    }
    return Spanned<Day>{*day, text->span};
}

bool Fields::flag(std::string_view key) {
    const auto* node = find(key);
    if (node == nullptr) return false;
    if (node->kind == Node::Kind::scalar && !node->quoted) {
        if (node->text == "true") return true;
        if (node->text == "false") return false;
    }
    add(codes_.wrong_type, node->span, fmt::format("`{}` is either true or false", key), {}, key);
    return false;
}

std::vector<Text> Fields::texts(std::string_view key) {
    std::vector<Text> out;
    for (const auto& item : list(key)) {
        if (item.kind == Node::Kind::null) {
            add(codes_.wrong_type, item.span, fmt::format("an entry of `{}` is empty", key), {},
                key);
        }
        if (auto text = as_text(item.kind == Node::Kind::null ? nullptr : &item, key)) {
            out.push_back(std::move(*text));
        }
    }
    return out;
}

const std::vector<Node>& Fields::list(std::string_view key) {
    static const std::vector<Node> none;
    const auto* node = find(key);
    if (node == nullptr || node->refused) return none;
    if (node->kind != Node::Kind::sequence) {
        add(codes_.wrong_type, node->span,
            fmt::format("`{}` is a list, but {} stands here", key, kind_name(*node)),
            "write each entry on its own line after `- `, or all in [ ]", key);
        return none;
    }
    return node->items;
}

Provenance Fields::provenance() {
    Provenance why;
    why.source = plain("source");
    why.assumed = plain("assumed");
    return why;
}

void Fields::finish() {
    std::optional<Suggester> known;  // made when first needed
    for (std::size_t i = 0; i < node_.keys.size(); ++i) {
        if (asked_[i] || node_.keys[i].value == "<<") continue;
        const auto& key = node_.keys[i];
        if (!known) known.emplace(std::vector<std::string>(known_.begin(), known_.end()));
        auto help = known->did_you_mean(key.value);
        if (help.empty()) help = fmt::format("known here: {}", fmt::join(known_, ", "));
        add(codes_.unknown_key, key.span, fmt::format("unknown key `{}`", key.value), help,
            key.value);
    }
}

std::string Fields::path_of(std::string_view key) const {
    std::string path = path_ + "/";
    for (const char c : key) {
        if (c == '~') {
            path += "~0";
        } else if (c == '/') {
            path += "~1";
        } else {
            path += c;
        }
    }
    return path;
}

void Fields::add(Code code, const Span& at, std::string message, std::string help,
                 std::string_view key) {
    diagnostics_.add(
        {code, at, std::move(message), std::move(help), key.empty() ? path_ : path_of(key)});
}

std::string_view kind_name(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null:
            return "nothing";
        case Node::Kind::scalar:
            return node.boolean ? "true or false" : "a text";
        case Node::Kind::sequence:
            return "a list";
        case Node::Kind::mapping:
            return "a mapping";
    }
    return "something else";
}

bool check_format(Fields& fields, const ShapeCodes& codes, std::string_view expected) {
    const auto format = fields.required_text("format");
    if (!format) return false;
    if (format->value == expected) return true;
    fields.add(codes.unknown_format, format->span,
               fmt::format("this says it is `{}`, but `{}` belongs here", format->value, expected),
               fmt::format("write `format: {}`", expected), "format");
    return false;
}

}  // namespace plantool
