// When a paper came, in the zone of a plan.
#pragma once

#include <chrono>

#include "core/submission/submission.hpp"

namespace plantool {

inline Moment moment_in(const Zone& zone, Instant instant) {
    const auto wall = zone.wall_time(instant);
    const auto day = std::chrono::floor<days>(wall);
    return {day, static_cast<std::int32_t>((wall - day).count())};
}

/// A date alone counts from the beginning of its day.
inline Moment moment_of(const Received& received, const Zone& zone) {
    return received.instant ? moment_in(zone, *received.instant) : Moment{received.day, 0};
}

}  // namespace plantool
