// What `validate` says of a submission that is not on the disk yet.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "cli/session.hpp"
#include "core/submission/composed.hpp"

namespace plantool {

struct Judged {
    Diagnostics findings;                  ///< of this text alone, in its order
    std::optional<Submission> submission;  ///< as it was understood; none where it is none
    const SessionPlan* plan = nullptr;     ///< whose it is
    bool elsewhere = false;                ///< it names a plan that is not known
    /// Of each plan, with the paper taken in.
    std::vector<std::unique_ptr<Assessment>> assessments;

    bool valid() const { return submission && !findings.has_errors(); }
    const Assessment& assessment() const;
};

/// Which submissions it is held against.
enum class Beside { nothing, the_others };

/// All the plans of the session are asked. The text is YAML and bears a name of its own.
Judged judge(Session& session, const std::shared_ptr<const Source>& text, Beside beside);

/// Judges what was composed under that name, without its attachments: these may not lie where they
/// will.
Judged judge(Session& session, const std::string& name, const ComposedSubmission& composed,
             Beside beside);

/// Writes ids in place of what was understood, and whose paper it is where several plans are known.
void put_ids(ComposedSubmission& composed, const Judged& judged, const Session& session);

}  // namespace plantool
