#include "read/draft/phrases/day_phrase.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace plantool {
namespace {

constexpr int kMostAmount = 9999;

std::vector<int> numbers_in(std::string_view word) {
    std::vector<int> out;
    while (!word.empty()) {
        const auto end = std::min(word.find_first_of("/-."), word.size());
        int number = 0;
        const auto part = word.substr(0, end);
        const bool read = !part.empty() && part.size() <= 4 &&
                          std::from_chars(part.data(), part.data() + part.size(), number).ptr ==
                              part.data() + part.size();
        if (!read) return {};
        out.push_back(number);
        word.remove_prefix(std::min(end + 1, word.size()));
    }
    return out;
}

bool is_year(int number) {
    return number >= 1900 && number < 2200;
}

std::optional<int> year_at(const WordsIn& words, std::size_t at) {
    const auto year = words.number(at, 4);
    return year && is_year(*year) ? year : std::nullopt;
}

class DayReader {
  public:
    explicit DayReader(const WordsIn& words) : words_(words) {}

    std::vector<DayPhrase> read() {
        for (std::size_t at = 0; at < words_.size();) {
            auto day = day_at(at);
            if (day && !is_of_a_document(*day)) out_.push_back(*day);
            at = day ? std::max(day->at.next, at + 1) : at + 1;
        }
        return out_;
    }

  private:
    /// `… số 06/CTr-UBND ngày 31/5/2021`: the day of what is cited.
    bool is_of_a_document(const DayPhrase& day) const {
        if (!day.year || day.at.first == 0 || day.form != DueRule::Form::by) return false;
        const auto before = words_.written(day.at.first - 1);
        return before.find('/') != std::string_view::npos &&
               before.find('-') != std::string_view::npos;
    }

    /// The words that lead to a day: how it binds, and how many they are.
    std::size_t lead_in(std::size_t at, DueRule::Form& form) const {
        if (const auto length = words_.match_any(at, {"trước và trong ngày",
                                                      "chậm nhất là ngày",
                                                      "chậm nhất vào ngày",
                                                      "chậm nhất ngày",
                                                      "chậm nhất đến ngày",
                                                      "chậm nhất là đến ngày",
                                                      "chậm nhất đến hết ngày",
                                                      "chậm nhất",
                                                      "chậm nhất là",
                                                      "muộn nhất là ngày",
                                                      "muộn nhất ngày",
                                                      "muộn nhất",
                                                      "đến hết ngày",
                                                      "đến hết",
                                                      "hết ngày",
                                                      "không quá ngày",
                                                      "không muộn hơn ngày",
                                                      "trong ngày",
                                                      "vào ngày",
                                                      "đến ngày",
                                                      "là ngày",
                                                      "ngày"})) {
            form = DueRule::Form::by;
            const auto more = words_.match_any(at + length, {"trước ngày", "trước"});
            if (more > 0) form = DueRule::Form::before;
            return length + more;
        }
        if (const auto length = words_.match_any(at, {"trước ngày", "trước"})) {
            form = DueRule::Form::before;
            return length;
        }
        return 0;
    }

    std::optional<DayPhrase> day_at(std::size_t at) const {
        DayPhrase out;
        const auto lead = lead_in(at, out.form);
        auto next = at + lead;
        out.at.first = at;
        if (const auto weekday = weekday_at(next)) {
            out.weekday = weekday->first;
            out.at.next = next + weekday->second;
            return out;
        }
        if (lead > 0) {
            if (const auto last = words_.match_any(
                    next, {"cuối cùng của tháng", "cuối tháng", "cuối cùng của quý", "cuối quý",
                           "cuối cùng hằng tháng", "cuối cùng của kỳ"})) {
                out.last_day = true;
                out.at.next = next + last;
                return out;
            }
        }
        if (!read_number(next, lead > 0, out)) return std::nullopt;
        read_behind(next, out);
        out.at.next = next;
        return out;
    }

    std::optional<std::pair<unsigned, std::size_t>> weekday_at(std::size_t at) const {
        constexpr std::array<std::string_view, 7> kDays = {
            "chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"};
        for (unsigned day = 0; day < kDays.size(); ++day) {
            if (const auto length = words_.match(at, kDays.at(day))) return {{day, length}};
        }
        constexpr std::array<std::string_view, 5> kNumbered = {"thứ 2", "thứ 3", "thứ 4", "thứ 5",
                                                               "thứ 6"};
        for (unsigned day = 0; day < kNumbered.size(); ++day) {
            if (const auto length = words_.match(at, kNumbered.at(day))) return {{day + 1, length}};
        }
        return std::nullopt;
    }

