// Working days: weekends, holidays and the days worked in exchange (semantics.md, section 4).
#pragma once

#include <array>
#include <optional>
#include <set>
#include <vector>

#include "core/time/date.hpp"

namespace plantool {

enum class Roll { none, next, previous };

class Calendar {
  public:
    /// Saturday and Sunday, no holiday.
    Calendar();

    /// Index 0 is Sunday. At least one day of the week must stay a working day.
    void set_weekend(const std::array<bool, 7>& weekend) { weekend_ = weekend; }
    const std::array<bool, 7>& weekend() const { return weekend_; }
    void add_holiday(Day day);
    void add_working_day(Day day);
    /// The last day for which the holidays are known to be whole; of several the first.
    void set_valid_until(Day day);
    std::optional<Day> valid_until() const { return valid_until_; }

    bool is_working(Day day) const;
    bool has_holidays_in(int year) const;

    /// The day itself, or the nearest working day in the direction of the roll.
    Day roll(Day day, Roll direction) const;
    /// The day that lies the amount after `anchor`; the n-th working day after it for `wd`, the
    /// month's last day where the month has no such day.
    Day add(Day anchor, Amount amount) const;

    /// Years for which a question about working days was asked so far.
    const std::set<int>& years_asked() const { return years_asked_; }
    /// The last day about which was asked so far.
    std::optional<Day> last_asked() const { return last_asked_; }

  private:
    bool ask(Day day) const;

    std::array<bool, 7> weekend_{};
    std::set<Day> holidays_;
    std::set<Day> working_days_;
    std::set<int> holiday_years_;
    std::optional<Day> valid_until_;
    mutable std::set<int> years_asked_;
    mutable std::optional<Day> last_asked_;
};

}  // namespace plantool
