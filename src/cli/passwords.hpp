// The address of a store may have a password in it, and may stand anywhere on a command line:
// whatever is said of it is said without.
#pragma once

#include <string>

namespace plantool {

/// The text with stars in place of the passwords of addresses in it.
std::string without_passwords(std::string text);

}  // namespace plantool
