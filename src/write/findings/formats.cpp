#include "write/output_formats.hpp"

#include <array>

#include "write/findings/findings.hpp"

namespace plantool {
namespace {

constexpr std::array kFormats = {
    FindingsFormat{
        {.name = "text", .ending = ".txt", .by_default = true}, true, &write_findings_text},
    FindingsFormat{
        {.name = "json", .ending = ".json"},
        false,
        [](const Diagnostics& found, const ValidationCounts& counts, const FindingsStyle& style,
           const TextSink& sink) { sink(to_json(found, counts, style.language)); }},
    FindingsFormat{{.name = "sarif", .ending = ".sarif"},
                   false,
                   [](const Diagnostics& found, const ValidationCounts&, const FindingsStyle& style,
                      const TextSink& sink) { sink(to_sarif(found, style.language)); }},
    FindingsFormat{{.name = "github", .ending = ".txt"},
                   false,
                   [](const Diagnostics& found, const ValidationCounts&, const FindingsStyle& style,
                      const TextSink& sink) { sink(to_github(found, style.language)); }},
};

}  // namespace

std::span<const FindingsFormat> findings_formats() {
    return kFormats;
}

}  // namespace plantool
