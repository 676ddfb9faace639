#include <array>

#include "write/output_formats.hpp"

namespace plantool {
namespace {

constexpr std::array kFormats = {
    RatesFormat{{.name = "table", .ending = ".txt", .by_default = true}, &write_rates_table},
    RatesFormat{{.name = "json", .ending = ".json"},
                [](const RatesAnswer& answer, const TableStyle&, const TextSink& sink) {
                    write_rates_json(answer, sink);
                }},
    RatesFormat{{.name = "ndjson", .ending = ".ndjson"},
                [](const RatesAnswer& answer, const TableStyle&, const TextSink& sink) {
                    write_rates_ndjson(answer, sink);
                }},
    RatesFormat{{.name = "csv", .ending = ".csv"},
                [](const RatesAnswer& answer, const TableStyle& style, const TextSink& sink) {
                    write_rates_csv(answer, style.byte_order_mark, sink);
                }},
    RatesFormat{{.name = "markdown", .ending = ".md"},
                [](const RatesAnswer& answer, const TableStyle& style, const TextSink& sink) {
                    write_rates_markdown(answer, style.language, sink);
                }},
    RatesFormat{{.name = "xlsx", .ending = ".xlsx", .to_stdout = false},
                nullptr,
                [](const RatesAnswer& answer, const TableStyle& style, const AtomicFile& file) {
                    write_rates_xlsx(answer, style.language, file);
                }},
};

}  // namespace

std::span<const RatesFormat> rates_formats() {
    return kFormats;
}

}  // namespace plantool
