#include "write/plan/plan_yaml.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "diag/codes.hpp"
#include "write/kit/yaml_words.hpp"
#include "write/plan/obligation_yaml.hpp"
#include "write/plan/plan_ids.hpp"

namespace plantool {
namespace {

constexpr int kHeadIndent = 2;

/// As comments, so that no line of them can be taken for anything else.
std::string commented(std::string_view text, int indent = 0) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        out += fmt::format("{:{}}#{}{}\n", "", indent, line.empty() ? "" : " ", line);
        at = end + 1;
    }
    return out;
}

std::string comment_at(const std::vector<std::string>& comments, std::size_t at, int indent) {
    return at < comments.size() ? commented(comments[at], indent) : std::string();
}

/// The keys of a mapping that stands in a file by itself, each on a line.
class Block {
  public:
    Block(std::string& out, int indent) : out_(out), indent_(indent) {}

    void text(std::string_view key, std::string_view value) {
        if (!value.empty()) line(key, yaml_text(value, indent_));
    }
    void day(std::string_view key, Day value) { line(key, format_date(value)); }
    void words(std::string_view key, const std::vector<std::string>& values) {
        if (!values.empty()) line(key, yaml_list(values));
    }
    void line(std::string_view key, std::string_view value) {
        out_ += fmt::format("{:{}}{}: {}\n", "", indent_, key, value);
    }
    void entries(std::string_view key, const std::vector<std::string>& flows) {
        if (flows.empty()) return;
        out_ += fmt::format("{:{}}{}:\n", "", indent_, key);
        for (const auto& flow : flows) out_ += fmt::format("{:{}}- {}\n", "", indent_ + 2, flow);
    }
    void why(const Provenance& why) {
        text("source", why.source);
        text("assumed", why.assumed);
    }

  private:
    std::string& out_;
    int indent_;
};

/// `write` adds an entry's keys.
template <class List, class Write>
std::vector<std::string> flows_of(const List& list, const Write& write) {
    std::vector<std::string> flows;
    for (const auto& entry : list) {
        YamlFlow flow;
        write(flow, entry);
        flows.push_back(flow.take());
    }
    return flows;
}

std::string programme_flow(const Programme& programme) {
    YamlFlow flow;
    flow.text("number", programme.number);
    if (programme.issued) flow.raw("issued", format_date(*programme.issued));
    flow.text("title", programme.title);
    if (!programme.years.empty()) {
        flow.raw("years", fmt::format("[{}]", fmt::join(programme.years, ", ")));
    }
    flow.why(programme.why);
    return flow.take();
}

std::string scoring_flow(const Scoring& scoring) {
    const auto late = flows_of(scoring.late, [](YamlFlow& flow, const LatePoints& points) {
        flow.raw("from", fmt::format("{}", points.from));
        flow.raw("points", fmt::format("{}", points.points));
        flow.why(points.why);
    });
    YamlFlow flow;
    flow.raw("on-time", fmt::format("{}", scoring.on_time));
    if (!late.empty()) flow.raw("late", fmt::format("[{}]", fmt::join(late, ", ")));
    flow.raw("missing", fmt::format("{}", scoring.missing));
    flow.why(scoring.why);
    return flow.take();
}

std::string days_of(int days) {
    return fmt::format("{}d", days);
}

void write_preamble(std::string& out, const std::vector<PreamblePart>& parts,
                    const std::vector<std::string>& comments) {
    if (parts.empty()) return;
    out += "  preamble:\n";
    std::size_t index = 0;
    for (const auto& part : parts) {
        out += comment_at(comments, index++, 4);
        out += fmt::format("    - id: {}\n", yaml_text(part.id.value, 6));
        Block block(out, 6);
        block.text("title", part.title.value);
        block.text("text", part.text.value);
        block.why(part.why);
    }
}

