#include "cli/batch.hpp"

#include <fmt/format.h>

#include <utility>

#include "text/utf8.hpp"

namespace plantool {
namespace {

/// A piece is shorter than 4 GiB, and so is what it comes to.
std::uint32_t count_of(const auto& list) {
    return static_cast<std::uint32_t>(list.size());
}

std::string_view document_of(const Batch& batch, const BatchEntry& entry) {
    const auto [begin, end] = entry.document;
    return std::string_view(batch.texts).substr(begin, end - begin);
}

}  // namespace

BatchMaker::BatchMaker(const IntakeContext& context, const IntakeSinks& sinks)
    : context_(context),
      sinks_(sinks),
      zone_(context.plan.zone()),
      checker_(context.plan, context.schedule, context.as_of) {}

Batch BatchMaker::make(Piece piece) {
    Batch batch;
    batch.piece = std::move(piece);
    if (batch.piece.source) {
        constexpr std::size_t kUsualLine = 256;
        batch.entries.reserve(batch.piece.source->text().size() / kUsualLine + 1);
    }
    batch.readable = read_piece(batch.piece, zone_, [&](Reading& reading) { add(batch, reading); });
    const bool whole_file = batch.piece.first && batch.piece.last;
    if (!batch.readable && whole_file) return refused_batch(batch.piece, context_, sinks_);
    return batch;
}

void BatchMaker::add(Batch& batch, Reading& reading) {
    static const BatchEntry empty;  // quicker to copy than to make each time
    batch.entries.push_back(empty);
    if (reading.submission == nullptr) {
        reading.diagnostics.regrade(context_.plan.severities);
        refuse(batch, reading);
    } else {
        ++batch.submissions;
        checker_.check(*reading.submission, reading.diagnostics, checked_);
        if (checked_.valid) {
            add_valid(batch);
        } else {
            refuse(batch, reading);
        }
        const auto extent = sinks_.wanted ? sinks_.wanted(checked_) : Extent::nothing;
        if (extent != Extent::nothing) {
            batch.entries.back().kept = count_of(batch.kept);
            batch.kept.push_back(keep(checked_, extent));
        }
    }
    if (sinks_.findings != nullptr && !reading.diagnostics.all().empty()) {
        batch.findings.append(std::move(reading.diagnostics));
    }
}

void BatchMaker::add_valid(Batch& batch) {
    const auto& raw = *checked_.raw;
    auto& entry = batch.entries.back();
    entry.arrival.agency = *checked_.agency;
    entry.arrival.obligation = *checked_.obligation;
    entry.arrival.row = checked_.row;
    entry.arrival.received = *checked_.received;
    entry.arrival.document_date = checked_.document_date;
    entry.arrival.line = raw.line;
    entry.document.begin = count_of(batch.texts);
    batch.texts += raw.document_number;
    entry.document.end = count_of(batch.texts);
    entry.tasks.begin = count_of(batch.tasks);
    for (const auto& result : checked_.results) batch.tasks.push_back(result.task);
    entry.tasks.end = count_of(batch.tasks);
    entry.print = fingerprint(checked_);
    entry.agency = raw.agency->span;
    if (sinks_.cross != nullptr) entry.cross = batch.cross.add(checked_);
}

void BatchMaker::refuse(Batch& batch, Reading& reading) const {
    Refusal refusal;
    refusal.origin = {batch.piece.file, reading.line};
    refusal.errors = reading.diagnostics.error_codes();
    if (reading.submission != nullptr) {
        refusal.row = checked_.row;
        refusal.received = checked_.received;
    }
    batch.entries.back().refusal = count_of(batch.refusals);
    batch.refusals.push_back(std::move(refusal));
}

Batch refused_batch(const Piece& piece, const IntakeContext& context, const IntakeSinks& sinks) {
    auto reading = refused_file(piece.file, context.plan.zone());
    reading.diagnostics.regrade(context.plan.severities);
    Batch batch;
    batch.piece = piece;
    batch.entries.emplace_back().refusal = 0;
    batch.refusals.push_back(
        {{piece.file, reading.line}, reading.diagnostics.error_codes(), {}, {}});
    if (sinks.findings != nullptr) batch.findings.append(std::move(reading.diagnostics));
    return batch;
}

void BatchFolder::fold(Batch batch) {
    const bool part = !batch.piece.first || !batch.piece.last;
    const bool falls_as_a_whole = batch.piece.kind == SubmissionKind::yaml && part;
    if (!falls_as_a_whole) return fold_now(batch);
    held_.push_back(std::move(batch));
    if (!held_.back().piece.last) return;
    auto parts = std::exchange(held_, {});
    for (const auto& held : parts) {
        if (held.readable) continue;
        auto refused = refused_batch(held.piece, context_, sinks_);
        return fold_now(refused);
    }
    for (auto& held : parts) fold_now(held);
}

void BatchFolder::fold_now(Batch& batch) {
    constexpr std::size_t kAhead = 16;
    auto& entries = batch.entries;
    if (files_.empty() || files_.back() != batch.piece.file) files_.push_back(batch.piece.file);
    submissions_ += batch.submissions;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i + kAhead < entries.size() && entries[i + kAhead].print) {
            repetitions_.expect(*entries[i + kAhead].print);
        }
        fold_entry(batch, entries[i]);
    }
    if (sinks_.findings != nullptr) sinks_.findings->append(std::move(batch.findings));
    if (sinks_.progress) sinks_.progress(submissions_);
}

