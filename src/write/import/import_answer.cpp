#include "write/import/import_answer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.hpp"
#include "write/kit/json_writer.hpp"

namespace plantool {
namespace {

std::int64_t count_of(ImportAnswer papers, Outcome outcome) {
    return std::count_if(papers.begin(), papers.end(),
                         [&](const ImportedPaper& paper) { return paper.outcome == outcome; });
}

std::string line_of(const ImportedPaper& paper, Language language) {
    auto out =
        fmt::format("{}: {}", say(info(paper.outcome).label, language), printable(paper.source));
    if (!paper.part.empty()) out += fmt::format(" [{}]", printable(paper.part));
    if (!paper.file.empty()) out += fmt::format(" → {}", printable(paper.file));
    out += "\n";
    for (const auto& reason : paper.reasons) {
        out += fmt::format("    {}\n", printable(say(reason.message, language)));
        if (reason.candidates.empty()) continue;
        const auto all = fmt::format("{}", fmt::join(reason.candidates, ", "));
        out += fmt::format("    {}\n", printable(say(Word::candidates_are, language, all)));
    }
    return out;
}

void write_reason(JsonWriter& json, const Reason& reason, Language language) {
    json.begin_object();
    json.text_or_null("field", reason.field);
    json.member("message", say(reason.message, language));
    json.key("candidates");
    json.begin_array();
    for (const auto& candidate : reason.candidates) json.value(candidate);
    json.end_array();
    json.end_object();
}

void write_paper(JsonWriter& json, const ImportedPaper& paper, Language language) {
    json.begin_object();
    json.member("source", paper.source);
    json.text_or_null("part", paper.part);
    json.member("outcome", info(paper.outcome).id);
    json.text_or_null("plan", paper.plan);
    json.text_or_null("agency", paper.agency);
    json.text_or_null("obligation", paper.obligation);
    json.text_or_null("period", paper.period);
    json.text_or_null("received", paper.received);
    json.text_or_null("document", paper.document);
    json.text_or_null("document_date", paper.document_date);
    json.text_or_null("file", paper.file);
    json.key("reasons");
    json.begin_array();
    for (const auto& reason : paper.reasons) write_reason(json, reason, language);
    json.end_array();
    json.end_object();
}

}  // namespace

std::string import_text(ImportAnswer papers, Language language) {
    if (papers.empty()) return say(Word::no_papers, language) + "\n";
    std::string out;
    for (const auto& paper : papers) out += line_of(paper, language);
    std::string counts;
    for (const auto& [outcome, id, label] : kOutcomes) {
        const auto count = count_of(papers, outcome);
        if (count == 0) continue;
        counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", say(label, language), count);
    }
    const auto all = static_cast<std::int64_t>(papers.size());
    return out + say_count(Word::papers_in_all, language, all, counts) + "\n";
}

std::string import_json(ImportAnswer papers, Language language) {
    JsonWriter json;
    json.begin_object(JsonWriter::Layout::lines);
    json.member("format", "plantool/import@1");
    json.key("papers");
    json.begin_array(JsonWriter::Layout::lines);
    for (const auto& paper : papers) write_paper(json, paper, language);
    json.end_array();
    json.key("counts");
    json.begin_object();
    for (const auto& entry : kOutcomes) json.member(entry.id, count_of(papers, entry.outcome));
    json.end_object();
    json.end_object();
    std::string out;
    json.flush([&](std::string_view text) { out += text; });
    return out + "\n";
}

bool is_settled(ImportAnswer papers) {
    return std::all_of(papers.begin(), papers.end(), [](const ImportedPaper& paper) {
        return paper.outcome == Outcome::taken || paper.outcome == Outcome::duplicate ||
               paper.outcome == Outcome::not_a_report;
    });
}

}  // namespace plantool
