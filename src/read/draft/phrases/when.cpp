#include "read/draft/phrases/when.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "read/draft/phrases/day_phrase.hpp"

namespace plantool {
namespace {

constexpr int kSafeDay = 28;  // of every month

DueDay written_day(DueDay::Form form, std::string written) {
    DueDay out;
    out.form = form;
    out.written.value = std::move(written);
    return out;
}

DueRule rule_of(DueRule::Form form, DueDay day) {
    DueRule rule;
    rule.form = form;
    rule.days.push_back(std::move(day));
    return rule;
}

DueRule within_of(Amount amount, Anchor after) {
    DueRule rule;
    rule.form = DueRule::Form::within;
    rule.within = amount;
    rule.after = after;
    return rule;
}

std::optional<Day> existing(int year, int month, int day) {
    return parse_date(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

DueDay date_day(Day day) {
    return written_day(DueDay::Form::date, format_date(day));
}

When once_by(DueRule::Form form, Day day) {
    When out;
    out.cadence = Cadence::once;
    out.due = rule_of(form, date_day(day));
    return out;
}

bool is_periodic(Cadence cadence) {
    return cadence != Cadence::listed && cadence != Cadence::once && cadence != Cadence::ad_hoc &&
           cadence != Cadence::continuous;
}

/// The cadence that the words name.
std::optional<Cadence> periodic_cadence(const WordsIn& words) {
    struct Known {
        Cadence cadence = Cadence::continuous;
        std::initializer_list<std::string_view> phrases = {};
    };
    static const std::initializer_list<Known> cadences = {
        {Cadence::weekly,
         {"hằng tuần", "hàng tuần", "mỗi tuần", "theo tuần", "định kỳ tuần", "1 lần/tuần",
          "01 lần/tuần"}},
        {Cadence::monthly,
         {"hằng tháng", "hàng tháng", "mỗi tháng", "theo tháng", "từng tháng", "định kỳ tháng",
          "1 tháng/lần", "01 tháng/lần", "1 lần/tháng", "01 lần/tháng", "tháng/lần"}},
        {Cadence::quarterly,
         {"hằng quý", "hàng quý", "mỗi quý", "theo quý", "từng quý", "định kỳ quý", "3 tháng/lần",
          "03 tháng/lần", "3 tháng một lần", "03 tháng một lần", "1 lần/quý", "01 lần/quý",
          "quý/lần", "hằng qúy", "hàng qúy"}},
        {Cadence::semiannual,
         {"6 tháng", "06 tháng", "sáu tháng", "2 lần/năm", "02 lần/năm", "6 tháng/lần",
          "06 tháng/lần", "nửa năm"}},
        {Cadence::nine_month, {"9 tháng", "09 tháng", "chín tháng"}},
        {Cadence::annual,
         {"hằng năm", "hàng năm", "mỗi năm", "cả năm", "định kỳ năm", "1 lần/năm", "01 lần/năm",
          "1 năm/lần", "01 năm/lần", "từng năm", "năm/lần"}},
    };
    for (const auto& known : cadences) {
        if (words.find_any(known.phrases)) return known.cadence;
    }
    return std::nullopt;
}

std::string month_day(int month, int day) {
    return fmt::format("{:02}-{:02}", month, day);
}

/// The day of each half or quarter, where each has one.
std::optional<DueRule> keyed_days(const std::vector<DayPhrase>& named, int parts) {
    DueRule rule;
    rule.keyed = true;
    std::set<int> seen;
    for (const auto& day : named) {
        if (!day.month || !day.day || !existing(2023, *day.month, *day.day)) return std::nullopt;
        const int months = 12 / parts;
        // A day right behind the period is of the one before it.
        int part = (*day.month - 1) / months;
        if (day.next_year) part = parts - 1;
        if (!seen.insert(part).second) return std::nullopt;
        auto one = day.next_year
                       ? written_day(DueDay::Form::date, "")
                       : written_day(DueDay::Form::month_day, month_day(*day.month, *day.day));
        if (day.next_year) return std::nullopt;
        one.key.value = fmt::format("{}{}", parts == 2 ? 'H' : 'Q', part + 1);
        rule.form = day.form;
        rule.days.push_back(std::move(one));
    }
    if (static_cast<int>(seen.size()) != parts) return std::nullopt;
    return rule;
}

DueDay day_of_month(int day, int months_on, std::vector<Message>& assumed) {
    const bool last = day > kSafeDay;
    if (last) assumed.push_back({Word::draft_assumed_last_of_month});
    auto out =
        written_day(DueDay::Form::day_of_month,
                    fmt::format("{{day: {}{}}}", last ? "last" : fmt::format("{}", day),
                                months_on == 0 ? "" : fmt::format(", month: {:+}", months_on)));
    out.day = last ? DueDay::kLast : static_cast<unsigned>(day);
    out.months_on = months_on;
    return out;
}

/// The rule of a cadence by one day; nothing where that day is of another kind.
std::optional<DueRule> rule_by_day(Cadence cadence, const DayPhrase& day,
                                   std::vector<Message>& assumed) {
    constexpr std::array<std::string_view, 7> kWeekdays = {
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
    if (day.weekday) {
        const bool weekly = cadence == Cadence::weekly;
        if (!weekly) return std::nullopt;
        return rule_of(day.form,
                       written_day(DueDay::Form::weekday_of_week,
                                   fmt::format("{{weekday: {}}}", kWeekdays.at(*day.weekday))));
    }
    if (day.last_day) {
        return rule_of(day.form, written_day(DueDay::Form::period_end, "period-end"));
    }
    if (cadence == Cadence::weekly || !day.day) return std::nullopt;
    if (!day.month) {
        return rule_of(day.form, day_of_month(*day.day, day.months_on, assumed));
    }
    if (cadence == Cadence::monthly || cadence == Cadence::quarterly) return std::nullopt;
    if (day.next_year) return rule_of(day.form, day_of_month(*day.day, *day.month, assumed));
    if (!existing(2023, *day.month, *day.day)) return std::nullopt;
    return rule_of(day.form, written_day(DueDay::Form::month_day, month_day(*day.month, *day.day)));
}

void halves(const WordsIn& words, const std::vector<DayPhrase>& named, When& out) {
    if (out.cadence != Cadence::semiannual) return;
    const bool second = words.has("6 tháng cuối") || words.has("06 tháng cuối");
    const bool first = words.has("6 tháng đầu") || words.has("06 tháng đầu");
    if (first != second) {
        out.period_keys = {first ? "H1" : "H2"};
        return;
    }
    if (named.size() != 1 || !named.front().month) return;
    constexpr int kFirstHalf = 7;  // a day in July is of the half that has just ended
    const auto& day = named.front();
    out.period_keys = {*day.month <= kFirstHalf && !day.next_year ? "H1" : "H2"};
    out.assumed.push_back({Word::draft_assumed_half});
}

When periodic(Cadence cadence, const WordsIn& words, const std::vector<DayPhrase>& named) {
    When out;
    out.cadence = cadence;
    if (const auto within = within_phrase(words)) {
        out.due = within_of(within->amount, Anchor::period_end);
        return out;
    }
    halves(words, named, out);
    const int parts = cadence == Cadence::semiannual ? 2 : cadence == Cadence::quarterly ? 4 : 0;
    if (parts > 0 && static_cast<int>(named.size()) == parts) out.due = keyed_days(named, parts);
    for (const auto& day : named) {
        if (!out.due) out.due = rule_by_day(cadence, day, out.assumed);
    }
    if (out.due) return out;
    auto open = without_day(cadence);
    out.due = std::move(open.due);
    for (auto& message : open.assumed) out.assumed.push_back(std::move(message));
    return out;
}

std::optional<Day> day_of(const DayPhrase& day, int year, When& out) {
    if (!day.month) return std::nullopt;
    const int of = day.year.value_or(day.next_year ? year + 1 : year);
    if (!day.year && !day.next_year) out.assumed.push_back({Word::draft_assumed_year_of_plan});
    return existing(of, *day.month, day.day.value_or(1));
}

/// What is to be done once, by the days that are named.
std::optional<When> by_days(const std::vector<DayPhrase>& named, int year) {
    When out;
    out.cadence = Cadence::once;
    std::optional<Day> last;
    for (const auto& day : named) {
        When one;
        const auto found = day_of(day, year, one);
        if (!found || (last && *found < *last)) continue;
        last = found;
        out.due = rule_of(day.form, date_day(*found));
        out.assumed = std::move(one.assumed);
    }
    if (!last) return std::nullopt;
    if (named.size() > 1) out.assumed.push_back({Word::draft_assumed_last_of_days});
    return out;
}

int quarter_at(const WordsIn& words, std::size_t at, std::optional<int>& year) {
    auto word = std::string(words[at]);
    if (const auto slash = word.find_first_of("/-"); slash != std::string::npos) {
        const WordsIn rest(std::string_view(word).substr(slash + 1));
        if (const auto found = rest.number(0, 4); found && *found >= 1900) year = found;
        word.resize(slash);
    }
    constexpr std::array<std::string_view, 4> kRoman = {"i", "ii", "iii", "iv"};
    for (int i = 0; i < 4; ++i) {
        if (word == kRoman.at(static_cast<std::size_t>(i)) || word == fmt::format("{}", i + 1) ||
            word == fmt::format("0{}", i + 1)) {
            return i + 1;
        }
    }
    return 0;
}

std::optional<int> year_behind(const WordsIn& words, std::size_t at) {
    const auto skip = words.match(at, "năm");
    const auto year = words.number(at + skip, 4);
    return year && *year >= 1900 && *year < 2200 ? year : std::nullopt;
}

/// `Quý II/2023`, `quý I và quý III`: the last of them.
std::optional<When> by_quarter(const WordsIn& words, int year) {
    std::string last;
    bool written = false;
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        const bool joined = !last.empty() && words.match_any(at, {"và", "đến"}) > 0;
        if (words.match_any(at, {"quý", "quí", "qúy"}) == 0 && !joined) continue;
        std::optional<int> own;
        const int quarter = quarter_at(words, at + 1, own);
        if (quarter == 0) continue;
        if (!own) own = year_behind(words, at + 2);
        written = own.has_value();
        last = fmt::format("{:04}-Q{}", own.value_or(year), quarter);
    }
    if (last.empty()) return std::nullopt;
    When out;
    out.cadence = Cadence::once;
    out.due = rule_of(DueRule::Form::by, written_day(DueDay::Form::span, last));
    if (!written) out.assumed.push_back({Word::draft_assumed_year_of_plan});
    return out;
}

/// `trong tháng 9`, `Tháng 3 - 5/2022`, `từ tháng 3 đến tháng 9/2022`: the last of them.
std::optional<When> by_month(const WordsIn& words, int year) {
    std::optional<Day> last;
    bool written = false;
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        if (words.match(at, "tháng") == 0) continue;
        // Several behind one word: `tháng 3, 6 và 9`.
        for (auto next = at + 1; next < words.size(); ++next) {
            if (words.match(next, "và") > 0 || words.match(next, "đến") > 0) continue;
            const WordsIn parts(words.written(next));
            auto word = std::string(words[next]);
            std::optional<int> own;
            if (const auto slash = word.find('/'); slash != std::string::npos) {
                const WordsIn rest(std::string_view(word).substr(slash + 1));
                own = rest.number(0, 4);
                word.resize(slash);
            }
            if (const auto dash = word.find('-'); dash != std::string::npos) {
                word.erase(0, dash + 1);
            }
            const WordsIn month_word(word);
            const auto month = month_word.number(0, 2);
            if (!month || *month < 1 || *month > 12) break;
            if (!own) own = year_behind(words, next + 1);
            if (own && (*own < 1900 || *own > 2199)) break;
            written = own.has_value();
            last = month_end(own.value_or(year), static_cast<unsigned>(*month));
        }
    }
    if (!last) return std::nullopt;
    auto out = once_by(DueRule::Form::by, *last);
    if (!written) out.assumed.push_back({Word::draft_assumed_year_of_plan});
    return out;
}

/// `2022 - 2030`, `giai đoạn 2021-2025`, `năm 2022`, `trong năm`: the end of the last year.
std::optional<When> by_year(const WordsIn& words, int year) {
    std::optional<int> last;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto word = words.written(at);
        const bool pair = word.size() == 9 && word[4] == '-';
        const WordsIn own(pair ? word.substr(5) : word);
        const auto found = own.number(0, 4);
        if (found && *found >= 1900 && *found < 2200) last = found;
    }
    if (!last && words.has_any({"trong năm", "cuối năm", "đến hết năm"})) last = year;
    const auto day = last ? existing(*last, 12, 31) : std::nullopt;
    if (!day) return std::nullopt;
    return once_by(DueRule::Form::by, *day);
}

bool tells_continuous(const WordsIn& words) {
    return words.has_any({"thường xuyên", "liên tục", "xuyên suốt", "trong suốt"});
}

bool tells_ad_hoc(const WordsIn& words) {
    return words.has_any({"đột xuất", "phát sinh", "khi có yêu cầu", "theo yêu cầu", "ngay khi",
                          "khi có vụ việc", "khi xảy ra", "khi có chỉ đạo"});
}

}  // namespace

When continuous_by_default() {
    When out;
    out.assumed.push_back({Word::draft_assumed_continuous});
    return out;
}

When without_day(Cadence cadence) {
    When out;
    out.cadence = cadence;
    if (cadence == Cadence::continuous) return out;
    if (cadence == Cadence::ad_hoc) {
        constexpr int kDays = 5;
        out.due = within_of({kDays, Unit::working_day}, Anchor::raised);
        out.assumed.push_back({Word::draft_assumed_within});
        return out;
    }
    out.due = rule_of(DueRule::Form::by, written_day(DueDay::Form::period_end, "period-end"));
    out.assumed.push_back({Word::draft_assumed_period_end});
    return out;
}

std::optional<When> read_when_of(Cadence cadence, std::string_view text, int year) {
    const WordsIn words(text);
    if (cadence == Cadence::continuous) return When{};
    if (cadence == Cadence::ad_hoc) {
        const auto within = within_phrase(words);
        if (!within) return std::nullopt;
        When out;
        out.cadence = cadence;
        out.due = within_of(within->amount, Anchor::raised);
        return out;
    }
    const auto named = day_phrases(words);
    if (!is_periodic(cadence)) return by_days(named, year);
    auto out = periodic(cadence, words, named);
    return out;
}

std::optional<When> read_when(std::string_view text, int year) {
    const WordsIn words(text);
    if (words.size() == 0) return std::nullopt;
    if (words.match_any(0, {"thường xuyên", "liên tục"}) > 0 && !periodic_cadence(words)) {
        return When{};
    }
    const auto named = day_phrases(words);
    if (const auto cadence = periodic_cadence(words)) return periodic(*cadence, words, named);
    if (const auto within = within_phrase(words)) {
        When out;
        out.cadence = Cadence::ad_hoc;
        out.due = within_of(within->amount, Anchor::raised);
        return out;
    }
    if (auto out = by_days(named, year)) return out;
    if (auto out = by_quarter(words, year)) return out;
    if (auto out = by_month(words, year)) return out;
    if (tells_continuous(words)) return When{};
    if (tells_ad_hoc(words)) return without_day(Cadence::ad_hoc);
    return by_year(words, year);
}

}  // namespace plantool