void BatchFolder::fold_entry(Batch& batch, BatchEntry& entry) {
    auto& arrival = entry.arrival;
    arrival.order = order_++;
    if (!entry.refusal && entry.print && is_repeated(batch, entry)) {
        entry.refusal = count_of(batch.refusals);
        batch.refusals.push_back({{batch.piece.file, arrival.line},
                                  {Code::s_repeated_submission},
                                  arrival.row,
                                  arrival.received});
        if (entry.kept) {
            batch.kept[*entry.kept].valid = false;
            batch.kept[*entry.kept].errors = {Code::s_repeated_submission};
        }
    }
    if (entry.kept) {
        batch.kept[*entry.kept].order = arrival.order;
        sinks_.kept(std::move(batch.kept[*entry.kept]));
    }
    if (entry.cross && !entry.refusal) {
        sinks_.cross->add(batch.cross, *entry.cross, batch.piece.file);
    }
    if (sinks_.assessment == nullptr) return;
    if (entry.refusal) {
        sinks_.assessment->refuse(std::move(batch.refusals[*entry.refusal]));
        return;
    }
    arrival.file = batch.piece.file;
    arrival.document = document_of(batch, entry);
    arrival.tasks =
        std::span(batch.tasks).subspan(entry.tasks.begin, entry.tasks.end - entry.tasks.begin);
    sinks_.assessment->add(arrival);
}

/// Reports a document that was read before. A plan may make less than an error of it.
bool BatchFolder::is_repeated(Batch& batch, const BatchEntry& entry) {
    const auto file = static_cast<std::uint32_t>(files_.size() - 1);
    const auto first = repetitions_.note(*entry.print, {file, entry.arrival.line});
    if (!first) return false;
    Diagnostic diagnostic;
    static_cast<Place&>(diagnostic) = place_of(entry.agency);
    diagnostic.code = Code::s_repeated_submission;
    diagnostic.message = fmt::format(
        "document {} of `{}`, received on {}, was read before", to_nfc(document_of(batch, entry)),
        context_.plan.agencies[entry.arrival.agency].id.value, format_date(entry.arrival.received));
    diagnostic.help = "take one of the two out; a correction has a number or a day of its own";
    Place place;
    place.file = files_[first->file];
    place.line = place.end_line = first->line;
    diagnostic.notes.push_back({"the first one begins here", std::move(place)});
    Diagnostics found;
    found.add(std::move(diagnostic));
    found.regrade(context_.plan.severities);
    const bool refused = found.has_errors();
    if (sinks_.findings != nullptr) batch.findings.append(std::move(found));
    return refused;
}

}  // namespace plantool
