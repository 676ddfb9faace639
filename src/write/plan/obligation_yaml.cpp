#include "write/plan/obligation_yaml.hpp"

#include <fmt/format.h>

#include "write/explain/due_words.hpp"
#include "write/kit/yaml_words.hpp"
#include "write/plan/plan_ids.hpp"

namespace plantool {
namespace {

/// One day for every period, or a mapping of periods to days.
std::string days_yaml(const DueRule& rule) {
    if (!rule.keyed) return rule.days.front().written.value;
    std::string inner;
    for (const auto& day : rule.days) {
        inner += fmt::format("{}{}: {}", inner.empty() ? "" : ", ", yaml_word(day.key.value),
                             day.written.value);
    }
    return "{" + inner + "}";
}

std::string listed_yaml(const ListedPeriod& period) {
    YamlFlow flow;
    flow.text("id", period.id.value);
    flow.text("title", period.title.value);
    flow.raw("from", format_date(period.days.from));
    flow.raw("to", format_date(period.days.to));
    if (period.due) flow.raw("due", format_date(period.due->value));
    flow.why(period.why);
    return flow.take();
}

std::string amendment_yaml(const Amendment& amendment, ObligationKind kind) {
    YamlFlow flow;
    flow.raw("on", format_date(amendment.on));
    flow.raw("effective", format_date(amendment.effective));
    if (amendment.due) flow.raw("due", due_yaml(*amendment.due));
    if (amendment.closes_after) flow.raw("closes_after", format_amount(*amendment.closes_after));
    if (amendment.has_owners) {
        flow.raw(kind == ObligationKind::task ? "lead" : "from",
                 yaml_list(values_of(amendment.owners)));
    }
    if (amendment.quiet_after) flow.raw("quiet_after", fmt::format("{}d", *amendment.quiet_after));
    if (amendment.ends) flow.raw("ends", *amendment.ends ? "true" : "false");
    flow.text("number", amendment.number);
    flow.text("reason", amendment.reason);
    flow.why(amendment.why);
    return flow.take();
}

class Lines {
  public:
    void text(std::string_view key, std::string_view value) {
        if (!value.empty()) raw(key, yaml_text(value, kIndent));
    }
    void words(std::string_view key, const std::vector<std::string>& values) {
        if (!values.empty()) raw(key, yaml_list(values));
    }
    void raw(std::string_view key, std::string_view value) {
        out_ += fmt::format("{:>{}}{}: {}\n", out_.empty() ? "- " : "", kIndent, key, value);
    }
    void entries(std::string_view key, const std::vector<std::string>& flows) {
        if (flows.empty()) return;
        out_ += fmt::format("{:{}}{}:\n", "", kIndent, key);
        for (const auto& flow : flows) out_ += fmt::format("{:{}}- {}\n", "", kIndent + 2, flow);
    }
    std::string take() { return std::move(out_); }

  private:
    static constexpr int kIndent = 4;
    std::string out_;
};

}  // namespace

std::vector<std::string> values_of(const std::vector<Text>& texts) {
    std::vector<std::string> values;
    for (const auto& text : texts) values.push_back(text.value);
    return values;
}

std::string yaml_list(const std::vector<std::string>& values) {
    std::string inner;
    for (const auto& value : values) inner += (inner.empty() ? "" : ", ") + yaml_word(value);
    return "[" + inner + "]";
}

void YamlFlow::text(std::string_view key, std::string_view value) {
    if (!value.empty()) raw(key, yaml_word(value));
}

void YamlFlow::words(std::string_view key, const std::vector<std::string>& values) {
    if (!values.empty()) raw(key, yaml_list(values));
}

void YamlFlow::raw(std::string_view key, std::string_view value) {
    inner_ += fmt::format("{}{}: {}", inner_.empty() ? "" : ", ", key, value);
}

void YamlFlow::why(const Provenance& why) {
    text("source", why.source);
    text("assumed", why.assumed);
}

std::string due_yaml(const DueRule& rule) {
    YamlFlow flow;
    if (rule.form == DueRule::Form::within) {
        flow.raw("within", format_amount(rule.within));
        flow.raw("after", anchor_id(rule.after));
    } else {
        flow.raw(due_form_id(rule.form), days_yaml(rule));
    }
    if (rule.roll != Roll::none) flow.raw("roll", roll_id(rule.roll));
    if (rule.at) flow.raw("at", "\"" + time_of_day(rule.at->value) + "\"");
    flow.why(rule.why);
    return flow.take();
}

std::string obligation_yaml(const Obligation& o) {
    Lines lines;
    lines.text("id", o.id.value);
    lines.text("title", o.title.value);
    lines.text("text", o.text.value);
    lines.raw(o.kind == ObligationKind::task ? "lead" : "from", yaml_list(values_of(o.owners)));
    if (o.and_related) lines.raw("and_related", "true");
    lines.words("partners", values_of(o.partners));
    lines.words("to", values_of(o.recipients));
    lines.raw("cadence", info(o.cadence.value).id);
    std::vector<std::string> listed;
    for (const auto& period : o.listed) listed.push_back(listed_yaml(period));
    lines.entries("periods", listed);
    lines.words("periods", values_of(o.period_keys));
    if (o.due) lines.raw("due", due_yaml(*o.due));
    if (o.window == Window::nd09) lines.raw("window", "nd09");
    if (o.closes_after) lines.raw("closes_after", format_amount(*o.closes_after));
    if (o.quiet_after) lines.raw("quiet_after", fmt::format("{}d", *o.quiet_after));
    if (o.has_covers) lines.raw("covers", yaml_list(values_of(o.covers)));
    std::vector<std::string> amended;
    for (const auto& amendment : o.amended) amended.push_back(amendment_yaml(amendment, o.kind));
    lines.entries("amended", amended);
    lines.text("source", o.why.source);
    lines.text("assumed", o.why.assumed);
    return lines.take();
}

}  // namespace plantool
