// Whose a submission is, of several plans (semantics.md, section 10).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/schedule/routing.hpp"
#include "core/submission/checker.hpp"
#include "intake/intake.hpp"

namespace plantool {

struct Route {
    std::uint32_t plan = 0;
    bool elsewhere = false;   ///< it names a plan that is not known
    PlanChoice several = {};  ///< those that it fits, where it fits more than one
};

/// The first plan that is asked: what nobody can be told of is told of it.
std::uint32_t home_of(std::span<const PlanIntake> plans);

/// Each thread has one of its own: it asks the checkers, which remember.
class Router {
  public:
    Router(std::span<const PlanIntake> plans,
           const std::vector<std::unique_ptr<SubmissionChecker>>& checkers);

    /// The plan that it names, else the one that has its obligation and period, else the one of its
    /// day. What fits none goes to a plan that is asked, which will say why.
    Route route(const RawSubmission& raw);

    std::uint32_t home() const { return home_; }

  private:
    std::optional<std::uint32_t> named(const RawSubmission& raw) const;
    Route by_period(const RawSubmission& raw);
    Route by_day(const PlanChoice& among) const;
    /// Among those that are asked, where any is.
    Route misfit(const PlanChoice& having) const;

    std::span<const PlanIntake> plans_;
    const std::vector<std::unique_ptr<SubmissionChecker>>& checkers_;
    std::vector<SubmissionChecker::Fit> fits_;  ///< of the last one, by plan
    std::uint32_t home_;
};

}  // namespace plantool
