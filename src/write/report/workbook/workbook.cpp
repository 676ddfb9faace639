#include "write/report/workbook/workbook.hpp"

#include <fmt/format.h>

#include "write/kit/book/zip_check.hpp"
#include "write/report/shared_texts.hpp"
#include "write/report/workbook/sheets.hpp"

namespace plantool {
namespace {

xlsx::Properties properties_of(const Report& report, Language language) {
    const auto& head = report.plan().head;
    std::string company;
    for (const auto& issuer : head.issuers) {
        const auto found = report.plan().names.by_id.find(issuer.value);
        if (found == report.plan().names.by_id.end()) continue;
        if (!company.empty()) company += "; ";
        company += agency_name(report, found->second);
    }
    const auto secretariat = report.plan().names.by_id.find(head.secretariat.value);
    const bool known = secretariat != report.plan().names.by_id.end();
    return {.title = report_title(report, language),
            .subject = head.title,
            .author = known ? agency_name(report, secretariat->second) : company,
            .company = company,
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
    xlsx::add_results_sheet(context);
    xlsx::add_figures_sheet(context);
    xlsx::add_sources_sheet(context);
    book.close();
    require_sound_zip(file.path(), file.target());
}

}  // namespace plantool
