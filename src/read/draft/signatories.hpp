// Who signs a plan, and names in capitals as they are written elsewhere.
#pragma once

#include <string>
#include <vector>

#include "core/plan/head.hpp"
#include "read/draft/agency_book.hpp"

namespace plantool {

/// A line in capitals as names are written elsewhere: `SỞ Y TẾ` is `Sở Y tế`. Short forms stay.
std::string in_small_letters(const std::string& line, const std::string& place);

/// The signature blocks, one after the other: `TM. …`, `KT. …`, the role, the name. Who signs for
/// no body that is named signs for the first issuer that nobody signed for.
std::vector<Signatory> signatories_of(const std::vector<std::string>& lines,
                                      const std::vector<Text>& issuers, const std::string& place,
                                      AgencyBook& book);

}  // namespace plantool
