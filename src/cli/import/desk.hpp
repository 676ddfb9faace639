// Where each paper that comes in is held against the plans and against what is there, and put where
// it belongs (cli.md, import).
#pragma once

#include <map>
#include <memory>

#include "cli/import/incoming.hpp"
#include "cli/import/known_papers.hpp"
#include "cli/papers/judge.hpp"

namespace plantool {

struct ImportSettings {
    std::string received;    ///< of files; never empty
    std::string obligation;  ///< of papers that name none; may be empty
    std::string period;      ///< likewise
    bool dry_run = false;
};

class Desk {
  public:
    /// The session asks all plans; it and the options must outlive this. Throws UsageError where
    /// the plans' submissions are not in folders.
    Desk(Session& session, const GlobalOptions& options, const ImportSettings& settings);

    /// Decides about the paper and writes what is to be written. Throws IoError.
    ImportedPaper receive(Incoming incoming);

    Session& session() { return session_; }
    const ImportSettings& settings() const { return settings_; }

  private:
    void fill_from_settings(Incoming& incoming) const;
    ImportedPaper take(Incoming& incoming, const Judged& judged, ImportedPaper paper);
    ImportedPaper draft(Incoming& incoming, const Judged& judged, ImportedPaper paper);
    const Shelf& shelf_for(const SessionPlan& plan) const;
    Shelved place_of_draft(const Incoming& incoming, const Judged& judged) const;
    std::vector<Reason> reasons_of(const Judged& judged,
                                   const ComposedSubmission& submission) const;

    Session& session_;
    const ImportSettings& settings_;
    std::map<const SessionPlan*, Shelf> shelves_;
    std::unique_ptr<KnownPapers> known_;
};

}  // namespace plantool
