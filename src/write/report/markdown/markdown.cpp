#include "write/report/markdown/markdown.hpp"

#include <fmt/format.h>

#include "write/kit/markdown_escape.hpp"
#include "write/report/context/context.hpp"
#include "write/report/markdown/markdown_blocks.hpp"
#include "write/report/template/render.hpp"
#include "write/report/template/template.hpp"

namespace plantool {

std::string_view markdown_template(Language language) {
    return embedded_template(fmt::format("bao-cao.{}.mustache", language_id(language)));
}

std::string to_markdown(const Report& report, Language language, std::string_view templ) {
    return render_template(
        templ, report_context(report, language, {escape_markdown, markdown_blocks}, templ));
}

}  // namespace plantool
