// What a shell offers while a command line is typed. The scripts that `plantool completion` prints
// know nothing themselves: they call the program with the words so far, and it answers from the
// tables of its commands and options and from the plan at hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/env.hpp"

namespace plantool {

/// Calls for an answer, in place of a command: `plantool __complete WORD…`. For the scripts alone.
inline constexpr std::string_view kCompletionCall = "__complete";

/// In place of candidates: the shell is to offer files, or folders.
inline constexpr std::string_view kOfferFiles = ":files";
inline constexpr std::string_view kOfferFolders = ":folders";

/// Prints what may stand in place of the last of the words, which may be empty: a line for each,
/// with what it is behind a tab. Says nothing of what is wrong, and always gives 0.
int print_candidates(const std::vector<std::string>& words, const Env& env);

}  // namespace plantool
