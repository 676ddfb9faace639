// Any bytes as a file of submissions, of each kind: they are read and checked as a command does it,
// every finding stands somewhere in the text, and the quick way of reading a line of NDJSON comes
// to what the thorough one does.

#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

#include "core/schedule/schedule.hpp"
#include "core/submission/checker.hpp"
#include "read/plan/plan_file.hpp"
#include "read/submission/formats.hpp"

namespace {

using namespace plantool;

const LaidPlan& plan_2022() {
    static const auto against = [] {
        Diagnostics found;
        auto out = std::make_unique<LaidPlan>();
        out->plan = read_plan("data/plan-2022.yaml", found);
        resolve(out->plan, found);
        out->schedule = build_schedule(out->plan, make_day(2022, 7, 5), found);
        return out;
    }();
    return *against;
}

[[noreturn]] void fail(const std::string& what) {
    fmt::print(stderr, "{}\n", what);
    std::abort();
}

void require_places(const Diagnostics& found, int lines) {
    for (const auto& one : found.all()) {
        const bool inside = one.line >= 1 && one.line <= lines && one.column >= 1 &&
                            one.end_line >= one.line && !one.message.empty();
        if (!inside)
            fail(fmt::format("{}:{} of {}: {}", one.line, one.column, lines,
                             say(one.message, Language::en)));
    }
}

std::string text_of(const std::optional<TextView>& text) {
    return text ? fmt::format("«{}»", text->value) : "none";
}

std::string text_of(const RawSubmission& one) {
    auto out = fmt::format("{} {} {} {} {} {} via {} | {} | {} | {} | {}\n", text_of(one.agency),
                           text_of(one.obligation), text_of(one.period), one.document_number,
                           one.document_date ? format_date(one.document_date->value) : "-",
                           one.received ? format_date(one.received->day) : "-", one.via,
                           one.difficulties, one.proposals, one.next, one.note);
    for (const auto& result : one.results) {
        out += fmt::format("  {}: {}\n", text_of(result.task), result.summary);
        for (const auto& figure : one.figures_of(result)) {
            out += fmt::format("    {} = {}\n", figure.indicator.value, figure.value.value);
        }
    }
    return out;
}

/// What was read without a fault, one after the other; nothing where there was any.
std::optional<std::string> read(std::string_view ending, const std::string& text) {
    constexpr Day kAsOf = Day(std::chrono::days(19'000));
    const auto& against = plan_2022();
    Piece piece;
    piece.format = submission_format(ending);
    piece.file = "fuzz";
    piece.source = std::make_shared<const Source>("fuzz", text);
    if (piece.format->has_header) {
        const auto end = text.find('\n');
        if (end == std::string::npos) return std::nullopt;
        piece.header = std::make_shared<const Source>("fuzz", text.substr(0, end + 1));
        piece.source = std::make_shared<const Source>("fuzz", text.substr(end + 1), 2, end + 1);
    }
    const auto lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1;
    SubmissionChecker checker(against, kAsOf);
    CheckedSubmission checked;
    std::optional<std::string> out = "";
    const bool whole = read_piece(piece, [&](Reading& reading) {
        if (!reading.diagnostics.all().empty()) out.reset();
        if (reading.submission != nullptr) {
            if (out) *out += text_of(*reading.submission);
            checker.check(*reading.submission, reading.diagnostics, checked);
        }
        require_places(reading.diagnostics, lines);
    });
    return whole ? out : std::nullopt;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    for (const auto* file : {"fuzz.yaml", "fuzz.csv"}) read(file, text);
    const auto json = read("fuzz.json", text);
    const auto ndjson = read("fuzz.ndjson", text);
    const bool one_line = text.find('\n') == std::string::npos && text.starts_with('{');
    if (one_line && ndjson && json && *ndjson != *json) {
        fail("read quickly:\n" + *ndjson + "thoroughly:\n" + *json);
    }
    return 0;
}
