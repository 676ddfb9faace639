// What makes a submission expected: a task or a report, with all that changes it on the way
// (semantics.md, sections 2 to 5).
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/plan/due_rule.hpp"
#include "core/plan/entry.hpp"

namespace plantool {

enum class ObligationKind { task, report };

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

/// A period of a `listed` obligation: a school term, a fortnight, a round.
struct ListedPeriod {
    Text id;
    Text title;
    Days days;  ///< inclusive
    Span to_span;
    std::optional<Spanned<Day>> due;  ///< overrides the rule
    Span span;
    Provenance why;
};

/// What a later document changed of an obligation (section 5). Absent: left as it was.
struct Amendment {
    Day on;         ///< from which as-of it is known
    Day effective;  ///< periods that end from then on have the new values; default `on`
    std::optional<DueRule> due;
    std::optional<Amount> closes_after;
    bool has_owners = false;
    std::vector<Text> owners;        ///< lead or from, as written
    std::optional<int> quiet_after;  ///< days
    std::optional<bool> ends;        ///< true: the periods are lifted; false: they stand again
    std::string number;
    std::string reason;
    Span span;
    Provenance why;
    std::vector<AgencyIx> agencies;  ///< resolved owners
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
    std::vector<ListedPeriod> listed;  ///< resolved: by `from`, then as listed
    std::optional<DueRule> due;
    Window window = Window::calendar;
    Span window_span;
    std::optional<Amount> closes_after;
    std::optional<int> quiet_after;  ///< days
    std::vector<Amendment> amended;  ///< resolved: by `on`, then as listed
    bool has_covers = false;
    std::vector<Text> covers;
    Provenance why;
    std::vector<AgencyIx> agencies;  ///< resolved owners
    TaskList covered;                ///< resolved covers; every task by default
};

}  // namespace plantool
