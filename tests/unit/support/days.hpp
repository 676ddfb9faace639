// Days and lists of texts, as tables of cases write them.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/time/date.hpp"
#include "core/time/period.hpp"

namespace plantool::testing {

using Strings = std::vector<std::string>;

/// A day that must exist, from `YYYY-MM-DD`.
Day day(std::string_view text);
/// `from..to`.
std::string show(Days span);

}  // namespace plantool::testing

// Printed by doctest where a comparison fails.
template <>
struct doctest::StringMaker<const char*> {
    static String convert(const char* text) { return text == nullptr ? "nullptr" : text; }
};

template <>
struct doctest::StringMaker<std::vector<std::string>> {
    static String convert(const std::vector<std::string>& texts);
};
