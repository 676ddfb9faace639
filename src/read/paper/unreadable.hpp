// Why a paper cannot be read, and the limits that stand before all reading (papers.md, section 2).
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace plantool {

inline constexpr std::size_t kLargestPaper = std::size_t{64} << 20;      ///< bytes of a file
inline constexpr std::size_t kLargestUnpacked = std::size_t{256} << 20;  ///< bytes of all its parts
inline constexpr std::size_t kMostParts = 10'000;
inline constexpr int kDeepest = 32;  ///< parts of mail within parts, tables within tables

enum class Unreadable {
    broken,      ///< cut short or damaged
    encrypted,   ///< asks for a password
    too_large,   ///< beyond a limit, whatever it holds
    other_kind,  ///< of a kind that is not read; the detail is its usual ending: `.doc`
    no_text,     ///< pictures of pages alone
    no_program,  ///< what reads this kind is not installed; the detail is its name
};

struct UnreadablePaper {
    Unreadable why = Unreadable::broken;
    std::string detail;  ///< the same in every language: a part, a limit, an ending; may be empty
    bool operator==(const UnreadablePaper&) const = default;
};

template <class T>
using OrUnreadable = std::variant<T, UnreadablePaper>;

/// What was read, for std::get_if's sake with the shorter name; null where it could not be.
template <class T>
T* readable(OrUnreadable<T>& read) {
    return std::get_if<T>(&read);
}
template <class T>
const T* readable(const OrUnreadable<T>& read) {
    return std::get_if<T>(&read);
}
/// Why it could not be read; only where it could not.
template <class T>
const UnreadablePaper& why_unreadable(const OrUnreadable<T>& read) {
    return std::get<UnreadablePaper>(read);
}

}  // namespace plantool
