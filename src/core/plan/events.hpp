// What happens during the year, out of the document's own text (formats.md, section 1): events,
// waivers, extensions, papers sent back and explanations of lateness.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/plan/entry.hpp"
#include "core/time/date.hpp"

namespace plantool {

/// A waiver or, with `due`, an extension.
struct Exception {
    Text plan;  ///< whose it is; empty: the file does not say
    Text obligation;
    std::vector<Text> agencies;  ///< of `agency` or `agencies`: agencies or groups, as written
    Text period;
    std::optional<Day> due;
    std::optional<Day> decided;  ///< on an earlier as-of it does not stand
    std::string reason;
    std::string document;
    Span span;
    Provenance why;
    std::optional<ObligationIx> obligation_ix;  ///< resolved
    std::vector<AgencyIx> agency_ixs;           ///< resolved: each once, in plan order

    bool stands_on(Day as_of) const { return !decided || *decided <= as_of; }
};

/// A matter that arose: one occasion of an ad-hoc obligation.
struct Event {
    Text plan;  ///< whose it is; empty: the file does not say
    Text id;
    Text obligation;
    Text title;
    Day raised;
    bool has_agencies = false;
    std::vector<Text> agencies;
    std::optional<Spanned<Day>> due;
    std::string note;
    Provenance why;
    std::optional<ObligationIx> obligation_ix;  ///< resolved
    std::vector<AgencyIx> agency_ixs;           ///< resolved: those that it names
};

/// A paper that was sent back (trả lại): it does not count from `returned` on (semantics.md,
/// section 6).
struct Return {
    Text plan;  ///< whose it is; empty: the file does not say
    Text obligation;
    Text agency;
    Text period;
    Text document;                   ///< number; compared as names are
    Day returned;                    ///< in the plan's zone
    std::optional<Instant> instant;  ///< when it was given with a time
    std::string reason;
    Span span;
    Provenance why;
    std::optional<ObligationIx> obligation_ix;  ///< resolved
    std::optional<AgencyIx> agency_ix;          ///< resolved
};

/// Why a report came late (giải trình chậm nộp). It changes no state.
struct Explanation {
    Text plan;  ///< whose it is; empty: the file does not say
    Text obligation;
    Text agency;
    Text period;
    std::string reason;
    std::string document;
    std::optional<Day> date;
    Span span;
    Provenance why;
    std::optional<ObligationIx> obligation_ix;  ///< resolved
    std::optional<AgencyIx> agency_ix;          ///< resolved
};

/// All that events files say.
struct EventEntries {
    std::vector<Event> events;
    std::vector<Exception> waivers;
    std::vector<Exception> extensions;
    std::vector<Return> returns;
    std::vector<Explanation> explanations;
};

/// Gives `visit` each of the lists, whatever they hold.
template <class Entries, class Visit>
void for_each_list(Entries& entries, const Visit& visit) {
    visit(entries.events);
    visit(entries.waivers);
    visit(entries.extensions);
    visit(entries.returns);
    visit(entries.explanations);
}

/// Moves the entries behind those that are there.
void append(EventEntries& into, EventEntries&& more);

}  // namespace plantool
