// The plan itself: the document, and what holds for all of it (formats.md, section 1).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/plan/entry.hpp"
#include "core/time/period.hpp"
#include "core/time/zone.hpp"

namespace plantool {

struct Signatory {
    std::string name;
    std::string title;
    std::string agency;
    std::string acting_for;  ///< "TM. …", "KT. …"
    Provenance why;
};

struct Programme {
    std::string number;
    std::string title;
    std::optional<Day> issued;
    std::vector<int> years;
    Provenance why;
};

/// A part of the document that binds nobody: grounds, purpose, requirements.
struct PreamblePart {
    Text id;
    Text title;
    Text text;
    Provenance why;
};

/// Points that a late report costs from so many days on.
struct LatePoints {
    int from = 1;  ///< days late
    double points = 0;
    Provenance why;
};

/// How an office scores its agencies (cli.md, rates).
struct Scoring {
    double on_time = 0;
    std::vector<LatePoints> late;  ///< by `from`, rising
    double missing = 0;
    Provenance why;
};

struct PlanHead {
    Text id;
    std::string number;
    std::string title;
    Day issued;
    std::string place;
    std::vector<Text> issuers;
    std::vector<Signatory> signatories;
    std::optional<Programme> implements;
    Days span;
    Spanned<int> year_starts{1, {}};  ///< month in which quarters, half-years and years begin
    Spanned<std::string> timezone{"Asia/Ho_Chi_Minh", {}};
    Zone zone;  ///< which that names
    std::string language = "vi";
    Text secretariat;
    std::string inbox;
    std::vector<std::string> recipients;
    Amount closes_after{30, Unit::day};
    int quiet_after = 90;  ///< days
    int soon = 7;          ///< days
    std::string submissions;
    Text events;
    std::vector<PreamblePart> preamble;
    std::string layout;  ///< of papers: dang-36, dang-05 or nd30; empty: by number and day
    std::optional<Scoring> scoring;
    Provenance why;
};

}  // namespace plantool
