// What became of each paper.

#include <algorithm>
#include <tuple>

#include "core/status/why/reasoning.hpp"
#include "core/submission/cross/repetition.hpp"

namespace plantool {
namespace {

bool before(const Submission& a, const Submission& b) {
    if (!a.received || !b.received) {
        return std::tuple(!a.received, a.origin.ordinal) <
               std::tuple(!b.received, b.origin.ordinal);
    }
    return filing_order(a) < filing_order(b);
}

class Judge {
  public:
    Judge(const Assessment& assessment, const Subject& subject,
          const std::vector<Submission>& papers)
        : assessment_(assessment), subject_(subject), papers_(papers) {
        if (subject.slot) row_ = assessment.schedule().find_row(*subject.slot, subject.agency);
        if (row_) receipt_ = &assessment.receipt(*row_);
    }

    JudgedPaper judge(const Submission& paper) const {
        JudgedPaper out;
        out.paper = static_cast<const CitedPaper&>(paper);
        out.nil = paper.nil;
        out.says_something = says_something(paper);
        out.direct = paper.obligation == subject_.obligation;
        if (const auto* entry = returned(paper)) out.returned = entry;
        if (paper.row) {
            const auto holder = assessment_.schedule().rows[*paper.row].agency;
            if (holder != paper.agency) out.holder = holder;
        }
        out.verdict = verdict(paper, out);
        if (out.verdict == Verdict::repeats) out.first = first_of(paper);
        if (out.verdict != Verdict::returned) out.returned = nullptr;
        if (out.verdict != Verdict::counts || receipt_ == nullptr) return out;
        const auto ordinal = paper.origin.ordinal;
        out.timeliness = receipt_->first && receipt_->first->ordinal == ordinal;
        out.content = receipt_->content && receipt_->content->ordinal == ordinal;
        return out;
    }

  private:
    Verdict verdict(const Submission& paper, const JudgedPaper& out) const {
        if (paper.received && paper.received->day > assessment_.as_of()) return Verdict::later;
        if (!paper.valid()) {
            const bool repeats = std::find(paper.errors.begin(), paper.errors.end(),
                                           Code::s_repeated_submission) != paper.errors.end();
            return repeats ? Verdict::repeats : Verdict::refused;
        }
        if (out.returned != nullptr) return Verdict::returned;
        if (!subject_.slot) return Verdict::counts;
        if (!paper.row) return Verdict::unplaced;
        return paper.row == row_ ? Verdict::counts : Verdict::other_row;
    }

    const Return* returned(const Submission& paper) const {
        const auto found = assessment_.returns().find(paper, paper.document);
        if (!found) return nullptr;
        const auto& entry = assessment_.plan().returns[*found];
        return entry.returned <= assessment_.as_of() ? &entry : nullptr;
    }

    /// Of several it is the one that was read first; what was sent back, on whatever day, and what
    /// has errors of its own is no first.
    std::optional<Origin> first_of(const Submission& paper) const {
        const auto print = fingerprint(paper, paper.document);
        const Submission* first = nullptr;
        for (const auto& other : papers_) {
            if (other.origin.ordinal >= paper.origin.ordinal || !other.valid()) continue;
            if (fingerprint(other, other.document) != print) continue;
            if (assessment_.returns().find(other, other.document)) continue;
            if (first == nullptr || other.origin.ordinal < first->origin.ordinal) first = &other;
        }
        return first == nullptr ? std::nullopt : std::optional(first->origin);
    }

    const Assessment& assessment_;
    const Subject& subject_;
    const std::vector<Submission>& papers_;
    std::optional<RowIx> row_;
    const Receipt* receipt_ = nullptr;
};

}  // namespace

std::vector<JudgedPaper> judge(const Assessment& assessment, const Subject& subject,
                               std::vector<Submission> papers) {
    std::sort(papers.begin(), papers.end(), before);
    const Judge judging(assessment, subject, papers);
    std::vector<JudgedPaper> out;
    for (const auto& paper : papers) out.push_back(judging.judge(paper));
    if (subject.slot) return out;
    // Of what goes on all the time only the last paper matters.
    const auto last = std::find_if(out.rbegin(), out.rend(), [](const JudgedPaper& paper) {
        return paper.verdict == Verdict::counts;
    });
    if (last != out.rend()) last->timeliness = true;
    return out;
}

}  // namespace plantool
