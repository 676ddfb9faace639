#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "read/plan/due_help.hpp"
#include "read/plan/plan_parts.hpp"

namespace plantool {
namespace {

constexpr int kMostMonthsOn = 120;

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
    if (const auto span = named_span(text.value)) {
        day.form = DueDay::Form::span;
        day.span_cadence = span->cadence;
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

/// A whole number with or without a sign, the whole text.
std::optional<int> whole_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    int value = 0;
    const auto* end = text.data() + text.size();
    const bool read = !text.empty() && text.size() <= 5 && text.front() != '+' &&
                      std::from_chars(text.data(), end, value).ptr == end;
    return read ? std::optional(value) : std::nullopt;
}

/// `16:30` as minutes of the day.
std::optional<int> minutes_of(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (!digit(0) || !digit(1) || !digit(3) || !digit(4)) return std::nullopt;
    const int hours = (text[0] - '0') * 10 + (text[1] - '0');
    const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
    return hours < 24 && minutes < 60 ? std::optional(hours * 60 + minutes) : std::nullopt;
}

constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};

/// `{day: 25, month: +1}` or `{weekday: friday, nth: last}`.
class DayOfMonthReader {
  public:
    DayOfMonthReader(const Node& node, Diagnostics& diagnostics, const std::string& path)
        : node_(node), fields_(node, kPlanShape, diagnostics, path) {}

    std::optional<DueDay> read() {
        day_.written = {describe(), node_.span};
        const auto day = fields_.text("day");
        const auto weekday = fields_.text("weekday");
        const auto nth = fields_.text("nth");
        const auto month = fields_.text("month");
        if (day && weekday) fail(node_.span, {Word::day_named_twice}, {Word::keep_one_of_them});
        if (!day && !weekday) fail(node_.span, {Word::due_names_no_day}, {Word::due_day_forms});
        if (day) read_day(*day);
        if (weekday) read_weekday(*weekday, nth, month.has_value());
        if (nth && !weekday) fail(nth->span, {Word::nth_without_weekday}, {Word::due_day_forms});
        if (month) read_month(*month);
        fields_.finish();
        return faulty_ ? std::nullopt : std::optional(day_);
    }

  private:
    void fail(const Span& span, Message message, Message help, Code code = Code::p_due_misfit) {
        fields_.add(code, span, std::move(message), std::move(help));
        faulty_ = true;
    }

    /// What the mapping says, in one line.
    std::string describe() const {
        std::string text;
        for (std::size_t i = 0; i < node_.keys.size(); ++i) {
            text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", node_.keys[i].value,
                                node_.items[i].text);
        }
        return "{" + text + "}";
    }

    void read_day(const Text& text) {
        day_.form = DueDay::Form::day_of_month;
        day_.day = DueDay::kLast;
        if (text.value == "last") return;
        const auto number = whole_number(text.value);
        if (!number || *number < 1 || *number > 31) {
            fail(text.span, {Word::no_day_of_month, text.value}, {Word::write_day_of_month},
                 Code::p_bad_value);
            return;
        }
        day_.day = static_cast<unsigned>(*number);
    }

    void read_weekday(const Text& text, const std::optional<Text>& nth, bool of_month) {
        const auto* const found = std::find(kWeekdays.begin(), kWeekdays.end(), text.value);
        if (found == kWeekdays.end()) {
            fail(text.span, {Word::no_weekday, text.value}, {Word::write_weekday},
                 Code::p_bad_value);
            return;
        }
        day_.weekday = std::chrono::weekday{static_cast<unsigned>(found - kWeekdays.begin())};
        day_.form = nth ? DueDay::Form::weekday_of_month : DueDay::Form::weekday_of_week;
        if (nth) read_nth(*nth);
        if (!nth && of_month) {
            fail(text.span, {Word::weekday_not_told}, {Word::write_nth});
        }
    }

    void read_nth(const Text& text) {
        static constexpr std::array<std::string_view, 5> kPlaces = {"last", "first", "second",
                                                                    "third", "fourth"};
        const auto* const found = std::find(kPlaces.begin(), kPlaces.end(), text.value);
        const auto number = whole_number(text.value);
        if (found != kPlaces.end()) {
            day_.nth = static_cast<int>(found - kPlaces.begin());
        } else if (number && *number >= 1 && *number <= 4) {
            day_.nth = *number;
        } else {
            fail(text.span, {Word::no_place_in_month, text.value}, {Word::write_place_in_month},
                 Code::p_bad_value);
        }
    }

