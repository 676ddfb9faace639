#include <utility>

#include "intake/batch.hpp"
#include "read/submission/formats.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

std::string_view document_of(const Batch& batch, const BatchEntry& entry) {
    const auto [begin, end] = entry.document;
    return std::string_view(batch.texts).substr(begin, end - begin);
}

/// The row that the paper belongs to on another day of asking, when others may owe the report.
std::optional<RowIx> row_on(const Assessment& day, const Paper& paper) {
    if (!paper.slot || !paper.agency) return std::nullopt;
    const auto match =
        rows_for(day.plan(), day.schedule(), *paper.slot, *paper.agency, day_of(paper.received));
    return match.rows.size() == 1 ? std::optional(match.rows.front()) : std::nullopt;
}

}  // namespace

void BatchFolder::fold(Batch batch) {
    if (options_.is_taken && !options_.is_taken(batch.piece.file)) return;
    const bool falls_as_a_whole =
        batch.piece.format->all_or_nothing && !batch.piece.is_whole_file();
    if (!falls_as_a_whole) return fold_now(batch);
    held_.push_back(std::move(batch));
    if (!held_.back().piece.last) return;
    auto parts = std::exchange(held_, {});
    for (const auto& held : parts) {
        if (held.readable) continue;
        auto refused = refused_batch(held.piece, plans_, options_);
        refused.piece.last = true;
        refused.piece.sha256 = parts.back().piece.sha256;
        return fold_now(refused);
    }
    for (auto& held : parts) fold_now(held);
}

void BatchFolder::fold_now(Batch& batch) {
    constexpr std::size_t kAhead = 16;
    auto& entries = batch.entries;
    if (files_.empty() || files_.back() != batch.piece.file) {
        files_.push_back(batch.piece.file);
        ++counts_.files;
    }
    counts_.submissions += batch.counts.submissions;
    counts_.elsewhere += batch.counts.elsewhere;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i + kAhead < entries.size() && entries[i + kAhead].print) {
            repetitions_.expect(*entries[i + kAhead].print);
        }
        fold_entry(batch, entries[i]);
    }
    if (options_.findings != nullptr) {
        limit_.pass(batch.piece.file, std::move(batch.findings), *options_.findings);
    }
    for (const auto& file : batch.attachments) options_.attachment(file);
    if (options_.recorded) options_.recorded(batch.piece, std::move(batch.records));
    if (batch.piece.last && options_.file_read) {
        options_.file_read(batch.piece.file, batch.piece.sha256);
    }
    if (options_.progress) options_.progress(counts_.submissions);
}

void BatchFolder::fold_entry(Batch& batch, BatchEntry& entry) {
    const auto ordinal = next_ordinal_++;
    const auto& plan = plans_[entry.plan];
    if (!entry.refused && entry.print && !is_returned(batch, entry) && is_repeated(batch, entry)) {
        CitedPaper paper;
        static_cast<Paper&>(paper) = entry.paper;
        paper.origin = {batch.piece.file, entry.line, ordinal};
        paper.document = to_nfc(document_of(batch, entry));
        paper.errors = {Code::s_repeated_submission};
        if (entry.kept) batch.kept[*entry.kept].errors = paper.errors;
        entry.refused = static_cast<std::uint32_t>(batch.refused.size());
        if (entry.record) batch.records[*entry.record].errors = paper.errors;
        batch.refused.push_back(std::move(paper));
    }
    Standing standing;
    if (plan.assessment != nullptr) standing = take(batch, entry, ordinal);
    if (entry.cross && standing.counts) {
        plan.cross->add(batch.cross[entry.plan], *entry.cross, batch.piece.file,
                        filing_order(entry.paper, ordinal), entry.has_content, standing.content);
    }
    if (entry.kept) {
        auto& kept = batch.kept[*entry.kept];
        kept.origin.ordinal = ordinal;
        plan.kept(std::move(kept), standing);
    }
}

void BatchFolder::finish() {
    if (options_.findings != nullptr) limit_.finish(*options_.findings);
}

/// Hands it to all who ask for the papers of its plan, and gives what became of it for the first.
Standing BatchFolder::take(Batch& batch, const BatchEntry& entry, std::uint64_t ordinal) {
    const auto& plan = plans_[entry.plan];
    if (entry.refused) {
        auto& paper = batch.refused[*entry.refused];
        paper.origin.ordinal = ordinal;
        for (auto* other : plan.also) {
            auto same = paper;
            same.row = row_on(*other, paper);
            other->refuse(std::move(same));
        }
        plan.assessment->refuse(std::move(paper));
        return {};
    }
    Arrival arrival;
    arrival.paper = entry.paper;
    arrival.document = document_of(batch, entry);
    arrival.tasks =
        std::span(batch.tasks).subspan(entry.tasks.begin, entry.tasks.end - entry.tasks.begin);
    arrival.has_content = entry.has_content;
    arrival.nil = entry.nil;
    arrival.file = batch.piece.file;
    arrival.line = entry.line;
    arrival.ordinal = ordinal;
    for (auto* other : plan.also) {
        arrival.paper.row = row_on(*other, entry.paper);
        other->add(arrival);
    }
    arrival.paper.row = entry.paper.row;
    return plan.assessment->add(arrival);
}

/// What was sent back, on whatever day, is no repetition of what comes again.
bool BatchFolder::is_returned(const Batch& batch, const BatchEntry& entry) const {
    const auto* assessment = plans_[entry.plan].assessment;
    return assessment != nullptr && !assessment->returns().empty() &&
           assessment->returns().find(entry.paper, document_of(batch, entry)).has_value();
}

/// Tells of a document that was read before. A plan may make less than an error of it.
bool BatchFolder::is_repeated(Batch& batch, const BatchEntry& entry) {
    const auto file = static_cast<std::uint32_t>(files_.size() - 1);
    const auto first = repetitions_.note(*entry.print, {file, entry.line});
    auto* const record = entry.record ? &batch.records[*entry.record] : nullptr;
    if (!first && record != nullptr) {
        record->repetition =
            repetition_digest(*plans_[entry.plan].laid, entry.paper, document_of(batch, entry));
    }
    if (!first) return false;
    const auto& plan = plans_[entry.plan].laid->plan;
    Diagnostic diagnostic;
    static_cast<Place&>(diagnostic) = place_of(entry.agency);
    diagnostic.code = Code::s_repeated_submission;
    const auto number = to_nfc(document_of(batch, entry));
    const auto& agency = plan.agencies[*entry.paper.agency].id.value;
    const auto day = entry.paper.received->day;
    diagnostic.message = number.empty()
                             ? Message(Word::unnumbered_document_read_before, agency, day)
                             : Message(Word::document_read_before, number, agency, day);
    diagnostic.help = batch.piece.header != nullptr ? Message(Word::sort_rows)
                      : number.empty()              ? Message(Word::take_out_or_number)
                                                    : Message(Word::take_out_repetition);
    Place place;
    place.file = files_[first->file];
    place.line = place.end_line = first->line;
    diagnostic.notes.push_back({{Word::first_begins_here}, std::move(place)});
    Diagnostics found;
    found.grade_by(plan.severities);
    found.add(std::move(diagnostic));
    const bool refused = found.has_errors();
    if (record != nullptr) {
        record->findings.insert(record->findings.end(), found.all().begin(), found.all().end());
    }
    if (options_.findings != nullptr) batch.findings.append(std::move(found));
    return refused;
}

}  // namespace plantool
