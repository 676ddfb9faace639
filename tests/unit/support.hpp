// For tests of what reads: plans from a few lines of YAML and submissions from a few words, by way
// of files and the intake, as a command takes them. Tests of the core take support/plan.hpp and its
// neighbours, which make values in memory.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/contents.hpp"
#include "core/status/assessment.hpp"
#include "intake/intake.hpp"
#include "read/submission/reading.hpp"
#include "support/days.hpp"
#include "support/findings.hpp"
#include "support/letters.hpp"
#include "support/plan.hpp"

namespace plantool::testing {

/// A folder of its own, gone with the test.
class TempFolder {
  public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// Writes the bytes as they are and returns the file's path.
    std::filesystem::path write(const std::string& name, std::string_view bytes) const;

  private:
    std::filesystem::path path_;
};

/// A plan as the tool would open it: read, joined with its events, resolved and laid out.
struct TestPlan : BuiltPlan {
    /// Without a day it is laid as it stands when all is known.
    explicit TestPlan(const std::string& yaml, const std::string& events = {},
                      std::optional<std::string_view> as_of = std::nullopt);
};

/// `format` and a head that runs `from` to `to`, before `rest`.
std::string plan_from_to(const std::string& from, const std::string& to, const std::string& rest);
/// The same for the year 2022, with the agencies a, b and c and nothing else before `rest`.
std::string plan_2022(const std::string& rest);
/// plan_2022 with one report `r` of all three agencies: `more` holds its other keys.
std::string report_2022(const std::string& cadence, const std::string& due,
                        const std::string& more = {});

/// A submission in a few words; `extra` is more of its JSON, such as `"note": "x"`.
struct Sent {
    std::string obligation;
    std::string agency;
    std::string period;  ///< empty: left out
    std::string received;
    std::string document = {};
    std::string document_date = {};
    std::string extra = {};

    std::string json() const;
};

/// Hands a submission that was made by hand to both, valid or refused.
void hand_in(const Submission& submission, Assessment& assessment, ContentKeeper& contents);

Assessment assess_with(const TestPlan& test, std::string_view as_of, const std::vector<Sent>& sent);
/// What is found in a plan of this text.
Strings plan_places(const std::string& yaml);

/// Reads an events file as the plan's own.
void add_own_events(Plan& plan, const std::filesystem::path& path, Diagnostics& found);

/// Takes in a file of this name and these bytes, as a command does.
void take_in_bytes(const TestPlan& test, std::string_view as_of, const std::string& name,
                   std::string_view bytes, PlanIntake intake, Diagnostics* findings = nullptr,
                   int threads = 1);

/// A submission as read, with texts of its own.
struct KeptFigure {
    Text indicator;
    Text value;
};
struct KeptResult {
    std::optional<Text> task;
    std::string summary;
    std::vector<KeptFigure> figures;
};
struct KeptSubmission {
    std::optional<Text> agency;
    std::optional<Text> obligation;
    std::optional<Text> period;
    std::string document_number;
    std::optional<Spanned<Day>> document_date;
    std::optional<Received> received;
    std::string via;
    std::vector<KeptResult> results;
    std::string difficulties;
    std::string proposals;
    std::string next;
    std::string note;
};
struct KeptReading {
    int line = 1;
    std::optional<KeptSubmission> submission;
    Diagnostics diagnostics;
};

/// The readings of a file with this name (its ending says its kind) and these bytes.
std::vector<KeptReading> read_bytes(const std::string& name, std::string_view bytes);
/// For each reading `line` and, where it was refused or has faults, its places: `1`, `2 S001 2:5`.
/// A reading without a submission ends in `refused`.
Strings readings_of(const std::string& name, std::string_view bytes);

/// The records of a table in tests/data, header left out.
std::vector<Strings> read_table(const std::string& name);

}  // namespace plantool::testing