    void read_month(const Text& text) {
        const auto number = whole_number(text.value);
        if (!number || std::abs(*number) > kMostMonthsOn) {
            fail(text.span, {Word::no_months_on, text.value}, {Word::write_months_on},
                 Code::p_bad_value);
            return;
        }
        day_.months_on = *number;
    }

    const Node& node_;
    Fields fields_;
    DueDay day_;
    bool faulty_ = false;
};

class DueReader {
  public:
    DueReader(const Node& node, Diagnostics& diagnostics, const std::string& path)
        : node_(node), diagnostics_(diagnostics), fields_(node, kPlanShape, diagnostics, path) {}

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
                forms == 0 ? Message(Word::due_names_no_day) : Message(Word::due_names_two_days),
                {Word::write_one_due_form});
        }
        if (before != nullptr) read_days(*before, "before", DueRule::Form::before);
        if (by != nullptr) read_days(*by, "by", DueRule::Form::by);
        read_within(within != nullptr);
        read_roll();
        read_at();
        rule_.why = fields_.provenance();
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
    /// Whether a mapping says a day of the month or week, and not one for each period.
    static bool is_one_day(const Node& node) {
        return std::any_of(node.keys.begin(), node.keys.end(), [](const Text& key) {
            return key.value == "day" || key.value == "weekday" || key.value == "nth" ||
                   key.value == "month";
        });
    }

    void read_days(const Node& node, std::string_view key, DueRule::Form form) {
        rule_.form = form;
        if (node.kind == Node::Kind::mapping && is_one_day(node)) {
            if (auto day = DayOfMonthReader(node, diagnostics_, fields_.path_of(key)).read()) {
                rule_.days.push_back(std::move(*day));
            }
            return;
        }
        if (node.kind == Node::Kind::mapping) {
            rule_.keyed = true;
            if (node.keys.empty()) {
                fields_.add(Code::p_due_misfit, node.span, {Word::due_names_no_day},
                            {Word::write_due_of_periods}, key);
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
            fields_.add(Code::p_bad_date, node->span, {Word::due_day_empty}, {Word::write_due_day},
                        key);
            return std::nullopt;
        }
        const auto text = fields_.as_text(node, key);
        if (!text) return std::nullopt;
        auto day = parse_due_day(*text);
        if (!day) {
            fields_.add(Code::p_bad_date, text->span, {Word::no_due_day, text->value},
                        help_for_day(text->value), key);
        }
        return day;
    }

    void read_within(bool given) {
        const auto amount = read_amount(fields_, "within");
        const auto after = given ? fields_.required_text("after") : fields_.text("after");
        if (!given) {
            if (after) {
                fields_.add(Code::p_due_misfit, after->span, {Word::after_without_within},
                            {Word::write_within_after}, "after");
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
        fields_.add(Code::p_bad_value, after->span, {Word::no_anchor, after->value},
                    {Word::write_anchor}, "after");
    }

    void read_roll() {
        const auto roll = fields_.text("roll");
        if (!roll || roll->value == "none") return;
        if (roll->value == "next") {
            rule_.roll = Roll::next;
        } else if (roll->value == "previous") {
            rule_.roll = Roll::previous;
        } else {
            fields_.add(Code::p_bad_value, roll->span, {Word::no_roll, roll->value},
                        {Word::write_roll}, "roll");
        }
    }

    void read_at() {
        const auto at = fields_.text("at");
        if (!at) return;
        if (const auto minutes = minutes_of(at->value)) {
            rule_.at = Spanned<int>{*minutes, at->span};
            return;
        }
        fields_.add(Code::p_bad_value, at->span, {Word::no_time_of_day, at->value},
                    {Word::write_time_of_day}, "at");
    }

    const Node& node_;
    Diagnostics& diagnostics_;
    Fields fields_;
    DueRule rule_;
};

}  // namespace

DueRule read_due(const Node& node, Diagnostics& diagnostics, const std::string& path) {
    if (node.kind != Node::Kind::scalar) return DueReader(node, diagnostics, path).read();
    diagnostics.add({Code::p_due_misfit,
                     node.span,
                     {Word::due_not_clear, node.text},
                     help_for_rule(node.text),
                     path});
    DueRule rule;
    rule.span = node.span;
    rule.days.emplace_back().form = DueDay::Form::period_end;
    rule.days.front().written.span = node.span;
    return rule;
}

}  // namespace plantool
