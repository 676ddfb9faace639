// Where submissions and the papers that they were made from are put (cli.md, record).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/session.hpp"
#include "core/submission/composed.hpp"
#include "core/submission/submission.hpp"

namespace plantool {

/// The folder below which the submissions of a plan are written.
struct Shelf {
    std::filesystem::path folder;
    bool unnamed = false;  ///< the plan does not say where: it is `submissions` beside it
};

/// Throws UsageError where submissions are not read from a folder.
Shelf shelf_of(const SessionPlan& plan, const GlobalOptions& options);

/// Throws UsageError where submissions are in a store, which takes them by `load`.
void refuse_store(const GlobalOptions& options);

/// A paper as it came, to be kept beside its submission.
struct PaperCopy {
    std::string name;
    std::string bytes;
    std::string sha256;
};
PaperCopy paper_copy(std::string name, std::string bytes);
/// Throws IoError.
PaperCopy read_paper_copy(const std::filesystem::path& file);

/// A name for a file below the shelf and what it is to hold.
struct Shelved {
    std::filesystem::path folder;
    std::string stem;
    std::string_view ending = ".yaml";
    std::string head = {};  ///< lines of comments above the submission
};
/// `PERIOD/AGENCY`, of what goes on without periods `thuong-xuyen/RECEIVED-AGENCY`. The paper is
/// understood.
Shelved place_on(const Shelf& shelf, const LaidPlan& laid, const CitedPaper& paper);

/// `STEM.yaml`, `STEM-2.yaml`, …: the one of that number.
std::filesystem::path numbered(const Shelved& place, int number);
/// The first of `STEM.yaml`, `STEM-2.yaml`, … that is not there.
std::filesystem::path free_name(const Shelved& place);

/// Writes the submission under its first free name, and the papers into `giay-to` beside it, where
/// one that lies there already is not written twice. All of it or nothing. Throws IoError.
std::filesystem::path put(const Shelved& place, ComposedSubmission submission,
                          const std::vector<PaperCopy>& papers);

/// The text as the name of a file, on whatever system it may be opened.
std::string as_file_name(std::string_view text);

}  // namespace plantool
