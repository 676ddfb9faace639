#include <filesystem>
#include <utility>

#include "core/submission/moments.hpp"
#include "intake/batch.hpp"
#include "text/labels.hpp"
#include "text/message.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// A piece is shorter than 4 GiB, and so is what it comes to.
std::uint32_t count_of(const auto& list) {
    return static_cast<std::uint32_t>(list.size());
}

/// Faults of form are graded as the first plan says that is asked: whose submission it is cannot be
/// known.
void refuse_reading(Batch& batch, Reading& reading, std::span<const PlanIntake> plans,
                    std::uint32_t home) {
    reading.diagnostics.grade_by(plans[home].laid->plan.severities);
    CitedPaper paper;
    paper.origin = {batch.piece.file, reading.line, 0};
    paper.errors = reading.diagnostics.error_codes();
    batch.entries.back().plan = home;
    batch.entries.back().refused = count_of(batch.refused);
    batch.refused.push_back(std::move(paper));
}

IndicatorNames names_of_all(std::span<const PlanIntake> plans) {
    IndicatorNames names;
    for (const auto& plan : plans) {
        for (auto& [name, id] : indicator_names(plan.laid->plan)) names.emplace(name, id);
    }
    return names;
}

std::vector<std::unique_ptr<SubmissionChecker>> checkers_of(std::span<const PlanIntake> plans,
                                                            const IntakeOptions& options) {
    std::vector<std::unique_ptr<SubmissionChecker>> checkers;
    if (options.depth == Depth::form) return checkers;
    // What is not told needs no suggestions. As many as may be told of a file are made for it by
    // each thread: which of them will be told is known only when they are brought together.
    const auto suggestions = options.findings == nullptr ? 0 : FindingLimit::kMost;
    for (const auto& plan : plans) {
        checkers.push_back(
            std::make_unique<SubmissionChecker>(*plan.laid, options.today, suggestions));
    }
    return checkers;
}

bool takes(const Piece& piece, int nth) {
    const auto at = static_cast<std::size_t>(nth);
    return !piece.taken || (at < piece.taken->size() && (*piece.taken)[at]);
}

/// Before its plan says what is wrong with it.
void begin_record(Batch& batch, const Reading& reading, int nth) {
    auto& record = batch.records.emplace_back();
    record.nth = nth;
    record.line = reading.line;
    record.readable = reading.submission != nullptr;
    record.content = content_digest(reading, batch.piece);
}

/// What its plan made of the last entry.
void complete_record(Batch& batch, const Reading& reading) {
    const auto& entry = batch.entries.back();
    auto& record = batch.records.back();
    record.plan = entry.plan;
    record.paper = entry.paper;
    record.has_content = entry.has_content;
    record.nil = entry.nil;
    record.errors = reading.diagnostics.error_codes();
    record.findings = reading.diagnostics.all();
    batch.entries.back().record = count_of(batch.records) - 1;
    if (reading.submission == nullptr) return;
    record.document = to_nfc(reading.submission->document_number);
    record.tasks.assign(batch.tasks.begin() + entry.tasks.begin,
                        batch.tasks.begin() + entry.tasks.end);
}

/// Those of a refused submission too: what it names is accounted for.
void add_attachments(Batch& batch, const RawSubmission& raw) {
    const auto folder = std::filesystem::path(batch.piece.file).parent_path();
    for (const auto& attachment : raw.attachments) {
        batch.attachments.push_back((folder / attachment.file.value).generic_string());
    }
}

}  // namespace

BatchMaker::BatchMaker(std::span<const PlanIntake> plans, const IntakeOptions& options)
    : plans_(plans),
      options_(options),
      indicators_(names_of_all(plans)),
      checkers_(checkers_of(plans, options)),
      router_(plans, checkers_) {}

Batch BatchMaker::make(Piece piece) {
    Batch batch;
    batch.piece = std::move(piece);
    batch.piece.indicators = &indicators_;
    if (batch.piece.file != file_) {
        file_ = batch.piece.file;
        for (const auto& checker : checkers_) checker->begin_file();
    }
    batch.cross.resize(plans_.size());
    if (batch.piece.source) {
        constexpr std::size_t kUsualLine = 256;
        batch.entries.reserve(batch.piece.source->text().size() / kUsualLine + 1);
    }
    int readings = 0;
    batch.readable =
        read_piece(batch.piece, [&](Reading& reading) { add(batch, reading, readings++); });
    if (!batch.readable && batch.piece.is_whole_file()) {
        return refused_batch(std::move(batch.piece), plans_, options_);
    }
    return batch;
}

