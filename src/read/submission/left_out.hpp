// Files below folders of submissions that are not read, counted by their ending, so that no paper
// is forgotten (formats.md, section 2).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "read/plan/workspace.hpp"
#include "text/message.hpp"

namespace plantool {

/// In small letters and without its dot; empty for a name without an ending, or with one that is
/// none: other than one to ten letters of ASCII and digits.
std::string ending_of(std::string_view name);

/// How many files there are of each ending.
using Endings = std::map<std::string, int>;

class LeftOut {
  public:
    explicit LeftOut(const SubmissionFiles& files) : files_(files) {}

    /// The file is accounted for: an attachment of a submission, or a file of the plan. As it is
    /// named from where the program runs.
    void account_for(const std::string& name);

    /// Those that are left, of all folders together.
    Endings by_ending() const;
    /// An information for each folder that has some.
    void report(Diagnostics& findings) const;

  private:
    const SubmissionFiles& files_;
    std::set<std::string> names_;  ///< that were looked up
    std::set<FileIdentity> accounted_for_;
};

/// "2 docx", "1 without an ending": in the order of the endings, those without one last.
std::vector<Message> counted(const Endings& endings);

}  // namespace plantool
