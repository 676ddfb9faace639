// The part of a YAML text that the library gave up in, seen from afar.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "read/syntax/yaml/yaml_fault.hpp"
#include "read/syntax/yaml/yaml_text.hpp"

namespace plantool {

/// What stands between the last thing that was read and the fault, seen from afar: enough to find
/// the quote or bracket that is to blame, and the plain text in which the library gave up.
class YamlScan {
  public:
    YamlScan(std::string_view text, const YamlProgress& progress)
        : text_(text),
          base_(progress.columns.empty() ? -1 : static_cast<int>(progress.columns.back())),
          open(progress.brackets) {}

    void run(std::size_t from, std::size_t to) {
        begins_line_ = first_letter(text_, from) >= from;
        for (auto at = from; at < to && !quote && !bracket;) {
            const bool blank = text_[at] == ' ' || text_[at] == '\t' || text_[at] == '\r';
            const auto next = step(at);
            begins_line_ = text_[at] == '\n' || (begins_line_ && blank);
            at = next;
        }
    }

  private:
    std::string_view text_;
    int base_;

  public:
    std::vector<std::uint32_t> open;             ///< brackets that are open
    std::optional<std::uint32_t> quote;          ///< one that is never closed
    std::optional<std::uint32_t> bracket;        ///< the same
    std::uint32_t bracket_until = 0;             ///< where something else begins
    std::size_t plain = std::string_view::npos;  ///< where the last plain text begins

  private:
    std::size_t step(std::size_t at) {
        const char c = text_[at];
        if (c == '#' && (at == 0 || is_blank(text_, at - 1))) return text_.find('\n', at);
        if (is_blank(text_, at) || c == ',' || is_mark(text_, at, ':') || is_mark(text_, at, '-') ||
            is_mark(text_, at, '?')) {
            return at + 1;
        }
        if (ends_brackets(at)) return text_.size();
        if (c == '"' || c == '\'') return quoted(at);
        if (c == '[' || c == '{') open.push_back(static_cast<std::uint32_t>(at));
        if ((c == ']' || c == '}') && !open.empty()) open.pop_back();
        if (std::string_view("[]{}").find(c) != std::string_view::npos) return at + 1;
        return plain_text(at);
    }

    bool ends_brackets(std::size_t at) {
        if (open.empty() || !begins_line_ || text_[at] == ']' || text_[at] == '}') return false;
        if (static_cast<int>(indent_of(text_, at)) > base_) return false;
        bracket = open.back();
        bracket_until = static_cast<std::uint32_t>(at);
        return true;
    }

    std::size_t quoted(std::size_t at) {
        const auto end = end_of_quoted(text_, at);
        const bool closed = end - at > 1 && end <= text_.size() && text_[end - 1] == text_[at];
        if (!closed || low_line(text_, at, end, base_) != std::string_view::npos) {
            quote = static_cast<std::uint32_t>(at);
        }
        return end;
    }

    std::size_t plain_text(std::size_t at) {
        // A text goes on over lines: it began where the first of them does.
        if (plain == std::string_view::npos ||
            !std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(plain_end_),
                         text_.begin() + static_cast<std::ptrdiff_t>(at),
                         [](char c) { return c == ' ' || c == '\n' || c == '\r'; })) {
            plain = at;
        }
        for (++at; at < text_.size() && text_[at] != '\n'; ++at) {
            if (is_mark(text_, at, ':')) break;
            if (text_[at] == '#' && is_blank(text_, at - 1)) break;
            if (!open.empty() &&
                std::string_view(",[]{}").find(text_[at]) != std::string_view::npos)
                break;
        }
        plain_end_ = at;
        return at;
    }

    std::size_t plain_end_ = 0;
    bool begins_line_ = true;  ///< nothing but blanks stands before it on its line
};

}  // namespace plantool
