// What was drafted when, so that nobody is reminded of the same too soon: a line of JSON for each
// agency and report (cli.md, remind).
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>

#include "core/status/reminders.hpp"

namespace plantool {

class RemindLog {
  public:
    /// Without a file nothing was drafted and nothing is noted. Throws IoError for a file that
    /// cannot be read, or that has a line which is none of such a log.
    explicit RemindLog(std::optional<std::string> file);

    /// Takes out what was noted within the amount before as-of. Gives how many rows.
    int leave_out(Reminders& reminders, Day as_of, Amount again_after) const;
    /// Appends a line for each row: all of them at once, so that no other run's lines stand within.
    void note(std::span<const Reminder> letters, Day as_of) const;

  private:
    /// Plan, obligation, period, agency that owes, agency that is written to.
    using Key = std::tuple<std::string, std::string, std::string, std::string, std::string>;
    static Key key_of(const Owed& owed, const std::string& to);

    std::optional<std::string> file_;
    std::set<std::pair<Key, Day>> noted_;
};

}  // namespace plantool
