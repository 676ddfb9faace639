// `rates` in its formats (cli.md, rates).
#pragma once

#include <string>
#include <vector>

#include "core/status/rates.hpp"
#include "write/kit/atomic_file.hpp"
#include "write/kit/text_sink.hpp"
#include "write/status/writers.hpp"

namespace plantool {

/// The answer to `rates`.
struct RatesAnswer {
    StatusAnswer of;  ///< the rows that are counted: plans, filters
    RatesBy by = RatesBy::agency;
    std::vector<RatesLine> lines;  ///< in the order in which they are shown
};

/// `plantool/rates@1` (docs/cli.md).
void write_rates_json(const RatesAnswer& answer, const TextSink& sink);
/// An object a line, with `as_of` and `by` before its own keys.
void write_rates_ndjson(const RatesAnswer& answer, const TextSink& sink);
/// The same lines as a table.
void write_rates_csv(const RatesAnswer& answer, bool byte_order_mark, const TextSink& sink);
void write_rates_markdown(const RatesAnswer& answer, Language language, const TextSink& sink);
void write_rates_table(const RatesAnswer& answer, const TableStyle& style, const TextSink& sink);
void write_rates_xlsx(const RatesAnswer& answer, Language language, const AtomicFile& file);

/// What the table, the Markdown and the workbook say alike.
std::string rates_title(const RatesAnswer& answer, Language language);
/// The heading of what is counted: agency, group, …
std::string rates_by_heading(RatesBy by, Language language);
/// Lines below the title: what the files say of themselves, and the filters.
std::vector<std::string> rates_remarks(const RatesAnswer& answer, Language language);
/// "3,67"; empty where nothing is late.
std::string mean_days_late_text(const RatesLine& line, Language language);

}  // namespace plantool
