#include "write/output_formats.hpp"

#include <array>

#include "write/status/writers.hpp"

namespace plantool {
namespace {

constexpr std::array kFormats = {
    StatusFormat{{.name = "table", .ending = ".txt", .by_default = true}, &write_status_table},
    StatusFormat{{.name = "json", .ending = ".json"},
                 [](const StatusAnswer& answer, const TableStyle&, const TextSink& sink) {
                     write_status_json(answer, sink);
                 }},
    StatusFormat{{.name = "ndjson", .ending = ".ndjson"},
                 [](const StatusAnswer& answer, const TableStyle&, const TextSink& sink) {
                     write_status_ndjson(answer, sink);
                 }},
    StatusFormat{{.name = "csv", .ending = ".csv"},
                 [](const StatusAnswer& answer, const TableStyle& style, const TextSink& sink) {
                     write_status_csv(answer, style.byte_order_mark, sink);
                 }},
    StatusFormat{{.name = "markdown", .ending = ".md"},
                 [](const StatusAnswer& answer, const TableStyle& style, const TextSink& sink) {
                     write_status_markdown(answer, style.language, sink);
                 }},
    StatusFormat{{.name = "xlsx", .ending = ".xlsx", .to_stdout = false},
                 nullptr,
                 [](const StatusAnswer& answer, const TableStyle& style, const AtomicFile& file) {
                     write_status_xlsx(answer, style.language, file);
                 }},
};

}  // namespace

std::span<const StatusFormat> status_formats() {
    return kFormats;
}

}  // namespace plantool