void write_head(std::string& out, const PlanHead& head, const PlanComments& comments) {
    out += "plan:\n";
    Block block(out, kHeadIndent);
    block.text("id", head.id.value);
    block.text("number", head.number);
    block.text("title", head.title);
    block.day("issued", head.issued);
    block.text("place", head.place);
    block.words("issuers", values_of(head.issuers));
    out += commented(comments.signatories, kHeadIndent);
    block.entries("signatories", flows_of(head.signatories, [](YamlFlow& flow, const auto& s) {
                      flow.text("name", s.name);
                      flow.text("title", s.title);
                      flow.text("agency", s.agency);
                      flow.text("for", s.acting_for);
                      flow.why(s.why);
                  }));
    if (head.implements) block.line("implements", programme_flow(*head.implements));
    block.day("from", head.span.from);
    block.day("to", head.span.to);
    if (head.year_starts.value != 1) {
        block.line("year_starts", fmt::format("{}", head.year_starts.value));
    }
    block.text("timezone", head.timezone.value);
    block.text("language", head.language);
    block.text("secretariat", head.secretariat.value);
    block.text("inbox", head.inbox);
    std::vector<std::string> recipients;
    for (const auto& recipient : head.recipients) recipients.push_back(yaml_word(recipient));
    block.entries("recipients", recipients);
    block.line("closes_after", format_amount(head.closes_after));
    block.line("quiet_after", days_of(head.quiet_after));
    block.line("soon", days_of(head.soon));
    block.text("submissions", head.submissions);
    block.text("events", head.events.value);
    block.text("layout", head.layout);
    if (head.scoring) block.line("scoring", scoring_flow(*head.scoring));
    write_preamble(out, head.preamble, comments.preamble);
    block.why(head.why);
}

std::vector<std::string> calendar_days(const std::vector<CalendarDay>& days) {
    return flows_of(days, [](YamlFlow& flow, const CalendarDay& day) {
        flow.raw("date", format_date(day.date));
        flow.text("name", day.name);
        flow.why(day.why);
    });
}

void write_calendar(std::string& out, const Plan& plan, const std::string& holidays) {
    std::vector<std::string> weekend;
    for (std::size_t i = 1; i <= kWeekdayIds.size(); ++i) {
        const auto day = i % kWeekdayIds.size();
        if (plan.calendar.weekend().at(day)) weekend.emplace_back(kWeekdayIds.at(day));
    }
    out += "\ncalendar:\n";
    Block block(out, kHeadIndent);
    block.line("weekend", yaml_list(weekend));
    if (holidays.empty()) {
        block.entries("holidays", calendar_days(plan.calendar_entries.holidays));
    } else {
        block.text("holidays", holidays);
    }
    block.entries("working_days", calendar_days(plan.calendar_entries.working_days));
    block.why(plan.calendar_entries.why);
}

void write_agency(YamlFlow& flow, const Agency& agency) {
    flow.text("id", agency.id.value);
    flow.text("name", agency.name.value);
    flow.text("short", agency.short_name.value);
    flow.words("aliases", values_of(agency.aliases));
    flow.text("email", agency.email.value);
    if (agency.active_from || agency.active_to) {
        YamlFlow active;
        if (agency.active_from) active.raw("from", format_date(*agency.active_from));
        if (agency.active_to) active.raw("to", format_date(*agency.active_to));
        active.why(agency.active_why);
        flow.raw("active", active.take());
    }
    flow.words("successor", values_of(agency.successors));
    const auto renamed = flows_of(agency.renamed, [](YamlFlow& entry, const Renaming& renaming) {
        entry.raw("from", format_date(renaming.from));
        entry.text("name", renaming.name.value);
        entry.text("short", renaming.short_name.value);
        entry.text("document", renaming.document);
        entry.why(renaming.why);
    });
    if (!renamed.empty()) flow.raw("renamed", fmt::format("[{}]", fmt::join(renamed, ", ")));
    flow.why(agency.why);
}

