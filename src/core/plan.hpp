// A plan as data: who owes what, when, by which clause (formats.md, section 1). Values only; texts
// keep the place where they stand. `resolve` turns the names in it into indices.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/calendar.hpp"
#include "core/date.hpp"
#include "core/period.hpp"
#include "diag/diagnostic.hpp"
#include "diag/source.hpp"
#include "text/string_map.hpp"

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

struct Agency {
    Text id;
    Text name;
    Text short_name;
    std::vector<Text> aliases;
    Text email;
    std::optional<Day> active_from;
    std::optional<Day> active_to;  ///< inclusive
    Provenance why;

    bool active_on(Day day) const {
        return (!active_from || *active_from <= day) && (!active_to || day <= *active_to);
    }
};

struct Group {
    Text id;
    Text name;
    bool has_members = true;  ///< false: it could not be read, which was reported
    std::vector<Text> members;
    Provenance why;
    std::vector<AgencyIx> agencies;  ///< resolved: expanded, each once, in plan order
};

enum class ObligationKind { task, report };

enum class Anchor { period_start, period_end, window_end, raised };

/// One day of a due rule as written: `06-30`, a full date, or `period-end`.
struct DueDay {
    enum class Form { month_day, date, period_end };
    Text key;  ///< the period it is for; empty: every period
    Text written;
    Form form = Form::date;
    Day date;
    unsigned month = 0;
    unsigned day = 0;
};

struct DueRule {
    enum class Form { before, by, within };
    Form form = Form::by;
    std::vector<DueDay> days;  ///< for before and by
    bool keyed = false;        ///< days are one per period
    Amount within;
    Anchor after = Anchor::period_end;
    Roll roll = Roll::none;
    Span span;
    Span after_span;
};

/// Tasks, each once, in plan order. Copies share one list: many reports cover every task.
class TaskList {
  public:
    TaskList() = default;
    explicit TaskList(std::vector<ObligationIx> in_order)
        : tasks_(std::make_shared<const std::vector<ObligationIx>>(std::move(in_order))) {}

    auto begin() const { return all().begin(); }
    auto end() const { return all().end(); }
    bool contains(ObligationIx task) const { return std::binary_search(begin(), end(), task); }

  private:
    std::span<const ObligationIx> all() const {
        return tasks_ ? std::span<const ObligationIx>(*tasks_) : std::span<const ObligationIx>();
    }
    std::shared_ptr<const std::vector<ObligationIx>> tasks_;
};

/// A task (its lead agencies answer for it) or a report (the agencies in `from` send it).
struct Obligation {
    ObligationKind kind = ObligationKind::task;
    Text id;
    Text title;
    Text text;
    bool has_owners = true;    ///< false: it could not be read, which was reported
    std::vector<Text> owners;  ///< lead or from, as written
    std::vector<Text> partners;
    std::vector<Text> recipients;
    bool and_related = false;  ///< "và các cơ quan, đơn vị liên quan": an open list
    Spanned<Cadence> cadence;
    std::vector<Text> period_keys;
    std::optional<DueRule> due;
    Window window = Window::calendar;
    Span window_span;
    std::optional<Amount> closes_after;
    std::optional<int> quiet_after;  ///< days
    bool has_covers = false;
    std::vector<Text> covers;
    Provenance why;
    std::vector<AgencyIx> agencies;  ///< resolved owners
    TaskList covered;                ///< resolved covers; every task by default
};

enum class FigureType { integer, decimal };
enum class Total { sum, max, mean, last };

struct Indicator {
    Text id;
    Text name;
    Text unit;
    FigureType type = FigureType::integer;
    Total total = Total::sum;
    std::optional<double> min;
    std::optional<double> max;
    bool has_tasks = false;
    std::vector<Text> tasks;
    Provenance why;
    TaskList applies_to;  ///< resolved tasks; every task by default
};

/// A waiver or, with `due`, an extension.
struct Exception {
    Text obligation;
    Text agency;
    Text period;
    std::optional<Day> due;
    std::string reason;
    std::string document;
    Span span;
    Provenance why;
};

/// A matter that arose: one occasion of an ad-hoc obligation.
struct Event {
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
    std::vector<AgencyIx> agency_ixs;           ///< resolved: named, or the obligation's own
};

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
    Spanned<std::string> timezone{"Asia/Ho_Chi_Minh", {}};
    std::string language = "vi";
    Text secretariat;
    std::string inbox;
    std::vector<std::string> recipients;
    Amount closes_after{30, Unit::day};
    int quiet_after = 90;  ///< days
    int soon = 7;          ///< days
    std::string submissions;
    Text events;
    Provenance why;
};

/// How an agency can be named, and by whom.
struct AgencyNames {
    StringMap<AgencyIx> by_id;
    StringMap<std::vector<AgencyIx>> by_folded_name;
};

struct Plan {
    PlanHead head;
    Calendar calendar;
    std::vector<Agency> agencies;
    std::vector<Group> groups;
    std::vector<Obligation> obligations;  ///< tasks, then reports
    std::vector<Indicator> indicators;
    std::vector<Event> events;
    std::vector<Exception> waivers;
    std::vector<Exception> extensions;
    Severities severities;             ///< of findings, where the plan changes them
    std::vector<std::string> notices;  ///< what the events files say of the whole, such as that it
                                       ///< is invented
    std::vector<std::shared_ptr<const Source>> sources;  ///< what the spans point into

    AgencyNames names;                       ///< resolved
    StringMap<std::size_t> group_ids;        ///< resolved
    StringMap<ObligationIx> obligation_ids;  ///< resolved
    StringMap<IndicatorIx> indicator_ids;    ///< resolved

    Zone zone() const { return *Zone::find(head.timezone.value); }
    int quiet_after(const Obligation& o) const { return o.quiet_after.value_or(head.quiet_after); }
    Amount closes_after(const Obligation& o) const {
        return o.closes_after.value_or(head.closes_after);
    }
};

/// Turns every name in the plan into an index and reports what cannot be: unknown and duplicate
/// ids, cycles and empty groups, obligations that reach no agency, shared names. Idempotent only on
/// a plan fresh from reading.
void resolve(Plan& plan, Diagnostics& diagnostics);

/// Ids of agencies and groups, for suggestions.
std::vector<std::string> agency_and_group_ids(const Plan& plan);
/// Ids of tasks and reports, for suggestions.
std::vector<std::string> obligation_ids(const Plan& plan);

}  // namespace plantool
