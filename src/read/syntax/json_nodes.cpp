#include "read/syntax/json_nodes.hpp"

#include <simdjson.h>

#include <optional>
#include <unordered_map>

#include "core/submission/figure.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

namespace od = simdjson::ondemand;

struct JsonFault {
    std::uint32_t at = 0;
    Message message;
};

/// The library's messages, shorter and for those who did not write a parser.
Message plain_words(simdjson::error_code error) {
    switch (error) {
        case simdjson::TAPE_ERROR:
        case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
            return {Word::json_mark_missing};
        case simdjson::EMPTY:
            return {Word::json_empty};
        case simdjson::STRING_ERROR:
            return {Word::json_escape_unknown};
        case simdjson::UNESCAPED_CHARS:
            return {Word::json_control_character};
        case simdjson::NUMBER_ERROR:
            return {Word::json_no_number};
        case simdjson::T_ATOM_ERROR:
        case simdjson::F_ATOM_ERROR:
        case simdjson::N_ATOM_ERROR:
            return {Word::json_no_value};
        default:
            return Message::verbatim(simdjson::error_message(error));
    }
}

class Walker {
  public:
    /// `base`: where the parser's copy of the range begins.
    Walker(const Source& source, Range range, const ShapeCodes& codes, Diagnostics& diagnostics,
           const char* base)
        : source_(source),
          range_(range),
          codes_(codes),
          diagnostics_(diagnostics),
          base_(base),
          last_(range.begin) {}

    Node value(od::value value, int depth) {
        const std::string_view token = value.raw_json_token();
        const auto begin = offset(token.data());
        last_ = begin;
        if (depth > kDeepestNesting) {
            throw JsonFault{begin, {Word::nested_deeper_than, kDeepestNesting}};
        }
        od::json_type type{};
        if (auto error = value.type().get(type)) fail(error);
        switch (type) {
            case od::json_type::object:
                return object(value, begin, depth);
            case od::json_type::array:
                return array(value, begin, depth);
            default:
                return scalar(value, type, trim(token), begin);
        }
    }

    Node root_scalar(std::string_view token) {
        Node node;
        node.kind = Node::Kind::scalar;
        node.span = {&source_, range_.begin, range_.end};
        node.text = trim(token);
        return node;
    }

    [[noreturn]] void fail(simdjson::error_code error) const {
        throw JsonFault{last_, plain_words(error)};
    }

    std::uint32_t offset(const char* at) const {
        return range_.begin + static_cast<std::uint32_t>(at - base_);
    }

  private:
    Node object(od::value& value, std::uint32_t begin, int depth) {
        Node node;
        node.kind = Node::Kind::mapping;
        node.span = {&source_, begin, begin + 1};
        od::object object;
        if (auto error = value.get_object().get(object)) fail(error);
        std::unordered_map<std::string, Span> seen;
        std::size_t duplicates = 0;
        for (auto entry : object) {
            od::field field;
            if (auto error = std::move(entry).get(field)) fail(error);
            const auto key_begin = offset(field.key().raw()) - 1;
            last_ = key_begin;
            std::string_view key;
            if (auto error = field.unescaped_key().get(key)) fail(error);
            check_text(key, key_begin);
            Text name{to_nfc(key), {&source_, key_begin, string_end(key_begin)}};
            const auto [first, is_new] = seen.emplace(name.value, name.span);
            if (!is_new && ++duplicates <= kMostTold) {
                diagnostics_.add({codes_.duplicate_key,
                                  name.span,
                                  {Word::key_twice, name.value},
                                  {Word::keep_one_of_two},
                                  {},
                                  {{{Word::first_written_here}, first->second}}});
            }
            node.keys.push_back(std::move(name));
            node.items.push_back(this->value(field.value(), depth + 1));
        }
        if (duplicates > kMostTold) {
            diagnostics_.add(duplicates_in_all(node, duplicates, codes_));
        }
        return node;
    }

    Node array(od::value& value, std::uint32_t begin, int depth) {
        Node node;
        node.kind = Node::Kind::sequence;
        node.span = {&source_, begin, begin + 1};
        od::array array;
        if (auto error = value.get_array().get(array)) fail(error);
        for (auto entry : array) {
            od::value element;
            if (auto error = std::move(entry).get(element)) fail(error);
            node.items.push_back(this->value(element, depth + 1));
        }
        return node;
    }

