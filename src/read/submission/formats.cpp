#include "read/submission/formats.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "text/labels.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

// A YAML file from here on is read in parts; what is smaller is not worth the trouble.
constexpr std::size_t kLargeYaml = std::size_t{1} << 20U;

constexpr std::array<std::string_view, 2> kYamlEndings = {".yaml", ".yml"};
constexpr std::array<std::string_view, 1> kJsonEndings = {".json"};
constexpr std::array<std::string_view, 2> kNdjsonEndings = {".ndjson", ".jsonl"};
constexpr std::array<std::string_view, 2> kCsvEndings = {".csv", ".tsv"};

constexpr std::array kFormats = {
    SubmissionFormat{.name = "yaml",
                     .endings = kYamlEndings,
                     .all_or_nothing = true,
                     .cut_from = kLargeYaml,
                     .boundary = &yaml_boundary,
                     .read = &read_yaml_piece},
    SubmissionFormat{
        .name = "json", .endings = kJsonEndings, .all_or_nothing = true, .read = &read_json_piece},
    SubmissionFormat{.name = "ndjson",
                     .endings = kNdjsonEndings,
                     .of_lines = true,
                     .cut_from = 0,
                     .boundary = &ndjson_boundary,
                     .read = &read_ndjson_piece},
    SubmissionFormat{.name = "csv",
                     .endings = kCsvEndings,
                     .of_lines = true,
                     .has_header = true,
                     .cut_from = 0,
                     .boundary = &csv_boundary,
                     .read = &read_csv_piece},
};

}  // namespace

std::span<const SubmissionFormat> submission_formats() {
    return kFormats;
}

const SubmissionFormat* submission_format(std::string_view file) {
    for (const auto& format : kFormats) {
        for (const auto ending : format.endings) {
            // A name that is all ending, such as `.csv`, is a hidden file without one.
            const auto stem = file.size() - std::min(file.size(), ending.size());
            if (stem == 0 || file[stem - 1] == '/') continue;
            const auto written = file.substr(stem);
            const bool same = std::equal(
                written.begin(), written.end(), ending.begin(), ending.end(),
                [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
            if (same) return &format;
        }
    }
    return nullptr;
}

const SubmissionFormat& piped_format() {
    return *std::find_if(kFormats.begin(), kFormats.end(),
                         [](const SubmissionFormat& format) { return format.name == "ndjson"; });
}

std::string known_endings() {
    std::vector<std::string_view> endings;
    for (const auto& format : kFormats) {
        endings.insert(endings.end(), format.endings.begin(), format.endings.end());
    }
    return in_backquotes(endings);
}

}  // namespace plantool
