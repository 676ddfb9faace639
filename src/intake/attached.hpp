// Files below folders of submissions that a submission names as attachments: papers of their own
// kind, whatever their ending, and not submissions (formats.md, section 2).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "read/plan/workspace.hpp"

namespace plantool {

/// Learns of attachments while the files are read, in their order.
class Attached {
  public:
    /// The files stay where they are. Only those found below a folder are ever passed over: one
    /// that is asked for by its name is meant.
    explicit Attached(const SubmissionFiles& files) : files_(files.files) {}

    /// Whether a file may be the attachment of another at all.
    bool possible() const;

    /// The file is read now. False where a submission has named it by now.
    bool reads(const std::string& file);
    /// A submission of the file that is read now names this one, as it is named from where the
    /// program runs. One that names itself is no attachment.
    void name(const std::string& file);

    /// The files that were read before a submission named them.
    const std::set<std::string>& too_late() const { return too_late_; }

  private:
    /// The place among the files, of one below a folder.
    std::optional<std::size_t> find(const FileIdentity& identity);

    const std::vector<SubmissionFile>& files_;
    std::map<FileIdentity, std::size_t> places_;  ///< made for the first name that is looked up
    std::size_t now_ = 0;                         ///< the file that is read
    std::set<std::size_t> named_;                 ///< files that come later
    std::set<std::string> known_;                 ///< names that were looked up
    std::set<std::string> too_late_;
};

}  // namespace plantool
