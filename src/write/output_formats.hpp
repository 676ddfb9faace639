// The formats of output: a table for each command that has several. The options, their help and
// completion come from these tables, so that a new format is one entry, in the `formats.cpp` of its
// folder.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/report/report.hpp"
#include "core/status/reminders.hpp"
#include "diag/diagnostic.hpp"
#include "text/labels.hpp"
#include "write/changes/changes_writers.hpp"
#include "write/explain/explanation.hpp"
#include "write/findings/findings.hpp"
#include "write/import/import_answer.hpp"
#include "write/kit/atomic_file.hpp"
#include "write/kit/format.hpp"
#include "write/kit/text_sink.hpp"
#include "write/load/load_answer.hpp"
#include "write/rates/rates_writers.hpp"
#include "write/status/writers.hpp"

namespace plantool {

struct WordTemplate;

/// Of a command that gives one answer in the format that is asked for.
template <class Answer>
struct AnswerFormat : Format {
    /// Null for one that only a file can hold.
    void (*write)(const Answer&, const TableStyle&, const TextSink&) = nullptr;
    /// Writes it into a file, which the caller commits; null where `write` serves.
    void (*file)(const Answer&, const TableStyle&, const AtomicFile&) = nullptr;
};

/// Of `status` and `due`.
using StatusFormat = AnswerFormat<StatusAnswer>;
std::span<const StatusFormat> status_formats();

/// Of `rates`.
using RatesFormat = AnswerFormat<RatesAnswer>;
std::span<const RatesFormat> rates_formats();

/// Of `changes`.
using ChangesFormat = AnswerFormat<ChangesAnswer>;
std::span<const ChangesFormat> changes_formats();

/// Of `validate`.
struct FindingsFormat : Format {
    bool excerpts = false;  ///< shows lines of the files, which have to be read for it
    void (*write)(const Diagnostics&, const ValidationCounts&, const FindingsStyle&,
                  const TextSink&) = nullptr;
};
std::span<const FindingsFormat> findings_formats();

/// Of `plan`: the outline, and what the plan assumes.
struct PlanFormat : Format {
    std::string (*outline)(const Plan&, const Schedule&, Language) = nullptr;
    std::string (*assumptions)(const Plan&, Language) = nullptr;
};
std::span<const PlanFormat> plan_formats();

/// Of `explain`: what it says of tasks and reports, and of codes and states.
struct ExplanationFormat : Format {
    std::string (*subjects)(std::span<const Explained>, Language) = nullptr;
    std::string (*terms)(std::span<const Term>, Language, int width) = nullptr;
};
std::span<const ExplanationFormat> explanation_formats();

/// Of `import`.
struct ImportFormat : Format {
    std::string (*write)(ImportAnswer, Language) = nullptr;
};
std::span<const ImportFormat> import_formats();

/// Of `load`.
struct LoadFormat : Format {
    std::string (*write)(const LoadAnswer&, Language) = nullptr;
};
std::span<const LoadFormat> load_formats();

/// How a report is told: its language and, where the office has one, its template.
struct Voice {
    Language language = Language::vi;
    std::string_view own_template = {};  ///< without faults (template.hpp); empty: the built-in one
    const WordTemplate* word_template = nullptr;  ///< without faults; null: by the plan's layout
};

/// Of `report`. Each is written from the same Report.
struct ReportFormat : Format {
    /// The whole of it; null for one that only a file can hold.
    std::string (*text)(const Report&, const Voice&) = nullptr;
    /// Writes it into a file, which the caller commits; null where `text` serves.
    void (*file)(const Report&, const Voice&, AtomicFile&) = nullptr;
};
std::span<const ReportFormat> report_formats();

/// Of `remind`: one letter.
struct LetterFormat : Format {
    bool mail = false;  ///< only for who has an address
    /// Writes it into a file, which the caller commits.
    void (*write)(const Reminder&, const Voice&, AtomicFile&) = nullptr;
};
std::span<const LetterFormat> letter_formats();

/// Writes the report in this format into the file, which is for the caller to commit.
void write_report(const ReportFormat& format, const Report& report, const Voice& voice,
                  AtomicFile& file);

}  // namespace plantool
