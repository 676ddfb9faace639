// What an explanation is about, and which papers have to do with it.
#pragma once

#include <optional>
#include <vector>

#include "core/schedule/schedule.hpp"
#include "core/submission/submission.hpp"

namespace plantool {

/// Something that an agency owes for a period or event, or does all the time.
struct Subject {
    ObligationIx obligation = 0;
    AgencyIx agency = 0;
    std::optional<SlotIx> slot;  ///< none for what is continuous
};

/// Says which papers an explanation speaks of: those of the row, those of agencies that follow the
/// agency or that it follows, and those of the agency for which no period could be understood. May
/// be asked from several threads at once. The schedule must outlive it.
class PaperPicker {
  public:
    PaperPicker(const Plan& plan, const Schedule& schedule, const Subject& subject);

    bool wants(const CheckedSubmission& submission) const;
    bool wants(const Submission& submission) const;

  private:
    template <class Results>
    bool fits(const Paper& paper, const Results& results) const;

    Subject subject_;
    std::optional<RowIx> row_;
    std::vector<AgencyIx> family_;  ///< in plan order
};

}  // namespace plantool
