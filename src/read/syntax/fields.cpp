#include "read/syntax/fields.hpp"

#include <algorithm>

#include "read/syntax/yaml/yaml_text.hpp"
#include "text/labels.hpp"
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
    const bool close = node.kind == Node::Kind::scalar && !node.quoted && blank_missing(node.text);
    diagnostics_.add({codes_.wrong_type,
                      node.span,
                      {Word::mapping_expected, kind_name(node)},
                      close ? Message(Word::write_blank_behind_colon) : Message(),
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
        add(codes_.missing_key, node_.span, {Word::key_missing, key}, {Word::add_line_of_key, key},
            key);
    }
    return found;
}

std::optional<TextView> Fields::as_view(const Node* node, std::string_view key) {
    if (node == nullptr || node->refused) return std::nullopt;
    if (node->kind != Node::Kind::scalar || node->boolean) {
        add(codes_.wrong_type, node->span, {Word::text_expected, key, kind_name(*node)}, {}, key);
        return std::nullopt;
    }
    return TextView{node->text, node->span};
}

std::optional<TextView> Fields::required_view(std::string_view key) {
    const auto text = as_view(require(key), key);
    if (!text || !trim(text->value).empty()) return text;
    add(codes_.missing_key, text->span, {Word::key_empty, key}, {}, key);
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
        add(codes_.bad_date, text->span, {Word::no_date, text->value}, {Word::write_real_day}, key);
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
    add(codes_.wrong_type, node->span, {Word::flag_expected, key}, {}, key);
    return false;
}

std::vector<Text> Fields::texts(std::string_view key) {
    std::vector<Text> out;
    for (const auto& item : list(key)) {
        if (item.kind == Node::Kind::null) {
            add(codes_.wrong_type, item.span, {Word::entry_empty, key}, {}, key);
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
        add(codes_.wrong_type, node->span, {Word::list_expected, key, kind_name(*node)},
            {Word::write_as_list}, key);
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
    std::size_t told = 0;
    std::size_t unknown = 0;
    const Text* untold = nullptr;
    for (std::size_t i = 0; i < node_.keys.size(); ++i) {
        if (asked_[i] || node_.keys[i].value == "<<") continue;
        const auto& key = node_.keys[i];
        ++unknown;
        if (told == kMostTold) {
            if (untold == nullptr) untold = &key;
            continue;
        }
        ++told;
        if (!known) known.emplace(std::vector<std::string>(known_.begin(), known_.end()));
        auto help = known->suggestion(key.value, {Word::known_keys_here, in_backquotes(known_)});
        add(codes_.unknown_key, key.span, {Word::unknown_key_here, key.value}, std::move(help),
            key.value);
    }
    if (untold == nullptr) return;
    add(codes_.unknown_key, untold->span, {Word::unknown_keys_in_all, unknown, kMostTold});
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

void Fields::add(Code code, const Span& at, Message message, Message help, std::string_view key) {
    diagnostics_.add(
        {code, at, std::move(message), std::move(help), key.empty() ? path_ : path_of(key)});
}

Message kind_name(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null:
            break;
        case Node::Kind::scalar:
            return node.boolean ? Message(Word::kind_flag) : Message(Word::kind_text);
        case Node::Kind::sequence:
            return {Word::kind_list};
        case Node::Kind::mapping:
            return {Word::kind_mapping};
    }
    return {Word::kind_nothing};
}

bool check_format(Fields& fields, const ShapeCodes& codes, std::string_view expected) {
    const auto format = fields.required_text("format");
    if (!format) return false;
    if (format->value == expected) return true;
    fields.add(codes.unknown_format, format->span,
               {Word::other_format_expected, format->value, expected},
               {Word::write_format, expected}, "format");
    return false;
}

}  // namespace plantool
