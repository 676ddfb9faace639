// Words that a plan may write, each with its value. Only read/plan uses this.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/syntax/fields.hpp"
#include "text/labels.hpp"
#include "text/suggest.hpp"

namespace plantool {

/// One of a few words, as the value that the table gives it.
template <class T>
std::optional<T> read_word(Fields& fields, std::string_view key, const std::optional<Text>& text,
                           std::initializer_list<std::pair<std::string_view, T>> words) {
    if (!text) return std::nullopt;
    std::vector<std::string> known;
    for (const auto& [word, value] : words) {
        if (word == text->value) return value;
        known.emplace_back(word);
    }
    fields.add(Code::p_bad_value, text->span, {Word::no_value_of_key, text->value, key},
               suggestion(text->value, known, {Word::write_one_of, in_backquotes(known)}), key);
    return std::nullopt;
}

}  // namespace plantool
