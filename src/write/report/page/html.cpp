#include "write/report/page/html.hpp"

#include <fmt/format.h>

#include "write/kit/html_escape.hpp"
#include "write/report/context/context.hpp"
#include "write/report/context/keys.hpp"
#include "write/report/page/heat_map.hpp"
#include "write/report/page/html_blocks.hpp"
#include "write/report/page/receipt_chart.hpp"
#include "write/report/template/render.hpp"

namespace plantool {
namespace {

/// The page may use its own style and script and nothing else, whatever may have got into it: a
/// test says what the two digests must be.
constexpr std::string_view kPolicy =
    "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
    "style-src 'sha256-KZ+dgadFMqyZAM2P696XAdwJ9a4i+HLxR+A2348AUwo='; "
    "script-src 'sha256-Ev66ww6AHlfJFhc45WOxfK8WrM5pW4eYw+wUwoT6dfY='";

std::string text_of(std::string_view name) {
    return std::string(embedded_template(name));
}

}  // namespace

std::string_view html_template(Language language) {
    return embedded_template(fmt::format("html/bao-cao.{}.mustache", language_id(language)));
}

std::vector<TemplateKey> html_keys() {
    auto keys = report_keys();
    for (const auto* name : {"policy", "style", "script", "receipt_chart", "heat_map"}) {
        keys.push_back({.name = name});
    }
    return keys;
}

std::string to_html(const Report& report, Language language) {
    using Data = kainjow::mustache::data;
    const auto templ = html_template(language);
    auto context = report_context(report, language, {escape_html, html_blocks}, templ);
    context["policy"] = Data(std::string(kPolicy));
    context["style"] = Data(text_of("html/style.css"));
    context["script"] = Data(text_of("html/script.js"));
    const auto chart = receipt_chart(report, language);
    context["receipt_chart"] = chart.empty() ? Data(false) : Data(chart);
    const auto map = heat_map(report, language);
    context["heat_map"] = map.empty() ? Data(false) : Data(map);
    return render_template(templ, context);
}

}  // namespace plantool
