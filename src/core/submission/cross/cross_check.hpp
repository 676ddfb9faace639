// What shows only when submissions are held against each other (formats.md, section 3).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/plan/laid_plan.hpp"
#include "core/schedule/period_title.hpp"
#include "core/submission/submission.hpp"

namespace plantool {

/// A place in the file of a paper.
struct Mark {
    std::int32_t line = 1;
    std::int32_t column = 1;
    std::int32_t end_column = 1;
};

/// A figure that counts, and where it stands.
struct NotedFigure : Mark {
    double value = 0;
    ObligationIx task = 0;
    IndicatorIx indicator = 0;
};

/// The fingerprint of a text, and where its result names the task.
struct NotedText : Mark {
    std::uint64_t print = 0;
    ObligationIx task = 0;
};

/// What cross-checks need of some submissions, and no more.
class CrossNotes {
  public:
    /// Its spans must still be alive. Gives the number under which it is noted; nothing when there
    /// is nothing to note.
    std::optional<std::uint32_t> add(const CheckedSubmission& submission);

  private:
    friend class CrossChecker;
    struct Item {
        RowIx row = 0;
        AgencyIx sender = 0;
        Mark at;  ///< where the paper names its sender
        std::size_t first_task = 0;
        std::size_t task_count = 0;
        std::size_t first_figure = 0;
        std::size_t first_text = 0;
        std::size_t figure_count = 0;
        std::size_t text_count = 0;
    };
    std::vector<Item> items_;
    std::vector<ObligationIx> tasks_;
    std::vector<NotedFigure> figures_;
    std::vector<NotedText> texts_;
    Source::Hint hint_;
};

/// Takes in notes of submissions one after the other and, of each expected report, remembers the
/// figures and the fingerprints of the texts of the submission whose content counts, which the
/// assessment says. So its memory grows with what the plan expects, not with what is sent.
///
/// Finds, between the submissions of one agency, a figure below that of a shorter period within
/// its own (S125), the same text for two periods (S127) and the same figures in two that follow one
/// another (S134); a figure far from the usual (S126); and, between the papers of one row, those of
/// several senders (S132) and a later one that lacks what the one before had (S133).
class CrossChecker {
  public:
    /// The plan must outlive it.
    explicit CrossChecker(const LaidPlan& laid)
        : plan_(laid.plan), schedule_(laid.schedule), filed_(laid.schedule.rows.size()) {}

    /// The submission noted under that number, from the file: one that counts. Where its content is
    /// the row's, it takes the place of what the row had.
    void add(const CrossNotes& notes, std::uint32_t number, const std::string& file,
             const FilingOrder& order, bool has_content, bool is_content);

    /// Graded as the plan says. Their places have no excerpts: by now the texts are gone.
    Diagnostics findings() const;

  private:
    /// What one paper of a row speaks of: (task, indicator) of its figures, (task, none) of
    /// results.
    struct Version {
        FilingOrder order;
        AgencyIx sender = 0;
        std::uint32_t file = 0;  ///< in files_
        bool has_content = false;
        Mark at;
        std::vector<std::pair<ObligationIx, std::optional<IndicatorIx>>> parts;  ///< sorted
    };
    struct Filed {
        std::uint32_t file = 0;  ///< in files_
        Mark at;
        bool has_content = false;
        std::vector<NotedFigure> figures;
        std::vector<NotedText> texts;
        std::vector<Version> versions;  ///< the papers of the row, as they were read
        bool has_many = false;  ///< more than are kept: they are not held against each other
    };
    /// So many papers of a row are held against each other: memory is to grow with what the plan
    /// expects, and who sends more sends anything.
    static constexpr std::size_t kMostVersions = 16;

    static void add_version(Filed& filed, const CrossNotes& notes, const CrossNotes::Item& item,
                            std::uint32_t file_ix, const FilingOrder& order, bool has_content);

    /// A figure, and whose it is.
    struct Entry {
        const NotedFigure* figure = nullptr;
        RowIx row = 0;
    };

    Place place_in(std::uint32_t file, const Mark& mark) const;
    Diagnostic finding_in(std::uint32_t file, const Mark& mark, Code code) const;
    Place place_of(RowIx row, const Mark& mark) const { return place_in(filed_[row]->file, mark); }
    Diagnostic finding_at(RowIx row, const Mark& mark, Code code) const {
        return finding_in(filed_[row]->file, mark, code);
    }
    const Slot& slot_of(RowIx row) const { return schedule_.slots[schedule_.rows[row].slot]; }
    Message words_of(RowIx row) const { return period_words(plan_, slot_of(row)); }
    std::vector<Entry> entries() const;
    void find_below_part(Diagnostics& found) const;
    void find_unusual(Diagnostics& found) const;
    void find_repeated_texts(Diagnostics& found) const;
    // In cross_papers.cpp.
    void find_several_senders(Diagnostics& found) const;
    void find_lacking(Diagnostics& found) const;
    void find_same_figures(Diagnostics& found) const;

    const Plan& plan_;
    const Schedule& schedule_;
    std::vector<std::string> files_;
    std::vector<std::unique_ptr<Filed>> filed_;  ///< by row
};

}  // namespace plantool
