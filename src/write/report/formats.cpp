#include "write/output_formats.hpp"

#include <array>

#include "write/report/json.hpp"
#include "write/report/markdown/markdown.hpp"
#include "write/report/page/html.hpp"
#include "write/report/word/word_report.hpp"
#include "write/report/word/word_template.hpp"
#include "write/report/workbook/workbook.hpp"

namespace plantool {
namespace {

std::string markdown_text(const Report& report, const Voice& voice) {
    const auto text =
        voice.own_template.empty() ? markdown_template(voice.language) : voice.own_template;
    return to_markdown(report, voice.language, text);
}

constexpr std::array kFormats = {
    ReportFormat{{.name = "xlsx", .ending = ".xlsx", .by_default = true, .to_stdout = false},
                 nullptr,
                 [](const Report& report, const Voice& voice, AtomicFile& file) {
                     write_xlsx(report, voice.language, file);
                 }},
    ReportFormat{{.name = "docx", .ending = ".docx", .by_default = true, .to_stdout = false},
                 nullptr,
                 [](const Report& report, const Voice& voice, AtomicFile& file) {
                     if (voice.word_template == nullptr) {
                         return write_docx(report, voice.language, file);
                     }
                     write_by_template(*voice.word_template, report, voice.language, file);
                 }},
    ReportFormat{{.name = "markdown", .ending = ".md"}, &markdown_text, nullptr},
    ReportFormat{
        {.name = "html", .ending = ".html", .by_default = true},
        [](const Report& report, const Voice& voice) { return to_html(report, voice.language); },
        nullptr},
    ReportFormat{
        {.name = "json", .ending = ".json"},
        [](const Report& report, const Voice& voice) { return to_json(report, voice.language); },
        nullptr},
};

}  // namespace

std::span<const ReportFormat> report_formats() {
    return kFormats;
}

void write_report(const ReportFormat& format, const Report& report, const Voice& voice,
                  AtomicFile& file) {
    if (format.file != nullptr) return format.file(report, voice, file);
    file.write(format.text(report, voice));
}

}  // namespace plantool
