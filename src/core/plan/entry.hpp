// What an entry of a plan says of itself, and a value with its place: the small change of all the
// plan's values.
#pragma once

#include <cstdint>
#include <string>

#include "diag/source.hpp"

namespace plantool {

using AgencyIx = std::uint32_t;      ///< index into Plan::agencies
using ObligationIx = std::uint32_t;  ///< index into Plan::obligations
using IndicatorIx = std::uint32_t;   ///< index into Plan::indicators
using EventIx = std::uint32_t;       ///< index into Plan::events

/// A value and where it stands.
template <class T>
struct Spanned {
    T value{};
    Span span;
};

/// What the plan file says of an entry: the clause it comes from, and why it was filled in where
/// the document is silent (semantics.md, section 9). Empty where it says nothing.
struct Provenance {
    std::string source;
    std::string assumed;
};

}  // namespace plantool
