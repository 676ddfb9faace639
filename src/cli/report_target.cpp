#include "cli/report_target.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/format_option.hpp"
#include "cli/written.hpp"
#include "text/labels.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// Endings by which people know a file, of formats that reports do not have.
constexpr std::array<std::string_view, 20> kOtherEndings = {
    ".csv", ".doc", ".docm", ".docx", ".htm", ".jsonl", ".markdown", ".ndjson", ".odp",  ".ods",
    ".odt", ".pdf", ".ppt",  ".pptx", ".rtf", ".txt",   ".xls",      ".xlsb",   ".xlsm", ".xml"};

ReportTarget to_standard_output(std::vector<ReportFormat> formats) {
    if (formats.size() != 1 || !formats.front().to_stdout) {
        throw UsageError{{Word::not_to_standard_output}, {Word::name_folder_or_file}};
    }
    return {ReportTarget::Kind::standard_output, {}, std::move(formats)};
}

std::string endings(std::span<const ReportFormat> formats) {
    std::vector<std::string_view> all;
    for (const auto& format : formats) all.push_back(format.ending);
    return in_backquotes(all);
}

/// The target by the name of a file; nothing where the name is a folder's.
std::optional<ReportTarget> to_file(const std::vector<ReportFormat>& formats,
                                    const std::string& path) {
    if (path.ends_with('/')) return std::nullopt;
    const auto ending = dotted_ending(path);
    const auto all = report_formats();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ReportFormat& format) {
        return format.ending == ending;
    });
    if (found != all.end()) {
        const bool fits =
            formats.empty() || (formats.size() == 1 && formats.front().name == found->name);
        if (fits) return ReportTarget{ReportTarget::Kind::file, path, {*found}};
        throw UsageError{formats.size() > 1
                             ? Message(Word::one_file_several_asked, printable(path), found->name)
                             : Message(Word::one_file_other_asked, printable(path), found->name,
                                       formats.front().name),
                         {Word::one_file_what_to_do, found->name}};
    }
    const bool other =
        std::find(kOtherEndings.begin(), kOtherEndings.end(), ending) != kOtherEndings.end();
    std::error_code error;
    if (!other || std::filesystem::is_directory(path, error)) return std::nullopt;
    throw UsageError{{Word::ending_of_no_report, printable(path)},
                     {Word::ending_what_to_do, endings(all), printable(path)}};
}

}  // namespace

ReportTarget report_target(const std::vector<std::string>& given,
                           const std::optional<std::string>& output) {
    std::vector<ReportFormat> formats;
    if (!given.empty()) formats = parse_formats(report_formats(), given);
    if (output && output->empty()) {
        throw UsageError{{Word::option_empty, "-o"}, {Word::fill_or_leave_out}};
    }
    const bool standard = !output || *output == "-";
    if (!standard) {
        if (auto file = to_file(formats, *output)) return std::move(*file);
    }
    if (formats.empty()) formats = parse_formats(report_formats(), {});
    if (standard) return to_standard_output(std::move(formats));
    return {ReportTarget::Kind::folder, *output, std::move(formats)};
}

}  // namespace plantool
