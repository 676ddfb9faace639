#include "core/status/why/subject.hpp"

#include <algorithm>

#include "core/schedule/life/succession.hpp"

namespace plantool {

PaperPicker::PaperPicker(const Plan& plan, const Schedule& schedule, const Subject& subject)
    : subject_(subject), family_(followed(plan, subject.agency)) {
    if (!subject.slot) return;
    row_ = schedule.find_row(*subject.slot, subject.agency);
    const auto after = followers(plan, subject.agency);
    family_.insert(family_.end(), after.begin(), after.end());
    std::sort(family_.begin(), family_.end());
}

template <class Results>
bool PaperPicker::fits(const Paper& paper, const Results& results) const {
    if (row_ && paper.row == row_) return true;
    if (!paper.agency || !std::binary_search(family_.begin(), family_.end(), *paper.agency)) {
        return false;
    }
    const bool direct = paper.obligation == subject_.obligation;
    if (subject_.slot) {
        const bool unclear = !paper.slot && *paper.agency == subject_.agency;
        return direct && (paper.slot == subject_.slot || unclear);
    }
    return direct || std::any_of(results.begin(), results.end(), [&](const auto& result) {
               return result.task == subject_.obligation;
           });
}

bool PaperPicker::wants(const CheckedSubmission& submission) const {
    return fits(submission.paper, submission.results);
}

bool PaperPicker::wants(const Submission& submission) const {
    return fits(submission, submission.results);
}

}  // namespace plantool
