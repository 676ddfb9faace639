#include <fmt/format.h>

#include <algorithm>

#include "read/plan_parts.hpp"

namespace plantool {
namespace {

std::optional<DueDay> parse_due_day(const Text& text) {
    DueDay day;
    day.written = text;
    if (text.value == "period-end") {
        day.form = DueDay::Form::period_end;
        return day;
    }
    if (const auto date = parse_date(text.value)) {
        day.form = DueDay::Form::date;
        day.date = *date;
        return day;
    }
    // A leap year stands in for the year that only the period will tell.
    const auto in_leap_year = parse_date("2024-" + text.value);
    if (text.value.size() != 5 || !in_leap_year) return std::nullopt;
    day.form = DueDay::Form::month_day;
    day.month = static_cast<unsigned>(civil(*in_leap_year).month());
    day.day = static_cast<unsigned>(civil(*in_leap_year).day());
    return day;
}

class DueReader {
  public:
    DueReader(const Node& node, Diagnostics& diagnostics, const std::string& path)
        : node_(node), fields_(node, kPlanShape, diagnostics, path) {}

    DueRule read() {
        rule_.span = node_.span;
        const auto* before = fields_.find("before");
        const auto* by = fields_.find("by");
        const auto* within = fields_.find("within");
        const int forms =
            (before != nullptr ? 1 : 0) + (by != nullptr ? 1 : 0) + (within != nullptr ? 1 : 0);
        if (fields_.is_mapping() && forms != 1) {
            fields_.add(
                Code::p_due_misfit, node_.span,
                forms == 0 ? "the due rule names no day" : "the due rule names its day in two ways",
                "write exactly one of `before`, `by` and `within … after`");
        }
        if (before != nullptr) read_days(*before, "before", DueRule::Form::before);
        if (by != nullptr) read_days(*by, "by", DueRule::Form::by);
        read_within(within != nullptr);
        read_roll();
        fields_.provenance();
        fields_.finish();
        // A rule that could not be read leaves a harmless one, so that reading goes on.
        if (rule_.form != DueRule::Form::within && rule_.days.empty()) {
            DueDay end;
            end.form = DueDay::Form::period_end;
            end.written.span = node_.span;
            rule_.days.push_back(end);
            rule_.keyed = false;
            rule_.roll = Roll::none;
        }
        return rule_;
    }

  private:
    void read_days(const Node& node, std::string_view key, DueRule::Form form) {
        rule_.form = form;
        if (node.kind == Node::Kind::mapping) {
            rule_.keyed = true;
            if (node.keys.empty()) {
                fields_.add(Code::p_due_misfit, node.span, "the due rule names no day",
                            "write one for each period, such as {Q1: 03-25, Q2: 06-25}", key);
            }
            for (std::size_t i = 0; i < node.keys.size(); ++i) {
                if (auto day = read_day(&node.items[i], key)) {
                    day->key = node.keys[i];
                    rule_.days.push_back(std::move(*day));
                }
            }
            return;
        }
        if (auto day = read_day(&node, key)) rule_.days.push_back(std::move(*day));
    }

    std::optional<DueDay> read_day(const Node* node, std::string_view key) {
        if (node->kind == Node::Kind::null) {
            fields_.add(Code::p_bad_date, node->span, "the due day is empty",
                        "write a day such as 06-30", key);
            return std::nullopt;
        }
        const auto text = fields_.as_text(node, key);
        if (!text) return std::nullopt;
        auto day = parse_due_day(*text);
        if (!day) {
            fields_.add(Code::p_bad_date, text->span,
                        fmt::format("`{}` is no due day", text->value),
                        "write MM-DD, YYYY-MM-DD or period-end", key);
        }
        return day;
    }

    void read_within(bool given) {
        const auto amount = read_amount(fields_, "within");
        const auto after = given ? fields_.required_text("after") : fields_.text("after");
        if (!given) {
            if (after) {
                fields_.add(Code::p_due_misfit, after->span, "`after` belongs to `within`",
                            "write `within: 5d, after: period-end`, or take `after` out", "after");
            }
            return;
        }
        rule_.form = DueRule::Form::within;
        rule_.within = amount.value_or(Amount{1, Unit::day});
        if (!after) return;
        rule_.after_span = after->span;
        static constexpr std::pair<std::string_view, Anchor> kAnchors[] = {
            {"period-start", Anchor::period_start},
            {"period-end", Anchor::period_end},
            {"window-end", Anchor::window_end},
            {"raised", Anchor::raised}};
        for (const auto& [name, anchor] : kAnchors) {
            if (name != after->value) continue;
            rule_.after = anchor;
            return;
        }
        fields_.add(Code::p_bad_value, after->span, fmt::format("`{}` is no anchor", after->value),
                    "write period-start, period-end, window-end or raised", "after");
    }

    void read_roll() {
        const auto roll = fields_.text("roll");
        if (!roll || roll->value == "none") return;
        if (roll->value == "next") {
            rule_.roll = Roll::next;
        } else if (roll->value == "previous") {
            rule_.roll = Roll::previous;
        } else {
            fields_.add(Code::p_bad_value, roll->span, fmt::format("`{}` is no roll", roll->value),
                        "write none, next or previous", "roll");
        }
    }

    const Node& node_;
    Fields fields_;
    DueRule rule_;
};

}  // namespace

DueRule read_due(const Node& node, Diagnostics& diagnostics, const std::string& path) {
    return DueReader(node, diagnostics, path).read();
}

}  // namespace plantool
