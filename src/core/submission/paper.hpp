// What identifies a paper, whoever looks at it: one record, embedded wherever a submission is
// spoken of, from the reader to the report.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/schedule/schedule.hpp"

namespace plantool {

/// When a paper came: a day of the plan's zone, and how much of it had passed; 0 where only
/// the day is known (semantics.md, section 6).
struct Moment {
    Day day;
    std::int32_t millisecond = 0;

    auto operator<=>(const Moment&) const = default;
};

inline std::optional<Day> day_of(const std::optional<Moment>& moment) {
    return moment ? std::optional(moment->day) : std::nullopt;
}

/// Where a paper stands. Several may begin on one line; their ordinals, which run over everything
/// that is read, tell them apart.
struct Origin {
    std::string file;
    int line = 1;
    std::uint64_t ordinal = 0;
};

/// Whose paper it is, for what, and when it came. What could not be understood is absent.
struct Paper {
    std::optional<AgencyIx> agency;
    std::optional<ObligationIx> obligation;
    std::optional<SlotIx> slot;
    std::optional<RowIx> row;
    std::optional<Moment> received;
    std::optional<Day> document_date;
};

/// A paper with all that is needed to name it to a reader. It is refused when it has errors.
struct CitedPaper : Paper {
    Origin origin;
    std::string document;      ///< its number, in NFC; may be empty
    std::vector<Code> errors;  ///< each once, in the order found

    bool valid() const { return errors.empty(); }
};

/// Papers of a row follow one another by the moment they came, then by the document's date (those
/// without one first), then as they were read (semantics.md, section 6). The one rule of which
/// paper is the first and which the last.
struct FilingOrder {
    Moment received;
    Day document_date = Day::min();  ///< when there is none
    std::uint64_t ordinal = 0;

    auto operator<=>(const FilingOrder&) const = default;
};

/// Of a paper whose received day is known.
inline FilingOrder filing_order(const Paper& paper, std::uint64_t ordinal) {
    return {*paper.received, paper.document_date.value_or(Day::min()), ordinal};
}
inline FilingOrder filing_order(const CitedPaper& paper) {
    return filing_order(paper, paper.origin.ordinal);
}

}  // namespace plantool
