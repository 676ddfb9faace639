// The door to a shared store, as the commands see it: functions, behind which the layer that knows
// the server stands in the program that has it (store.md).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/laid_plan.hpp"
#include "intake/record.hpp"
#include "read/submission/submission_source.hpp"

namespace plantool {

/// Whether a source of submissions is the address of a store rather than a path.
bool is_store_address(std::string_view path);

struct StoreAddress {
    std::string url;
    std::string schema;
};

/// A file whose text a store keeps.
struct StoredFile {
    std::shared_ptr<const Source> source;
    std::string sha256;
};

/// A paper of a row, as far as the state of the row depends on it.
struct FoldedPaper {
    Moment received;
    std::optional<Day> document_date;
    std::string document;
    std::string file;
    int line = 1;
    bool nil = false;
};

/// What came of an agency for one period or event.
struct FoldedGroup {
    std::string obligation;
    std::string period;
    std::string agency;
    std::int64_t count = 0;
    FoldedPaper first;
    std::optional<FoldedPaper> content;  ///< the last that says something
};

/// What was heard last of a continuous task.
struct FoldedActivity {
    std::string obligation;
    std::string agency;
    Day last;
};

/// What was received for a plan by a day, folded by the server.
struct FoldedPlan {
    std::vector<FoldedGroup> groups;
    std::vector<FoldedActivity> activity;
};

/// What of a plan cannot be folded there: papers of these agencies count for rows that depend on
/// their day, or were sent back.
struct FoldQuestion {
    std::string plan;
    Day as_of;
    std::vector<std::string> continuous;  ///< obligations
    std::vector<std::string> unusual;     ///< agencies
};

/// A store that is open for questions. The answers are those of the moment when it was opened.
struct OpenStore {
    std::vector<StoredFile> events;  ///< events files that were found beside submissions
    /// Of each plan that was loaded, the digest of the plan by which all its submissions were
    /// checked.
    std::map<std::string, std::string> plans;
    /// What was loaded for these plans, and for plans that nobody knew: as its files gave it, the
    /// files in the order of their paths. Throws IoError, and so does what it gives.
    std::function<SubmissionSource(const std::vector<std::string>& plans)> submissions;
    std::function<FoldedPlan(const FoldQuestion&)> fold;
    /// Beside the folds of these plans: what was refused, what was repeated, and whatever else is
    /// to be read.
    std::function<SubmissionSource(const std::vector<FoldQuestion>&)> unfolded;
};

/// A plan that is loaded, in the order of the plans of the intake.
struct LoadedPlan {
    const LaidPlan* laid = nullptr;
    std::string digest;  ///< of the plan with its events and holidays
};

struct LoadWishes {
    StoreAddress into;
    std::vector<LoadedPlan> plans;
    std::vector<StoredFile> events;  ///< found beside submissions
    bool recheck = false;
    std::function<void()> waits = {};  ///< called where another load has to end first
};

struct RefusedEntry {
    std::string file;
    int line = 1;
    std::string codes;  ///< "S104, S110"
};

struct LoadOutcome {
    std::int64_t files = 0;
    std::int64_t submissions = 0;  ///< that could be read as such
    std::int64_t elsewhere = 0;    ///< of these, those that name a plan that is not known
    std::int64_t added = 0;
    std::int64_t known = 0;      ///< were there already
    std::int64_t refused = 0;    ///< of both
    std::int64_t rechecked = 0;  ///< of the store; all else counts what came now
    /// The first of them, at most so many as are listed anywhere.
    std::vector<RefusedEntry> first_refused;
};

/// A load under way: what was handed to it is in the store when `finish` has returned, all of it,
/// and nothing of it when it ends before.
struct Loading {
    /// What is in the store, to be checked anew; empty where that was not wished for.
    SubmissionSource stored;
    /// Has each piece from elsewhere before it is read.
    std::function<void(Piece&)> prepare;
    /// To be told each piece with its records (IntakeOptions::recorded).
    std::function<void(const Piece&, std::vector<EntryRecord>)> take;
    std::function<void(const std::string& file, const std::string& sha256)> file_read;
    std::function<LoadOutcome()> finish;
};

/// All of these throw IoError.
struct StoreDoor {
    std::function<OpenStore(const StoreAddress&)> open;
    std::function<Loading(const LoadWishes&)> load;
};

}  // namespace plantool
