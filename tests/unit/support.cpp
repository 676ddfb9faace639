#include "support.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "read/plan/plan_file.hpp"
#include "read/submission/submission_source.hpp"

namespace plantool::testing {
namespace {

namespace fs = std::filesystem;

std::optional<Text> kept(const std::optional<TextView>& text) {
    if (!text) return std::nullopt;
    return Text{std::string(text->value), {}};
}

KeptSubmission kept(const RawSubmission& raw) {
    KeptSubmission out;
    out.agency = kept(raw.agency);
    out.obligation = kept(raw.obligation);
    out.period = kept(raw.period);
    out.document_number = raw.document_number;
    out.document_date = raw.document_date;
    out.received = raw.received;
    out.via = raw.via;
    for (const auto& result : raw.results) {
        auto& own = out.results.emplace_back();
        own.task = kept(result.task);
        own.summary = result.summary;
        for (const auto& figure : raw.figures_of(result)) {
            own.figures.push_back(
                {{std::string(figure.indicator.value), {}}, {std::string(figure.value.value), {}}});
        }
    }
    out.difficulties = raw.difficulties;
    out.proposals = raw.proposals;
    out.next = raw.next;
    out.note = raw.note;
    return out;
}

KeptReading kept(Reading& reading) {
    KeptReading out{reading.line, std::nullopt, std::move(reading.diagnostics)};
    if (reading.submission != nullptr) out.submission = kept(*reading.submission);
    return out;
}

}  // namespace

TempFolder::TempFolder() {
    auto pattern = (fs::temp_directory_path() / "plantool-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path TempFolder::write(const std::string& name, std::string_view bytes) const {
    const auto path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
    return path;
}

TestPlan::TestPlan(const std::string& yaml, const std::string& events,
                   std::optional<std::string_view> as_of) {
    const TempFolder folder;
    plan = read_plan(folder.write("plan.yaml", yaml), found);
    if (!events.empty()) add_own_events(plan, folder.write("events.yaml", events), found);
    lay_out(as_of);
}

std::string plan_from_to(const std::string& from, const std::string& to, const std::string& rest) {
    return fmt::format(
        "format: plantool/plan@1\n"
        "plan: {{id: kh, number: 1-KH, title: Kế hoạch, issued: 2020-01-01, from: {}, to: {}}}\n{}",
        from, to, rest);
}

std::string plan_2022(const std::string& rest) {
    return plan_from_to("2022-01-01", "2022-12-31",
                        "agencies:\n"
                        "  - {id: a, name: Sở Công Thương}\n"
                        "  - {id: b, name: Sở Y tế}\n"
                        "  - {id: c, name: Sở Xây dựng}\n" +
                            rest);
}

std::string report_2022(const std::string& cadence, const std::string& due,
                        const std::string& more) {
    const auto keys = more.empty() ? std::string() : ", " + more;
    return plan_2022(fmt::format(
        "reports:\n  - {{id: r, title: Báo cáo, from: [a, b, c], cadence: {}, due: {}{}}}\n",
        cadence, due, keys));
}

std::string Sent::json() const {
    auto line = fmt::format(R"({{"obligation": "{}", "agency": "{}", "received": "{}")", obligation,
                            agency, received);
    if (!period.empty()) line += fmt::format(R"(, "period": "{}")", period);
    if (!document.empty() || !document_date.empty()) {
        line += fmt::format(R"(, "document": {{"number": "{}")", document);
        if (!document_date.empty()) line += fmt::format(R"(, "date": "{}")", document_date);
        line += '}';
    }
    if (!extra.empty()) line += ", " + extra;
    return line + "}\n";
}

void hand_in(const Submission& s, Assessment& assessment, ContentKeeper& contents) {
    std::vector<ObligationIx> tasks;
    for (const auto& result : s.results) {
        if (result.task != kNoTask) tasks.push_back(result.task);
    }
    Standing standing;
    if (s.valid()) {
        standing = assessment.add({.paper = s,
                                   .document = s.document,
                                   .tasks = tasks,
                                   .file = s.origin.file,
                                   .line = s.origin.line,
                                   .ordinal = s.origin.ordinal});
    } else {
        assessment.refuse(s);
    }
    contents.add(s, standing);
}

Assessment assess_with(const TestPlan& test, std::string_view as_of,
                       const std::vector<Sent>& sent) {
    std::string lines;
    for (const auto& one : sent) lines += one.json();
    Assessment assessment(test, day(as_of));
    take_in_bytes(test, as_of, "sent.ndjson", lines, {.assessment = &assessment});
    return assessment;
}

void add_own_events(Plan& plan, const std::filesystem::path& path, Diagnostics& found) {
    auto file = read_events(path, found);
    note_events_file(plan, file);
    append(plan, std::move(file.entries));
}

void take_in_bytes(const TestPlan& test, std::string_view as_of, const std::string& name,
                   std::string_view bytes, PlanIntake intake, Diagnostics* findings, int threads) {
    const TempFolder folder;
    const auto files = find_submissions({folder.write(name, bytes).string()});
    intake.laid = &test;
    take_in(std::span(&intake, 1), source_of(files),
            {.today = day(as_of), .threads = threads, .findings = findings});
}

Strings plan_places(const std::string& yaml) {
    return places_of(TestPlan(yaml).found);
}

std::vector<KeptReading> read_bytes(const std::string& name, std::string_view bytes) {
    const TempFolder folder;
    std::vector<KeptReading> readings;
    const auto files = find_submissions({folder.write(name, bytes).string()});
    const auto source = source_of(files);
    while (auto piece = source()) {
        const bool readable =
            read_piece(*piece, [&](Reading& reading) { readings.push_back(kept(reading)); });
        if (readable) continue;
        auto refused = refused_file(*piece);
        readings.clear();
        readings.push_back(kept(refused));
    }
    return readings;
}

Strings readings_of(const std::string& name, std::string_view bytes) {
    Strings out;
    for (const auto& reading : read_bytes(name, bytes)) {
        auto line = fmt::format("{}", reading.line);
        for (const auto& place : places_of(reading.diagnostics)) line += " " + place;
        if (!reading.submission) line += " refused";
        out.push_back(std::move(line));
    }
    return out;
}

std::vector<Strings> read_table(const std::string& name) {
    std::ifstream in("tests/data/" + name, std::ios::binary);
    if (!in) throw std::runtime_error("no tests/data/" + name + ": run in the source root");
    std::vector<Strings> records;
    Strings record(1);
    bool quoted = false;
    for (char c = 0; in.get(c);) {
        if (c == '"') {
            const bool doubled = quoted && in.peek() == '"';
            if (doubled) record.back() += static_cast<char>(in.get());
            if (!doubled) quoted = !quoted;
        } else if (c == ',' && !quoted) {
            record.emplace_back();
        } else if (c == '\n' && !quoted) {
            records.push_back(std::exchange(record, Strings(1)));
        } else if (c != '\r') {
            record.back() += c;
        }
    }
    if (record != Strings(1)) records.push_back(std::move(record));
    records.erase(records.begin());
    return records;
}

}  // namespace plantool::testing
