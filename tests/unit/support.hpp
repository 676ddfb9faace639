// What the unit tests share: plans from a few lines of YAML, submissions from a few words, and
// findings as short texts that a table of cases can name.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/intake.hpp"
#include "core/assess.hpp"
#include "core/plan.hpp"
#include "core/report_content.hpp"
#include "core/schedule.hpp"
#include "diag/diagnostic.hpp"
#include "read/submission.hpp"

namespace plantool::testing {

using Strings = std::vector<std::string>;

/// A day that must exist, from `YYYY-MM-DD`.
Day day(std::string_view text);
/// `from..to`.
std::string show(Days span);

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

/// A plan as the tool would open it: read, joined with its events, resolved and laid out. What was
/// found wrong on the way is in `found`.
struct TestPlan {
    Diagnostics found;
    Plan plan;
    Schedule schedule;

    explicit TestPlan(const std::string& yaml, const std::string& events = {});
    TestPlan(const TestPlan&) = delete;
    TestPlan& operator=(const TestPlan&) = delete;

    ObligationIx obligation(const std::string& id) const;
    /// The row of (obligation, agency, period); nothing where none is expected.
    std::optional<RowIx> row(const std::string& obligation, const std::string& agency,
                             const std::string& period) const;
    /// `period due closes` of each slot of the obligation.
    Strings dues(const std::string& obligation) const;
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
/// The state's id; `none` where no row is expected on that day.
std::string state_in(const Assessment& assessment, const TestPlan& test,
                     const std::string& obligation, const std::string& agency,
                     const std::string& period);
StatusRow row_in(const Assessment& assessment, const TestPlan& test, const std::string& obligation,
                 const std::string& agency, const std::string& period);
/// All rows counted, as `status` counts them without a filter.
Summary summary_of(const Assessment& assessment);

/// The ids of the codes found, in the order found: `P101`.
Strings codes_of(const Diagnostics& found);
/// Those that are errors.
Strings errors_of(const Diagnostics& found);
/// `P101 3:9`, in the order of file, line and column.
Strings places_of(const Diagnostics& found);
/// What is found in a plan of this text.
Strings plan_places(const std::string& yaml);

/// Takes in a file of this name and these bytes, as a command does.
void take_in_bytes(const TestPlan& test, std::string_view as_of, const std::string& name,
                   std::string_view bytes, const IntakeSinks& sinks, int threads = 1);

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
    std::optional<Spanned<Day>> received;
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

// Printed by doctest where a comparison fails.
template <>
struct doctest::StringMaker<const char*> {
    static String convert(const char* text) { return text == nullptr ? "nullptr" : text; }
};

template <>
struct doctest::StringMaker<std::vector<std::string>> {
    static String convert(const std::vector<std::string>& texts) {
        std::string out = "[";
        for (const auto& text : texts) out += (&text == texts.data() ? "" : " | ") + text;
        return (out + "]").c_str();
    }
};
