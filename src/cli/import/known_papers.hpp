// The papers that are there already, so that nothing is taken twice (cli.md, import).
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "cli/session.hpp"
#include "core/submission/composed.hpp"

namespace plantool {

class KnownPapers {
  public:
    /// All submissions of the session, and the drafts below these folders. Throws IoError.
    KnownPapers(Session& session, const std::vector<std::filesystem::path>& folders);

    /// The file of the submission that notes a paper of these bytes; empty: none does.
    std::string taken(const std::string& sha256) const;
    /// The same of a draft.
    std::string drafted(const std::string& sha256) const;
    /// The file of a submission of the same document: the same row, number, and day received or
    /// date; without a number the same day received and date. Ids are those of the plan.
    std::string same_document(const ComposedSubmission& submission, const std::string& plan) const;

    void add(const ComposedSubmission& submission, const std::string& plan,
             const std::vector<std::string>& sha256, const std::string& file);
    void add_draft(const std::vector<std::string>& sha256, const std::string& file);

  private:
    using Row = std::tuple<std::string, std::string, std::string, std::string>;
    struct Document {
        std::string number;  ///< as names are compared
        std::string received;
        std::string date;
        std::string file;
    };
    void add_drafts_below(const std::filesystem::path& folder);

    std::map<std::string, std::string> taken_;
    std::map<std::string, std::string> drafted_;
    std::map<Row, std::vector<Document>> documents_;
};

}  // namespace plantool
