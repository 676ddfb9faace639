// `status` and `due` in their formats. Each but the workbook gives its text piece by piece, so that
// a million rows need no tree and no second copy.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/status/status.hpp"
#include "text/labels.hpp"
#include "write/kit/atomic_file.hpp"
#include "write/kit/text_sink.hpp"

namespace plantool {

/// A filter that was given, and what it selects.
struct AskedFilter {
    std::string_view key;             ///< `agency`, `group`, `obligation`, `period` or `state`
    std::vector<std::string> chosen;  ///< ids
};

/// The answer to `status`, of one plan or of several: the same shape for both.
struct StatusAnswer {
    std::span<const Status> plans;          ///< one each, in the order of the plans; at least one
    std::vector<AskedFilter> filters = {};  ///< those that were given
    std::int64_t elsewhere = 0;             ///< submissions that name a plan that is not known
    std::map<std::string, int> left_out = {};  ///< files that are not read, by their ending
    int drafts = 0;                            ///< papers that wait to be completed

    Day as_of() const { return plans.front().assessment->as_of(); }
    /// The rows of all plans, counted.
    Summary summary() const;
    /// A share of rows that were chosen by their state says nothing of the whole.
    bool has_rates() const;
};

struct TableStyle {
    Language language = Language::vi;
    int width = 0;  ///< cells; 0: as wide as the content
    bool color = false;
    bool brief = false;            ///< a line a report, and what is outstanding
    bool byte_order_mark = false;  ///< before CSV: Excel takes it for UTF-8 then
};

/// `plantool/status@2` (docs/cli.md).
void write_status_json(const StatusAnswer& answer, const TextSink& sink);
/// One object a line: the rows, then the activity.
void write_status_ndjson(const StatusAnswer& answer, const TextSink& sink);
/// The same lines as a table; RFC 4180. Text that a spreadsheet would take for a formula is kept as
/// text by a leading apostrophe.
void write_status_csv(const StatusAnswer& answer, bool byte_order_mark, const TextSink& sink);
void write_status_markdown(const StatusAnswer& answer, Language language, const TextSink& sink);

/// A sheet of the rows, and one of the activity where there is any. The file is for the caller to
/// commit.
void write_status_xlsx(const StatusAnswer& answer, Language language, const AtomicFile& file);

/// The table that the analyst lives in: rows by obligation and period, then the summary with what
/// is most urgent.
void write_status_table(const StatusAnswer& answer, const TableStyle& style, const TextSink& sink);

}  // namespace plantool
