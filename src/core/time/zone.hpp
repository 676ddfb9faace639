// Time zones: to which civil day an instant belongs. They come from files of the IANA database,
// whose bytes somebody else has read, or are compiled in.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string_view>

#include "core/time/date.hpp"

namespace plantool {

struct ZoneRules;

/// A value that threads may share. By itself it is Viet Nam's.
class Zone {
  public:
    Zone();

    /// One of the zones that are compiled in, which need no database; nothing for others. They know
    /// the rule of today alone, which all of them have had since 2007 at least.
    static std::optional<Zone> find(std::string_view name);
    /// From a file of the database (TZif, RFC 8536). Nothing when it is none, or not whole.
    static std::optional<Zone> from_tzif(std::string_view text);
    /// From a rule as POSIX writes it: `<+07>-7`, `CET-1CEST,M3.5.0,M10.5.0/3`.
    static std::optional<Zone> from_rule(std::string_view rule);

    /// Seconds east of Greenwich at that instant.
    std::chrono::seconds offset_at(std::chrono::sys_seconds instant) const;
    /// What the clocks of the zone show at that instant, counted as if they were in UTC.
    Instant wall_time(Instant instant) const {
        return instant + offset_at(std::chrono::floor<std::chrono::seconds>(instant));
    }
    /// The civil day in this zone at that instant.
    Day day_of(Instant instant) const;

  private:
    explicit Zone(std::shared_ptr<const ZoneRules> rules) : rules_(std::move(rules)) {}
    std::shared_ptr<const ZoneRules> rules_;
};

}  // namespace plantool
