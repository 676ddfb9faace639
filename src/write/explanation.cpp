#include "write/explanation.hpp"

#include <fmt/format.h>

#include "core/period_title.hpp"
#include "text/utf8.hpp"
#include "write/status_words.hpp"

namespace plantool {
namespace {

std::string_view anchor_name(Anchor anchor) {
    switch (anchor) {
        case Anchor::period_start:
            return "period-start";
        case Anchor::period_end:
            return "period-end";
        case Anchor::window_end:
            return "window-end";
        case Anchor::raised:
            return "raised";
    }
    return "";
}

class Explainer {
  public:
    Explainer(const Assessment& assessment, const Explanation& explanation, Language language)
        : assessment_(assessment),
          explanation_(explanation),
          language_(language),
          row_(assessment.schedule().rows[explanation.row]),
          slot_(assessment.schedule().slots[row_.slot]),
          obligation_(assessment.plan().obligations[slot_.obligation]) {}

    std::string run() {
        head();
        due();
        exceptions();
        submissions();
        verdict();
        return std::move(out_);
    }

  private:
    std::string_view say(std::string_view vi, std::string_view en) const {
        return word(language_, vi, en);
    }
    std::string day(Day day) const { return short_date(day, language_); }

    void line(std::string_view vi, std::string_view en, std::string_view text) {
        if (text.empty()) return;
        out_ += fmt::format("  {}: {}\n", say(vi, en), printable(text));
    }

    void head() {
        const auto& agency = assessment_.plan().agencies[row_.agency];
        out_ += printable(fmt::format("{} · {} · {}", obligation_.id.value, slot_.period.id,
                                      agency.name.value)) +
                "\n";
        line("nội dung", "title", obligation_.title.value);
        line("căn cứ", "clause", obligation_.why.source);
        line("giả định", "assumed", obligation_.why.assumed);
        line("kỳ", "period",
             fmt::format("{} ({} - {})", period_title(assessment_.plan(), slot_, language_),
                         day(slot_.period.span.from), day(slot_.period.span.to)));
        line("chốt số liệu", "data window",
             fmt::format("{} - {}", day(slot_.window.from), day(slot_.window.to)));
    }

    std::string rule_text() const {
        if (slot_.event != nullptr && slot_.event->due) {
            return fmt::format("{} {}", say("theo sự việc, hạn", "the event's own day"),
                               day(slot_.event->due->value));
        }
        const auto& rule = *obligation_.due;
        std::string text;
        if (rule.form == DueRule::Form::within) {
            text = fmt::format("within {} after {} ({})", format_amount(rule.within),
                               anchor_name(rule.after), day(*slot_.due.anchor));
        } else {
            text = rule.form == DueRule::Form::before ? "before " : "by ";
            text += written_day(rule);
        }
        if (rule.roll == Roll::next) text += ", roll next";
        if (rule.roll == Roll::previous) text += ", roll previous";
        return text;
    }

    std::string written_day(const DueRule& rule) const {
        int best = rule.keyed ? 0 : -1;
        std::string text;
        for (const auto& entry : rule.days) {
            const int match =
                match_period_key(obligation_.cadence.value, entry.key.value, slot_.period);
            if (rule.keyed && match <= best) continue;
            best = match;
            text = entry.written.value;
        }
        return text;
    }

    std::string place(const Span& span) const {
        if (span.source == nullptr) return {};
        return fmt::format(" ({}:{})", span.source->name(), span.source->line_of(span.begin));
    }

    std::string rule_place() const {
        if (slot_.event != nullptr && slot_.event->due) return place(slot_.event->due->span);
        return obligation_.due ? place(obligation_.due->span) : std::string();
    }

    void due() {
        line("quy tắc hạn", "due rule", rule_text() + rule_place());
        if (slot_.due.unrolled != slot_.due.due) {
            line("dời hạn", "rolled",
                 fmt::format("{} → {}", day(slot_.due.unrolled), day(slot_.due.due)));
        }
        line("ngày cuối đúng hạn", "due day", day(row_.due));
        line("ngày đóng", "closing day",
             fmt::format("{} (+{})", day(row_.closes),
                         format_amount(assessment_.plan().closes_after(obligation_))));
    }

    void exception(std::string_view vi, std::string_view en, const Exception* e) {
        if (e == nullptr) return;
        line(vi, en,
             fmt::format("{}{}{}{}", e->reason, e->document.empty() ? "" : ", ", e->document,
                         place(e->span)));
    }

    void exceptions() {
        if (row_.extension != nullptr) {
            line("gia hạn", "extended", fmt::format("{} → {}", day(slot_.due.due), day(row_.due)));
        }
        exception("lý do gia hạn", "reason", row_.extension);
        exception("được miễn", "waived", row_.waiver);
    }

    std::string use_of(const Submission& s) const {
        const auto& receipt = assessment_.receipt(explanation_.row);
        if (s.received && *s.received > assessment_.as_of()) {
            return std::string(say("chưa biết vào ngày xét", "not known yet on that day"));
        }
        if (!s.valid) {
            std::string codes;
            for (const auto code : s.errors) codes += fmt::format(" {}", info(code).id);
            return fmt::format("{}:{}", say("không tính, có lỗi", "not counted, errors"), codes);
        }
        const bool first = receipt.first && receipt.first->order == s.order;
        const bool last = receipt.last && receipt.last->order == s.order;
        if (first && last) return std::string(say("tính", "counts"));
        if (first) return std::string(say("tính thời hạn", "counts for timeliness"));
        if (last) return std::string(say("tính nội dung", "counts for content"));
        return std::string(say("bản trung gian", "in between"));
    }

    void submissions() {
        if (explanation_.submissions.empty()) {
            out_ += fmt::format("  {}\n", say("chưa nhận được bản nào", "nothing was received"));
        }
        for (const auto& s : explanation_.submissions) {
            const auto received = s.received ? day(*s.received) : std::string("?");
            line("đã nhận", "received",
                 fmt::format("{} {}{}{}:{} - {}", received, s.document,
                             s.document.empty() ? "" : " ", s.origin.file, s.origin.line,
                             use_of(s)));
        }
    }

    void verdict() {
        if (!assessment_.is_expected(explanation_.row)) {
            out_ += fmt::format("{} {}\n", say("→ chưa phát sinh đến ngày", "→ not raised yet on"),
                                day(assessment_.as_of()));
            return;
        }
        const auto row = assessment_.row(explanation_.row);
        out_ += fmt::format("→ {} {}: {}", say("tính đến", "as of"), day(assessment_.as_of()),
                            state_label(row.state, language_));
        if (row.days_late && *row.days_late > 0) {
            out_ += fmt::format(" {}", days_label(*row.days_late, language_));
        }
        out_ += '\n';
    }

    const Assessment& assessment_;
    const Explanation& explanation_;
    Language language_;
    const ExpectedRow& row_;
    const Slot& slot_;
    const Obligation& obligation_;
    std::string out_;
};

}  // namespace

std::string explain(const Assessment& assessment, const Explanation& explanation,
                    Language language) {
    return Explainer(assessment, explanation, language).run();
}

}  // namespace plantool
