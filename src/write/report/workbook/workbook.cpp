#include "write/report/workbook/workbook.hpp"

#include <fmt/format.h>

#include "write/kit/book/zip_check.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/sheets.hpp"

namespace plantool {
namespace {

xlsx::Properties properties_of(const Report& report, Language language) {
    const auto authors = authors_of(report);
    return {.title = report_title(report, language),
            .subject = report.plan().head.title,
            .author = authors.author,
            .company = authors.issuers,
            .comments =
                fmt::format("plantool {}; as of {}", PLANTOOL_VERSION, format_date(report.as_of())),
            .created = report.as_of()};
}

}  // namespace

void write_xlsx(const Report& report, Language language, const AtomicFile& file) {
    xlsx::Book book(file.path(), file.folder(), file.target(), language);
    book.set_properties(properties_of(report, language));
    const xlsx::Context context{
        book, report, language,
        fmt::format("{}; {}", report.plan().head.number, report_period(report, language))};
    xlsx::add_summary_sheet(context);
    xlsx::add_timeliness_sheet(context);
    xlsx::add_follow_up_sheet(context);
    xlsx::add_quiet_sheet(context);
    xlsx::add_results_sheet(context);
    xlsx::add_figures_sheet(context);
    xlsx::add_data_sheet(context);
    xlsx::add_register_sheet(context);
    xlsx::add_sources_sheet(context);
    book.close();
    require_sound_zip(file.path(), file.target());
}

}  // namespace plantool
