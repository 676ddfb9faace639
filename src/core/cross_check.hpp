// What shows only when submissions are held against each other (formats.md, section 3).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/submission.hpp"

namespace plantool {

/// A figure that counts, and where it stands in its file.
struct NotedFigure {
    double value = 0;
    ObligationIx task = 0;
    IndicatorIx indicator = 0;
    std::int32_t line = 1;
    std::int32_t column = 1;
    std::int32_t end_column = 1;
};

/// The fingerprint of a text, and where its result names the task.
struct NotedText {
    std::uint64_t print = 0;
    ObligationIx task = 0;
    std::int32_t line = 1;
    std::int32_t column = 1;
    std::int32_t end_column = 1;
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
        Day received;
        std::size_t first_figure = 0;
        std::size_t first_text = 0;
        std::size_t figure_count = 0;
        std::size_t text_count = 0;
    };
    std::vector<Item> items_;
    std::vector<NotedFigure> figures_;
    std::vector<NotedText> texts_;
};

/// Takes in notes of submissions one after the other and, of each expected report, remembers the
/// figures and the fingerprints of the texts of the submission that counts: the last one received.
/// So its memory grows with what the plan expects, not with what is sent.
///
/// Finds, between the submissions of one agency, a figure below that of a shorter period within
/// its own (S125) and the same text for two periods (S127); and a figure far from the usual (S126).
class CrossChecker {
  public:
    /// The plan and schedule must outlive it.
    CrossChecker(const Plan& plan, const Schedule& schedule)
        : plan_(plan), schedule_(schedule), filed_(schedule.rows.size()) {}

    /// The submission noted under that number, from the file.
    void add(const CrossNotes& notes, std::uint32_t number, const std::string& file);

    /// Their places have no excerpts: by now the texts are gone.
    Diagnostics findings() const;

  private:
    struct Filed {
        Day received;
        std::uint32_t file = 0;  ///< in files_
        std::vector<NotedFigure> figures;
        std::vector<NotedText> texts;
    };
    /// A figure, and whose it is.
    struct Entry {
        const NotedFigure* figure = nullptr;
        RowIx row = 0;
    };

    template <class Mark>
    Place place_of(RowIx row, const Mark& mark) const;
    template <class Mark>
    Diagnostic finding_at(RowIx row, const Mark& mark, Code code) const;
    const Slot& slot_of(RowIx row) const { return schedule_.slots[schedule_.rows[row].slot]; }
    std::vector<Entry> entries() const;
    void find_below_part(Diagnostics& found) const;
    void find_unusual(Diagnostics& found) const;
    void find_repeated_texts(Diagnostics& found) const;

    const Plan& plan_;
    const Schedule& schedule_;
    std::vector<std::string> files_;
    std::vector<std::unique_ptr<Filed>> filed_;  ///< by row
};

}  // namespace plantool
