#include "store/recorded_rows.hpp"

#include "read/submission/formats.hpp"
#include "store/rank.hpp"
#include "store/stored_text.hpp"
#include "text/utf8.hpp"
#include "write/kit/json_writer.hpp"

namespace plantool {
namespace {

std::string from_hex(std::string_view digits) {
    const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string out;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        out += static_cast<char>(value(digits[i]) * 16 + value(digits[i + 1]));
    }
    return out;
}

/// In both languages: who looks into the table may read either.
std::string findings_json(const std::vector<Diagnostic>& findings) {
    JsonWriter json;
    json.begin_array();
    for (const auto& finding : findings) {
        json.begin_object();
        json.member("code", info(finding.code).id);
        json.member("severity", severity_name(finding.severity));
        json.member("line", finding.line);
        json.member("column", finding.column);
        json.text_or_null("path", finding.path);
        json.member("message", say(finding.message, Language::en));
        json.member("message_vi", say(finding.message, Language::vi));
        json.end_object();
    }
    json.end_array();
    auto text = json.take();
    // The type of the column has no byte 0, however it is written.
    for (auto at = text.find("\\u0000"); at != std::string::npos; at = text.find("\\u0000", at)) {
        text.replace(at, 6, "\uFFFD");
    }
    return text;
}

std::vector<std::string> ids_of(const std::vector<Code>& codes) {
    std::vector<std::string> ids;
    for (const auto code : codes) ids.emplace_back(info(code).id);
    return ids;
}

void add_paper(CopiedRows& rows, const EntryRecord& record, const LaidPlan* laid) {
    const auto& paper = record.paper;
    const auto id = [](const Text& text) { return std::string_view(text.value); };
    std::string_view plan;
    std::string_view agency;
    std::string_view obligation;
    std::string_view period;
    if (laid != nullptr) {
        plan = id(laid->plan.head.id);
        if (paper.agency) agency = id(laid->plan.agencies[*paper.agency].id);
        if (paper.obligation) obligation = id(laid->plan.obligations[*paper.obligation].id);
        if (paper.slot) period = laid->schedule.slots[*paper.slot].period.id;
    }
    for (const auto text : {plan, agency, obligation, period}) rows.text(text);
    rows.day(day_of(paper.received));
    rows.number(paper.received ? paper.received->millisecond : 0);
    rows.day(paper.document_date);
    rows.text(record.document);
}

}  // namespace

void add_text(CopiedRows& rows, std::int64_t number, const Piece& piece) {
    rows.begin_row(9);
    rows.large_number(number);
    rows.text(printable(piece.file));
    rows.text(piece.format->name);
    rows.number(piece.source->first_line());
    rows.large_number(static_cast<std::int64_t>(piece.source->first_offset()));
    rows.flag(piece.first);
    piece.header ? rows.bytes(piece.header->text()) : rows.null();
    rows.bytes(piece.source->text());
    rows.bytes(noted_attachments(piece));
}

void add_submission(CopiedRows& rows, std::int64_t text, const std::string& file,
                    const EntryRecord& record, const LaidPlan* laid) {
    rows.begin_row(22);
    add_paper(rows, record, laid);
    rows.flag(record.errors.empty());
    rows.texts(ids_of(record.errors));
    rows.json(findings_json(record.findings));
    rows.flag(record.has_content);
    rows.flag(record.nil);
    std::vector<std::string> tasks;
    for (const auto task : record.tasks) tasks.push_back(laid->plan.obligations[task].id.value);
    rows.texts(tasks);
    rows.bytes(from_hex(record.content));
    rows.number(0);  // the copy is counted by the server
    record.repetition.empty() ? rows.null() : rows.bytes(from_hex(record.repetition));
    rows.text(printable(file));
    rows.number(record.line);
    rows.large_number(text);
    rows.number(record.nth);
    rows.text(record.paper.received ? rank_of(record, text, printable(file)) : "");
}

}  // namespace plantool
