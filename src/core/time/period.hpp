// Cadences, the periods that a plan has of each, and data windows (semantics.md, section 2).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/date.hpp"

namespace plantool {

enum class Cadence {
    weekly,
    monthly,
    quarterly,
    semiannual,
    nine_month,
    annual,
    listed,
    once,
    ad_hoc,
    continuous
};

/// Which days a report's figures speak of: the period itself, or Nghị định 09/2019/NĐ-CP, Điều 12.
enum class Window { calendar, nd09 };

struct CadenceInfo {
    Cadence cadence;
    std::string_view id;  ///< as the plan file writes it
    std::string_view vi;
    std::string_view en;
};

const CadenceInfo& info(Cadence cadence);
std::optional<Cadence> parse_cadence(std::string_view text);
std::vector<std::string> cadence_ids();

struct Days {
    Day from;
    Day to;  ///< inclusive
};

struct Period {
    std::string id;  ///< `2022-Q1`; `once`; an event's id
    int year = 0;    ///< the year in the id
    Days span;
};

/// The periods whose last day lies in [plan.from, plan.to], in time order; none for ad-hoc, listed
/// and continuous, whose periods the plan writes. `once` is the whole plan. `year_starts`: the
/// month in which quarters, half-years, nine months and years begin (section 2).
std::vector<Period> periods_of(Cadence cadence, Days plan, int year_starts = 1);

/// The first day of the year that the id of a period of this cadence names: weeks and months keep
/// to the calendar's year.
Day first_day_of_year(Cadence cadence, int year, int year_starts);

/// The days of a quarter, a half-year or nine months by its id, in any spelling that is accepted,
/// and which of the three it is; nothing for another text.
struct NamedSpan {
    Cadence cadence = Cadence::quarterly;
    Days days;
};
std::optional<NamedSpan> named_span(std::string_view text, int year_starts = 1);

/// The id as the table of semantics.md, section 2 writes it, from that, from DHIS2's id of the same
/// period
/// (`2022S1` is `2022-H1`) or from the words that people use (formats.md, section 2); nothing when
/// the text names no period of the cadence. DHIS2's quarters and half-years are of the calendar
/// year: they are refused where the plan's year is another.
std::optional<std::string> canonical_period_id(Cadence cadence, std::string_view text,
                                               int year_starts = 1);

/// How specifically a key of `periods` or of a due map names the period: 2 for the whole id, 1 for
/// the part after the year, 0 for not at all. Listed periods are named by their whole id alone.
int match_period_key(Cadence cadence, std::string_view key, const Period& period,
                     int year_starts = 1);

/// Whether the window's law has a rule of its own for the cadence.
bool has_own_window(Cadence cadence, Window window);
/// The data window of a period (Điều 12; nine months by custom). Cadences without a rule in the
/// decree have the period itself.
Days data_window(Cadence cadence, Window window, const Period& period);

}  // namespace plantool
