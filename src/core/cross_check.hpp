// What shows only when submissions are held against each other (formats.md, section 3).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/submission.hpp"

namespace plantool {

/// Takes in submissions one after the other and, of each expected report, remembers the figures and
/// the fingerprints of the texts of the submission that counts: the last one received. So its
/// memory grows with what the plan expects, not with what is sent.
///
/// Finds, between the submissions of one agency, a figure below that of a shorter period within
/// its own (S125) and the same text for two periods (S127); and a figure far from the usual (S126).
class CrossChecker {
  public:
    /// The plan and schedule must outlive it.
    CrossChecker(const Plan& plan, const Schedule& schedule) : plan_(plan), schedule_(schedule) {}

    /// Its spans must still be alive. What is not valid or answers to no expected report is passed
    /// over.
    void add(const Submission& submission);

    /// Their places have no excerpts: by now the texts are gone.
    Diagnostics findings() const;

  private:
    struct Mark {
        std::uint32_t file = 0;
        int line = 1;
        int column = 1;
        int end_line = 1;
        int end_column = 1;
    };
    struct FiledFigure {
        ObligationIx task = 0;
        IndicatorIx indicator = 0;
        double value = 0;
        Mark mark;
    };
    struct FiledText {
        ObligationIx task = 0;
        std::uint64_t print = 0;
        Mark mark;
    };
    struct Filed {
        Day received;
        std::vector<FiledFigure> figures;
        std::vector<FiledText> texts;
    };
    /// A figure, and whose it is.
    struct Entry {
        const FiledFigure* figure = nullptr;
        RowIx row = 0;
    };

    Mark mark_of(const Span& span);
    Place place_of(const Mark& mark) const;
    Diagnostic finding_at(const Mark& mark, Code code) const;
    const Slot& slot_of(RowIx row) const { return schedule_.slots[schedule_.rows[row].slot]; }
    std::vector<Entry> entries() const;
    void find_below_part(Diagnostics& found) const;
    void find_unusual(Diagnostics& found) const;
    void find_repeated_texts(Diagnostics& found) const;

    const Plan& plan_;
    const Schedule& schedule_;
    std::vector<std::string> files_;
    std::map<RowIx, Filed> filed_;
};

}  // namespace plantool
