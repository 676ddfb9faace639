// A map from strings that is asked with any kind of string, without making one.
#pragma once

#include <tsl/robin_map.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "text/hash.hpp"

namespace plantool {

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
        return static_cast<std::size_t>(hash_text(text));
    }
};

/// Entries lie side by side, with short strings in them, so that a question mostly takes one look
/// into memory. What is added may move those that are there.
template <class T>
using StringMap = tsl::robin_map<std::string, T, StringHash, std::equal_to<>,
                                 std::allocator<std::pair<std::string, T>>, true>;

}  // namespace plantool
