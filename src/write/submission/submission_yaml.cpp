#include "write/submission/submission_yaml.hpp"

#include <fmt/format.h>

#include <string_view>

#include "write/kit/yaml_words.hpp"

namespace plantool {
namespace {

void add(std::string& out, std::string_view key, const std::string& text, int indent = 0) {
    if (text.empty()) return;
    out += fmt::format("{:{}}{}: {}\n", "", indent, key, yaml_text(text, indent));
}

void add_document(std::string& out, const ComposedSubmission& s) {
    const auto document = yaml_flow({{"number", s.document_number}, {"date", s.document_date}});
    if (document != "{}") out += fmt::format("document: {}\n", document);
}

void add_figures(std::string& out, const std::vector<ComposedFigure>& figures) {
    if (figures.empty()) return;
    out += "    figures: {";
    bool first = true;
    for (const auto& figure : figures) {
        if (!first) out += ", ";
        first = false;
        const auto value = figure.number ? figure.value : yaml_word(figure.value);
        out += fmt::format("{}: {}", yaml_word(figure.indicator), value);
    }
    out += "}\n";
}

void add_result(std::string& out, const ComposedResult& result) {
    std::string lines;
    if (result.task) lines += fmt::format("    task: {}\n", yaml_word(*result.task));
    add(lines, "summary", result.summary, 4);
    add_figures(lines, result.figures);
    if (lines.empty()) return;
    lines[2] = '-';
    out += lines;
}

}  // namespace

std::string submission_yaml(const ComposedSubmission& s) {
    std::string out = "format: plantool/submission@1\n";
    add(out, "plan", s.plan);
    add(out, "agency", s.agency);
    add(out, "obligation", s.obligation);
    add(out, "period", s.period);
    add_document(out, s);
    add(out, "received", s.received);
    add(out, "via", s.via);
    if (s.nil) out += "nil: true\n";
    std::string results;
    for (const auto& result : s.results) add_result(results, result);
    if (!results.empty()) out += "results:\n" + results;
    add(out, "difficulties", s.difficulties);
    add(out, "proposals", s.proposals);
    add(out, "next", s.next);
    add(out, "note", s.note);
    if (s.attachments.empty()) return out;
    out += "attachments:\n";
    for (const auto& paper : s.attachments) {
        out += fmt::format("  - file: {}\n    sha256: {}\n", yaml_word(paper.file), paper.sha256);
    }
    return out;
}

}  // namespace plantool
