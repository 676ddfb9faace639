#include "write/markdown.hpp"

#include <fmt/format.h>

#include "write/markdown_escape.hpp"
#include "write/report_context.hpp"

namespace plantool {

std::string_view markdown_template(Language language) {
    return embedded_template(fmt::format("bao-cao.{}.mustache", language_id(language)));
}

std::string to_markdown(const Report& report, Language language, std::string_view templ) {
    return render_template(templ, report_context(report, language, escape_markdown));
}

}  // namespace plantool