    bool read_number(std::size_t& next, bool led, DayPhrase& out) const {
        const auto parts = numbers_in(words_.written(next));
        const bool slashed = words_.written(next).find('/') != std::string_view::npos;
        if (parts.size() == 3 && is_year(parts[2])) {
            out.day = parts[0];
            out.month = parts[1];
            out.year = parts[2];
        } else if (parts.size() == 2 && slashed && is_year(parts[1]) && led) {  // trước 6/2022
            out.month = parts[0];
            out.year = parts[1];
        } else if (parts.size() == 2 && (slashed || led) && parts[1] <= 12) {
            out.day = parts[0];
            out.month = parts[1];
        } else if (led && parts.size() == 1 && parts[0] <= 31 &&
                   words_.match_any(next + 1, {"ngày", "tuần", "giờ", "năm", "tháng làm", "quý"}) ==
                       0) {
            out.day = parts[0];
        } else if (led && out.form == DueRule::Form::before && words_.match(next, "tháng") > 0 &&
                   words_.number(next + 1)) {
            ++next;  // trước tháng 6
            out.month = words_.number(next);
        } else {
            return false;
        }
        const bool exists = out.day.value_or(1) >= 1 && out.day.value_or(1) <= 31 &&
                            out.month.value_or(1) >= 1 && out.month.value_or(1) <= 12;
        ++next;
        return exists;
    }

    void read_behind(std::size_t& next, DayPhrase& out) const {
        if (!out.month) {
            if (words_.match(next, "của") > 0) ++next;
            if (words_.match(next, "tháng") > 0 && words_.number(next + 1)) {
                out.month = words_.number(next + 1);
                next += 2;
                if (*out.month < 1 || *out.month > 12) out.month.reset();
            } else {
                read_month_of_period(next, out);
            }
        }
        if (out.month && !out.year) {
            const auto skip = words_.match_any(next, {"năm", "của năm"});
            if (const auto year = year_at(words_, next + skip)) {
                out.year = year;
                next += skip + 1;
            } else if (const auto later = words_.match_any(
                           next, {"năm sau", "của năm sau", "năm tiếp theo", "của năm tiếp theo",
                                  "năm kế tiếp", "của năm kế tiếp", "năm liền kề",
                                  "của năm liền kề", "năm sau liền kề"})) {
                out.next_year = true;
                next += later;
            }
        }
    }

    void read_month_of_period(std::size_t& next, DayPhrase& out) const {
        if (const auto later = words_.match_any(
                next, {"tháng sau", "tháng tiếp theo", "tháng liền kề", "tháng kế tiếp",
                       "tháng sau liền kề", "tháng liền sau", "tháng đầu quý sau",
                       "tháng đầu tiên của quý sau", "tháng đầu của quý sau",
                       "tháng đầu quý tiếp theo", "tháng đầu của quý tiếp theo",
                       "tháng đầu tiên của quý tiếp theo", "tháng đầu quý kế tiếp",
                       "tháng đầu tiên quý sau", "tháng đầu tiên quý tiếp theo"})) {
            out.months_on = 1;
            next += later;
        } else if (const auto own = words_.match_any(
                       next, {"tháng cuối quý", "tháng cuối mỗi quý", "tháng cuối của quý",
                              "tháng cuối cùng của quý", "tháng cuối cùng", "tháng cuối kỳ",
                              "tháng cuối cùng của mỗi quý", "tháng báo cáo", "tháng cuối"})) {
            next += own;
        }
    }

    const WordsIn& words_;
    std::vector<DayPhrase> out_;
};

}  // namespace

std::vector<DayPhrase> day_phrases(const WordsIn& words) {
    return DayReader(words).read();
}

std::optional<WithinPhrase> within_phrase(const WordsIn& words) {
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        const auto count = words.number(at, 4);
        if (!count || *count < 1 || *count > kMostAmount) continue;
        WithinPhrase out;
        std::size_t length = 0;
        const auto unit = [&](std::string_view phrase, Unit is) {
            const auto words_of_unit = words.match(at + 1, phrase);
            if (words_of_unit <= length) return;
            length = words_of_unit;
            out.amount = {*count, is};
        };
        unit("ngày", Unit::day);
        unit("ngày làm việc", Unit::working_day);
        unit("tuần", Unit::week);
        unit("tháng", Unit::month);
        if (words.match(at + 1, "giờ") > 0) {
            constexpr int kHours = 24;
            length = 1;
            out.amount = {(*count + kHours - 1) / kHours, Unit::day};
        }
        if (length == 0) continue;
        const auto ends = [&](std::initializer_list<std::string_view> phrases) {
            return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
                const auto back = WordsIn(phrase).size();
                return back <= at && words.match(at - back, phrase) == back;
            });
        };
        const bool limit =
            ends({"trong", "trong vòng", "trong thời hạn", "sau", "không quá", "chậm nhất",
                  "chậm nhất là", "chậm nhất sau", "thời hạn", "tối đa"});
        const auto behind = at + 1 + length;
        const bool counted = words.match_any(behind, {"kể từ", "sau khi", "từ khi", "từ ngày",
                                                      "tính từ", "sau ngày", "làm việc kể từ"}) > 0;
        const bool months = out.amount.unit == Unit::month;
        if (!counted && (!limit || months)) continue;
        out.from_period_end =
            words
                .find_any({"kết thúc quý", "kết thúc tháng", "kết thúc kỳ", "hết quý", "hết tháng",
                           "kết thúc năm", "kết thúc kỳ báo cáo", "hết kỳ", "kết thúc tuần"},
                          behind)
                .has_value();
        return out;
    }
    return std::nullopt;
}

}  // namespace plantool
