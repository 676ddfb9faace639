#include "write/plan_outline.hpp"

#include <fmt/format.h>

#include "core/period_title.hpp"
#include "core/provenance.hpp"
#include "text/utf8.hpp"
#include "write/status_words.hpp"

namespace plantool {
namespace {

class Outline {
  public:
    Outline(const Plan& plan, const Schedule& schedule, Language language)
        : plan_(plan), schedule_(schedule), language_(language) {}

    std::string run() {
        write_head();
        bool reports = false;
        line("");
        line(word(language_, "NHIỆM VỤ", "TASKS"));
        for (ObligationIx ix = 0; ix < plan_.obligations.size(); ++ix) {
            const auto& o = plan_.obligations[ix];
            if (o.kind == ObligationKind::report && !reports) {
                reports = true;
                line("");
                line(word(language_, "BÁO CÁO", "REPORTS"));
            }
            write_obligation(ix);
        }
        write_events();
        write_indicators();
        return std::move(out_);
    }

  private:
    void line(std::string_view text) {
        out_ += printable(text);
        out_ += '\n';
    }

    void field(std::string_view vi, std::string_view en, std::string_view text) {
        if (text.empty()) return;
        line(fmt::format("    {}: {}", word(language_, vi, en), text));
    }

    std::string day(Day day) const { return short_date(day, language_); }

    std::string names(const std::vector<AgencyIx>& agencies) const {
        std::string out;
        for (const auto ix : agencies) {
            out += (out.empty() ? "" : "; ") + plan_.agencies[ix].name.value;
        }
        return out;
    }

    /// As written in the plan: a group by its name, an agency by its own.
    std::string written(const std::vector<Text>& ids) const {
        std::string out;
        for (const auto& id : ids) {
            std::string name = id.value;
            if (const auto agency = plan_.names.by_id.find(id.value);
                agency != plan_.names.by_id.end()) {
                name = plan_.agencies[agency->second].name.value;
            }
            for (const auto& group : plan_.groups) {
                if (group.id.value == id.value) name = group.name.value;
            }
            out += (out.empty() ? "" : "; ") + name;
        }
        return out;
    }

    void write_head() {
        const auto& head = plan_.head;
        line(fmt::format("{} · {}", head.number, head.title));
        line(fmt::format("  {} {}{}{} · {} {} {} {}", word(language_, "ban hành", "issued"),
                         day(head.issued), head.place.empty() ? "" : ", ", head.place,
                         word(language_, "thực hiện từ", "from"), day(head.span.from),
                         word(language_, "đến", "to"), day(head.span.to)));
        if (!head.issuers.empty()) {
            line(fmt::format("  {}: {}", word(language_, "cơ quan ban hành", "issued by"),
                             written(head.issuers)));
        }
        if (head.implements) {
            line(fmt::format("  {}: {} {}", word(language_, "thực hiện", "implements"),
                             head.implements->number, head.implements->title));
        }
        if (!head.secretariat.empty()) {
            line(fmt::format("  {}: {}{}{}", word(language_, "tổng hợp", "consolidated by"),
                             written({head.secretariat}), head.inbox.empty() ? "" : ", ",
                             head.inbox));
        }
    }

    void write_obligation(ObligationIx ix) {
        const auto& o = plan_.obligations[ix];
        const bool task = o.kind == ObligationKind::task;
        line("");
        line(fmt::format("  {}  {}", o.id.value, o.title.value));
        auto owners = fmt::format("({}) {}", o.agencies.size(), names(o.agencies));
        if (o.and_related) {
            owners +=
                word(language_, "; và các cơ quan, đơn vị liên quan", "; and others concerned");
        }
        if (task) {
            field("chủ trì", "lead", owners);
        } else {
            field("cơ quan báo cáo", "from", owners);
        }
        field("phối hợp", "partners", written(o.partners));
        field("gửi đến", "to", written(o.recipients));
        field("thời gian", "cadence",
              word(language_, info(o.cadence.value).vi, info(o.cadence.value).en));
        if (o.cadence.value == Cadence::continuous) {
            field("coi là im ắng sau", "quiet after", days_label(plan_.quiet_after(o), language_));
        }
        for (const auto& slot : schedule_.slots) {
            if (slot.obligation == ix) write_slot(slot);
        }
        field("căn cứ", "source", o.why.source);
        field("giả định", "assumed", o.why.assumed);
    }

    void write_slot(const Slot& slot) {
        line(fmt::format("    {} {} ({}): {} {}, {} {}", word(language_, "kỳ", "period"),
                         slot.period.id, period_title(plan_, slot, language_),
                         word(language_, "hạn cuối", "due"), day(slot.due.due),
                         word(language_, "đóng", "closes"), day(slot.closes)));
    }

    void write_events() {
        if (plan_.events.empty()) return;
        line("");
        line(word(language_, "VẤN ĐỀ PHÁT SINH", "EVENTS"));
        for (const auto& event : plan_.events) {
            line(fmt::format("  {}  {} · {} · {} {}", event.id.value, event.title.value,
                             event.obligation.value, word(language_, "phát sinh", "raised"),
                             day(event.raised)));
        }
    }

    void write_indicators() {
        if (plan_.indicators.empty()) return;
        line("");
        line(word(language_, "CHỈ TIÊU", "INDICATORS"));
        for (const auto& indicator : plan_.indicators) {
            line(fmt::format("  {}  {}{}{}{}", indicator.id.value, indicator.name.value,
                             indicator.unit.empty() ? "" : " (", indicator.unit.value,
                             indicator.unit.empty() ? "" : ")"));
        }
    }

    const Plan& plan_;
    const Schedule& schedule_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string plan_outline(const Plan& plan, const Schedule& schedule, Language language) {
    return Outline(plan, schedule, language).run();
}

std::string plan_assumptions(const Plan& plan, Language language) {
    std::string out;
    std::string_view kind;
    for (const auto& entry : assumed_entries(plan)) {
        if (entry.kind != kind) {
            out += fmt::format("{}{}\n", out.empty() ? "" : "\n", entry.kind);
            kind = entry.kind;
        }
        out += fmt::format("  {}{}{}{}\n    {}: {}\n", printable(entry.id),
                           entry.why.source.empty() ? "" : " [", printable(entry.why.source),
                           entry.why.source.empty() ? "" : "]",
                           word(language, "giả định", "assumed"), printable(entry.why.assumed));
    }
    if (out.empty())
        out = std::string(word(language, "Không có giả định nào.\n", "No assumption.\n"));
    return out;
}

}  // namespace plantool