void BatchMaker::add(Batch& batch, Reading& reading, int nth) {
    static const BatchEntry empty;  // quicker to copy than to make each time
    if (!takes(batch.piece, nth)) return;
    const bool recorded = options_.recorded != nullptr;
    if (recorded) begin_record(batch, reading, nth);
    batch.entries.push_back(empty);
    if (reading.submission == nullptr) {
        refuse_reading(batch, reading, plans_, router_.home());
    } else {
        ++batch.counts.submissions;
        if (options_.attachment) add_attachments(batch, *reading.submission);
        const auto route = router_.route(*reading.submission);
        if (route.elsewhere) ++batch.counts.elsewhere;
        if (route.elsewhere || plans_[route.plan].passed_over) {
            if (recorded) batch.records.back().elsewhere = true;
            batch.entries.pop_back();
            return;
        }
        if (options_.depth == Depth::form) {
            reading.diagnostics.grade_by(plans_[route.plan].laid->plan.severities);
            batch.entries.pop_back();
        } else if (!route.several.empty()) {
            refuse_several(batch, reading, route.several);
        } else {
            check(batch, reading, route.plan);
        }
    }
    if (recorded && options_.depth == Depth::whole) complete_record(batch, reading);
    if (options_.findings != nullptr && !reading.diagnostics.all().empty()) {
        batch.findings.append(std::move(reading.diagnostics));
    }
}

void BatchMaker::refuse_several(Batch& batch, Reading& reading, const PlanChoice& plans) {
    const auto& raw = *reading.submission;
    std::vector<std::string_view> ids;
    for (const auto plan : plans) ids.push_back(plans_[plan].laid->plan.head.id.value);
    reading.diagnostics.add({Code::s_several_plans,
                             raw.obligation ? raw.obligation->span : raw.span,
                             {Word::fits_several_plans, in_backquotes(ids)},
                             {Word::say_which_plan},
                             "/obligation"});
    refuse_reading(batch, reading, plans_, router_.home());
    if (!raw.received) return;
    batch.refused.back().received =
        moment_of(*raw.received, plans_[router_.home()].laid->plan.zone());
}

void BatchMaker::check(Batch& batch, Reading& reading, std::uint32_t plan) {
    const auto& intake = plans_[plan];
    auto& entry = batch.entries.back();
    entry.plan = plan;
    reading.diagnostics.grade_by(intake.laid->plan.severities);
    checkers_[plan]->check(*reading.submission, reading.diagnostics, checked_);
    entry.paper = checked_.paper;
    entry.line = checked_.raw->line;
    if (checked_.valid()) {
        add_valid(batch, entry, plan);
    } else {
        entry.refused = count_of(batch.refused);
        batch.refused.push_back(cite(checked_));
    }
    const auto extent = intake.wanted ? intake.wanted(checked_) : Extent::nothing;
    if (extent == Extent::nothing) return;
    entry.kept = count_of(batch.kept);
    batch.kept.push_back(keep(checked_, extent));
}

void BatchMaker::add_valid(Batch& batch, BatchEntry& entry, std::uint32_t plan) {
    const auto& raw = *checked_.raw;
    entry.has_content = says_something(checked_);
    entry.nil = raw.nil;
    entry.document.begin = count_of(batch.texts);
    batch.texts += raw.document_number;
    entry.document.end = count_of(batch.texts);
    entry.tasks.begin = count_of(batch.tasks);
    for (const auto& result : checked_.results) {
        if (result.task != kNoTask) batch.tasks.push_back(result.task);
    }
    entry.tasks.end = count_of(batch.tasks);
    entry.print = fingerprint(checked_.paper, raw.document_number, plan);
    entry.agency = raw.agency->span;
    if (plans_[plan].cross != nullptr) entry.cross = batch.cross[plan].add(checked_);
}

Batch refused_batch(Piece piece, std::span<const PlanIntake> plans, const IntakeOptions& options) {
    make_whole(piece);
    auto reading = refused_file(piece);
    Batch batch;
    batch.piece = std::move(piece);
    if (!takes(batch.piece, 0)) return batch;
    batch.entries.emplace_back();
    if (options.recorded) begin_record(batch, reading, 0);
    refuse_reading(batch, reading, plans, home_of(plans));
    if (options.recorded) complete_record(batch, reading);
    if (options.findings != nullptr) batch.findings.append(std::move(reading.diagnostics));
    return batch;
}

}  // namespace plantool
