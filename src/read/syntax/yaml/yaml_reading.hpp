// How far the reading of a YAML text has come: the collections that are open, and where in its
// lines a place is.
#pragma once

#include <yaml-cpp/mark.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "read/syntax/node.hpp"
#include "read/syntax/yaml/yaml_fault.hpp"
#include "read/syntax/yaml/yaml_text.hpp"
#include "text/string_map.hpp"

namespace plantool {

/// A collection whose end was not met yet.
struct YamlOpen {
    Node node;
    std::uint32_t column = 0;                ///< of its beginning, from 0
    bool flow = false;                       ///< written in brackets
    bool key_pending = false;                ///< a mapping's key was read, its value not yet
    std::size_t duplicates = 0;              ///< keys that stand there twice
    StringMap<std::size_t> known_keys = {};  ///< where they are first, once there are many
    std::size_t indexed = 0;                 ///< how many of the keys are in it
};

class YamlReading {
  public:
    /// `read`: what the library reads of the source, with the same places.
    YamlReading(const Source& from, std::string_view read) : source(from), text(read) {}

    const Source& source;
    std::string_view text;
    std::vector<YamlOpen> stack;   ///< the innermost last
    std::uint32_t last_begin = 0;  ///< of the last scalar
    std::uint32_t last_end = 0;

    Span span_at(const YAML::Mark& mark, std::size_t length) const {
        const auto size = text.size();
        const auto begin = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), size);
        return {&source, static_cast<std::uint32_t>(begin),
                static_cast<std::uint32_t>(std::min(begin + length, size))};
    }

    /// Where the line around `at` begins. It is asked from the beginning of the text to its end, so
    /// that even in a text of one line each letter is looked at once.
    std::size_t line_of(std::size_t at) {
        if (at < line_begin_) return line_start(text, at);
        if (at > line_known_) {
            const auto between = text.substr(line_known_, at - line_known_);
            const auto last = between.rfind('\n');
            if (last != std::string_view::npos) line_begin_ = line_known_ + last + 1;
            line_known_ = at;
        }
        return line_begin_;
    }

    /// Whether nothing but blanks stands before `at` on its line.
    bool begins_line(std::size_t at) {
        const auto line = line_of(at);
        if (line != line_begin_) return first_letter(text, at) >= at;
        if (letter_line_ != line || !letter_) letter_ = first_letter(text, line);
        letter_line_ = line;
        return *letter_ >= at;
    }

    /// The column of the innermost block collection; -1 outside of all.
    int base() const {
        const auto block = std::find_if(stack.rbegin(), stack.rend(),
                                        [](const YamlOpen& entry) { return !entry.flow; });
        return block == stack.rend() ? -1 : static_cast<int>(block->column);
    }

    /// What had been read, for those who explain why no more could be.
    YamlProgress progress() const {
        YamlProgress out;
        out.last_begin = last_begin;
        out.last_end = last_end;
        for (const auto& entry : stack) {
            if (entry.flow) {
                out.brackets.push_back(entry.node.span.begin);
            } else {
                out.columns.push_back(entry.column);
                out.in_mapping = entry.node.kind == Node::Kind::mapping;
            }
        }
        return out;
    }

  private:
    std::size_t line_begin_ = 0;  ///< of the line that line_of was asked about last,
    std::size_t line_known_ = 0;  ///< and how far that is known
    std::size_t letter_line_ = 0;
    std::optional<std::size_t> letter_;  ///< the first of that line
};

}  // namespace plantool