void write_indicator(YamlFlow& flow, const Indicator& indicator) {
    flow.text("id", indicator.id.value);
    flow.text("name", indicator.name.value);
    flow.text("unit", indicator.unit.value);
    flow.raw("type", indicator.type == FigureType::integer ? "integer" : "decimal");
    flow.raw("total", total_id(indicator.total));
    if (indicator.min) flow.raw("min", fmt::format("{}", *indicator.min));
    if (indicator.max) flow.raw("max", fmt::format("{}", *indicator.max));
    if (indicator.has_tasks) flow.raw("tasks", yaml_list(values_of(indicator.tasks)));
    flow.why(indicator.why);
}

void write_list(std::string& out, std::string_view key, const std::vector<std::string>& flows,
                const std::vector<std::string>& comments = {}) {
    if (flows.empty()) return;
    out += fmt::format("\n{}:\n", key);
    for (std::size_t i = 0; i < flows.size(); ++i) {
        out += comment_at(comments, i, 2) + fmt::format("  - {}\n", flows[i]);
    }
}

void write_obligations(std::string& out, const Plan& plan, ObligationKind kind,
                       std::string_view key, const std::vector<std::string>& comments) {
    bool begun = false;
    for (std::size_t i = 0; i < plan.obligations.size(); ++i) {
        const auto& obligation = plan.obligations[i];
        if (obligation.kind != kind) continue;
        if (!begun) out += fmt::format("\n{}:\n", key);
        begun = true;
        out += comment_at(comments, i, 2) + obligation_yaml(obligation);
    }
}

std::vector<std::string> group_flows(const Plan& plan) {
    return flows_of(plan.groups, [](YamlFlow& flow, const Group& group) {
        flow.text("id", group.id.value);
        flow.text("name", group.name.value);
        flow.raw("members", yaml_list(values_of(group.members)));
        flow.why(group.why);
    });
}

void write_severities(std::string& out, const Plan& plan) {
    if (plan.severities.empty()) return;
    out += "\nvalidation:\n";
    Block block(out, kHeadIndent);
    for (const auto& [code, severity] : plan.severities) {
        block.line(info(code).id, severity ? severity_name(*severity) : "off");
    }
    block.why(plan.severities_why);
}

void write_exceptions(std::string& out, std::string_view key,
                      const std::vector<Exception>& exceptions) {
    write_list(out, key, flows_of(exceptions, [](YamlFlow& flow, const Exception& e) {
                   flow.text("obligation", e.obligation.value);
                   flow.words("agencies", values_of(e.agencies));
                   flow.text("period", e.period.value);
                   if (e.due) flow.raw("due", format_date(*e.due));
                   flow.text("reason", e.reason);
                   flow.text("document", e.document);
                   if (e.decided) flow.raw("decided", format_date(*e.decided));
                   flow.why(e.why);
               }));
}

}  // namespace

std::string plan_yaml(const Plan& plan, const std::string& comment, const std::string& holidays) {
    PlanComments comments;
    comments.top = comment;
    return plan_yaml(plan, comments, holidays);
}

std::string plan_yaml(const Plan& plan, const PlanComments& comments, const std::string& holidays) {
    auto out = commented(comments.top);
    out += "format: plantool/plan@1\n\n" + commented(comments.plan);
    write_head(out, plan.head, comments);
    write_calendar(out, plan, holidays);
    write_list(out, "agencies", flows_of(plan.agencies, write_agency), comments.agencies);
    write_list(out, "groups", group_flows(plan));
    write_obligations(out, plan, ObligationKind::task, "tasks", comments.obligations);
    out += commented(comments.behind_tasks, kHeadIndent);
    write_obligations(out, plan, ObligationKind::report, "reports", comments.obligations);
    write_list(out, "indicators", flows_of(plan.indicators, write_indicator));
    write_severities(out, plan);
    write_exceptions(out, "waivers", plan.waivers);
    write_exceptions(out, "extensions", plan.extensions);
    return out;
}

}  // namespace plantool
