// Any bytes as words: names and their folding, periods, cadences, days, due rules, agencies and
// duties in sentences, and the whole as the document of a plan. What is understood is text, and
// folding what was folded changes nothing more.

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/schedule/schedule.hpp"
#include "core/time/cadence_word.hpp"
#include "core/time/period.hpp"
#include "core/time/period_words.hpp"
#include "read/draft/document/plan_document.hpp"
#include "read/draft/phrases/day_phrase.hpp"
#include "read/draft/phrases/duty_phrase.hpp"
#include "read/draft/phrases/report_phrase.hpp"
#include "read/draft/phrases/when.hpp"
#include "read/draft/plan_draft.hpp"
#include "read/paper/paper_facts.hpp"
#include "read/plan/plan_file.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"
#include "write/plan/plan_yaml.hpp"

namespace {

using namespace plantool;

void require(bool right) {
    if (!right) std::abort();
}

void require_text(std::string_view text) {
    require(!first_invalid_utf8(text));
}

void read_periods(const std::string& text) {
    for (const auto& id : cadence_ids()) {
        const auto cadence = parse_cadence(id);
        require(cadence.has_value());
        if (const auto period = period_id_in_words(*cadence, text)) require_text(*period);
        (void)canonical_period_id(*cadence, text);
        (void)read_when_of(*cadence, text, 2022);
    }
    for (int month = 1; month <= 12; ++month) (void)named_span(text, month);
    (void)read_when(text, 2022);
}

/// The plan that comes of a document with an obligation is without errors, once it is written and
/// read again, whatever the document says.
void require_sound_draft(const std::string& text) {
    const auto draft = draft_of(plan_document(read_plain_text(text)), make_day(2022, 7, 5));
    if (draft.plan.obligations.empty()) return;
    const auto yaml = plan_yaml(draft.plan, PlanComments{});
    const int file = ::memfd_create("plan.yaml", MFD_CLOEXEC);
    require(file >= 0);
    require(::write(file, yaml.data(), yaml.size()) == static_cast<ssize_t>(yaml.size()));
    Diagnostics found;
    auto plan = read_plan(fmt::format("/proc/self/fd/{}", file), found);
    ::close(file);
    resolve(plan, found);
    build_schedule(plan, make_day(2022, 7, 5), found);
    for (const auto& one : found.all()) {
        if (one.severity != Severity::error) continue;
        fmt::print(stderr, "{}: {}\n{}\n", one.line, say(one.message, Language::en), yaml);
        std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (first_invalid_utf8(bytes)) return 0;  // refused before it is looked at
    require_text(to_nfc(bytes));
    require_text(printable(bytes));
    const auto folded = fold_name(bytes);
    require_text(folded);
    require(fold_name(to_nfc(bytes)) == folded);
    require_text(fold_without_diacritics(bytes));
    read_periods(bytes);
    for (const auto& phrase : day_phrases(WordsIn(bytes))) (void)phrase;
    (void)within_phrase(WordsIn(bytes));
    (void)tells_duty(bytes);
    (void)labelled_line(bytes);
    (void)labelled_within(bytes);
    (void)reports_in(bytes, 2022);
    require_sound_draft(bytes);
    return 0;
}