    Node scalar(od::value& value, od::json_type type, std::string_view token, std::uint32_t begin) {
        Node node;
        node.kind = Node::Kind::scalar;
        node.span = {&source_, begin, begin + static_cast<std::uint32_t>(token.size())};
        if (type == od::json_type::string) {
            node.span.end = string_end(begin);
            std::string_view text;
            if (auto error = value.get_string().get(text)) fail(error);
            check_text(text, begin);
            node.text = to_nfc(text);
            node.quoted = true;
        } else if (type == od::json_type::number) {
            if (!is_json_number(token)) throw JsonFault{begin, {Word::json_no_number}};
            node.text = token;
            // Only to let the parser step over it; a number too large for it is still a number.
            (void)value.get_double().error();
        } else if (type == od::json_type::boolean) {
            bool truth = false;
            if (auto error = value.get_bool().get(truth)) fail(error);
            node.text = truth ? "true" : "false";
            node.boolean = true;
        } else {
            bool null = false;
            if (value.is_null().get(null) || !null) {
                throw JsonFault{begin, {Word::json_no_value}};
            }
            node.kind = Node::Kind::null;
        }
        return node;
    }

    /// The library makes bytes that are not UTF-8 of half a surrogate pair.
    static void check_text(std::string_view text, std::uint32_t begin) {
        if (simdjson::validate_utf8(text.data(), text.size())) return;
        throw JsonFault{begin, {Word::json_half_letter}};
    }

    /// One past the closing quote of the string that opens at `begin`.
    std::uint32_t string_end(std::uint32_t begin) const {
        const auto text = source_.text().substr(0, range_.end);
        std::size_t at = begin + 1;
        while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2U : 1U;
        return static_cast<std::uint32_t>(std::min(at + 1, text.size()));
    }

    const Source& source_;
    Range range_;
    const ShapeCodes& codes_;
    Diagnostics& diagnostics_;
    const char* base_;
    std::uint32_t last_;
};

void walk_document(od::document& document, Walker& walker, const std::string_view text,
                   const std::function<void(Node)>& sink) {
    od::json_type type{};
    if (auto error = document.type().get(type)) walker.fail(error);
    if (type == od::json_type::array) {
        od::array array;
        if (auto error = document.get_array().get(array)) walker.fail(error);
        for (auto entry : array) {
            od::value element;
            if (auto error = std::move(entry).get(element)) walker.fail(error);
            sink(walker.value(element, 1));
        }
    } else if (type == od::json_type::object) {
        od::value root;
        if (auto error = document.get_value().get(root)) walker.fail(error);
        Node node = walker.value(root, 1);
        // What follows the object is checked before the object is believed.
        const char* rest = nullptr;
        if (document.current_location().get(rest) == simdjson::SUCCESS) {
            throw JsonFault{walker.offset(rest), {Word::json_goes_on}};
        }
        sink(std::move(node));
        return;
    } else {
        // A lone scalar is not walked, so that nothing has looked at it as a whole yet.
        simdjson::dom::parser whole;
        if (const auto error = whole.parse(text.data(), text.size()).error()) walker.fail(error);
        sink(walker.root_scalar(text));
        return;
    }
    const char* rest = nullptr;
    if (document.current_location().get(rest) == simdjson::SUCCESS) {
        throw JsonFault{walker.offset(rest), {Word::json_goes_on}};
    }
}

/// Where a string opens that does not close on its line.
std::optional<std::uint32_t> unclosed_string(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '"') continue;
        const auto begin = at++;
        while (at < text.size() && text[at] != '"' && text[at] != '\n') {
            at += text[at] == '\\' ? 2U : 1U;
        }
        if (at >= text.size() || text[at] == '\n') return static_cast<std::uint32_t>(begin);
    }
    return std::nullopt;
}

}  // namespace

bool parse_json(const Source& source, Range range, const ShapeCodes& codes,
                Diagnostics& diagnostics, const std::function<void(Node)>& sink) {
    thread_local od::parser parser;
    const auto text = text_of(source, range);
    const simdjson::padded_string padded(text);
    Walker walker(source, range, codes, diagnostics, padded.data());
    try {
        od::document document;
        if (auto error = parser.iterate(padded).get(document)) walker.fail(error);
        walk_document(document, walker, text, sink);
        return true;
    } catch (const JsonFault& fault) {
        const auto at = std::min(fault.at, range.end);
        if (const auto quote = unclosed_string(text)) {
            diagnostics.add({codes.syntax,
                             {&source, range.begin + *quote, range.begin + *quote + 1},
                             {Word::json_quote_not_closed},
                             {Word::close_json_quote}});
            return false;
        }
        diagnostics.add({codes.syntax,
                         {&source, at, std::min(at + 1, range.end)},
                         {Word::is_not_json, fault.message},
                         {Word::check_json_from_here}});
    }
    return false;
}

}  // namespace plantool
