// `status` and `due` in their five formats. Each gives its text piece by piece, so that a million
// rows need no tree and no second copy.
#pragma once

#include <functional>
#include <string_view>

#include "core/status.hpp"
#include "text/labels.hpp"

namespace plantool {

using TextSink = std::function<void(std::string_view)>;

/// `plantool/status@1` (cli.md).
void write_status_json(const Status& status, const TextSink& sink);
/// One row object a line, nothing else.
void write_status_ndjson(const Status& status, const TextSink& sink);
/// The row's keys as columns; RFC 4180. Text that a spreadsheet would take for a formula is kept as
/// text by a leading apostrophe.
void write_status_csv(const Status& status, const TextSink& sink);
void write_status_markdown(const Status& status, Language language, const TextSink& sink);

struct TableStyle {
    Language language = Language::vi;
    int width = 0;  ///< cells; 0: as wide as the content
    bool color = false;
};

/// The table that the analyst lives in: rows by obligation and period, then the summary with what
/// is most urgent.
void write_status_table(const Status& status, const TableStyle& style, const TextSink& sink);

}  // namespace plantool
