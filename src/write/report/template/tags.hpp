// The tags of a mustache template, one by one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace plantool {

/// `{{kind name}}`: `#`, `^`, `/` and `!` as in mustache, `>` and `=` too, a space for a variable.
struct Tag {
    char kind = ' ';
    std::string name = {};
    std::size_t begin = 0;
    std::size_t end = 0;

    std::string written() const;
};

/// The next tag at or after `at`. One that is not closed on its line (a comment: at all) ends
/// nowhere.
std::optional<Tag> next_tag(std::string_view text, std::size_t at);

}  // namespace plantool
