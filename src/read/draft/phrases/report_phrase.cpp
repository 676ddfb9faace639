#include "read/draft/phrases/report_phrase.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "read/draft/phrases/day_phrase.hpp"
#include "read/draft/phrases/duty_phrase.hpp"
#include "read/paper/clean_text.hpp"
#include "text/labels.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// A period that the sentence names: words [first, next).
struct Mention {
    Cadence cadence = Cadence::annual;
    PhraseAt at;
};

std::optional<Mention> mention_at(const WordsIn& words, std::size_t at) {
    const auto found = [&](Cadence cadence, std::size_t length) {
        return Mention{cadence, {at, at + length}};
    };
    if (const auto n = words.match_any(
            at, {"6 tháng đầu năm", "06 tháng đầu năm", "6 tháng cuối năm", "06 tháng cuối năm",
                 "6 tháng", "06 tháng", "sáu tháng đầu năm", "sáu tháng"})) {
        return found(Cadence::semiannual, n);
    }
    if (const auto n = words.match_any(at, {"9 tháng đầu năm", "9 tháng", "09 tháng"})) {
        return found(Cadence::nine_month, n);
    }
    if (const auto n = words.match_any(at, {"hằng quý", "hàng quý", "mỗi quý", "từng quý"})) {
        return found(Cadence::quarterly, n);
    }
    if (const auto n = words.match_any(at, {"hằng tháng", "hàng tháng", "mỗi tháng"})) {
        return found(Cadence::monthly, n);
    }
    if (const auto n = words.match_any(at, {"hằng tuần", "hàng tuần", "mỗi tuần"})) {
        return found(Cadence::weekly, n);
    }
    if (const auto n = words.match_any(
            at, {"cả năm", "hằng năm", "hàng năm", "mỗi năm", "1 năm", "01 năm", "một năm"})) {
        return found(Cadence::annual, n);
    }
    if (const auto n = words.match(at, "đột xuất")) return found(Cadence::ad_hoc, n);
    // The bare word among others of its kind: `báo cáo tháng, quý, 6 tháng và năm`.
    const bool led = at > 0 && words.match_any(at - 1, {"cáo", "kỳ", "kết", "và", "quý", "tháng",
                                                        "tuần", "theo"}) > 0;
    const bool listed = words.gap(at).find(',') != std::string_view::npos;
    const auto behind = words.written(at + 1);
    const bool numbered =
        !behind.empty() && ((behind.front() >= '0' && behind.front() <= '9') ||
                            words.match_any(at + 1, {"i", "ii", "iii", "iv"}) > 0);
    if ((!led && !listed) || numbered) return std::nullopt;
    if (words.match_any(at + 1, {"đầu", "cuối", "sau", "tiếp", "này", "trước", "liền"}) > 0 &&
        words.match(at + 1, "trước ngày") == 0 && words.match(at + 1, "trước") == 0) {
        return std::nullopt;
    }
    if (words.match(at, "quý")) return found(Cadence::quarterly, 1);
    if (words.match(at, "tháng")) return found(Cadence::monthly, 1);
    if (words.match(at, "tuần")) return found(Cadence::weekly, 1);
    if (words.match(at, "năm")) return found(Cadence::annual, 1);
    return std::nullopt;
}

/// What one part of a text asks for.
class PartReader {
  public:
    PartReader(std::string_view part, std::string_view whole, int year)
        : part_(part), whole_(whole), year_(year), words_(part) {}

    std::vector<ReportPhrase> read() {
        const auto report = words_.find("báo cáo");
        if (!report || is_noun(*report)) return {};
        report_ = *report;
        find_mentions();
        if (mentions_.empty()) return once();
        std::vector<ReportPhrase> out;
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            const auto when = when_of(i);
            if (when) out.push_back(phrase(*when, title_of(i)));
        }
        return out;
    }

  private:
    /// `đội ngũ báo cáo viên`, `theo báo cáo`, `các báo cáo`.
    bool is_noun(const PhraseAt& at) const {
        if (words_.match(at.next, "viên") > 0) return true;
        return at.first > 0 && words_.match_any(at.first - 1, {"theo", "hội nghị"}) > 0;
    }

    void find_mentions() {
        for (std::size_t at = 0; at < words_.size();) {
            const auto found = mention_at(words_, at);
            if (!found) {
                ++at;
                continue;
            }
            mentions_.push_back(*found);
            at = found->at.next;
        }
        // What the same words say twice: `định kỳ hằng quý … chậm nhất ngày 25 của tháng cuối quý`.
        for (std::size_t i = 1; i < mentions_.size();) {
            const bool again = std::any_of(
                mentions_.begin(), mentions_.begin() + static_cast<std::ptrdiff_t>(i),
                [&](const Mention& one) {
                    return one.cadence == mentions_[i].cadence && !halves(one, mentions_[i]);
                });
            if (again) {
                mentions_.erase(mentions_.begin() + static_cast<std::ptrdiff_t>(i));
            } else {
                ++i;
            }
        }
    }

    /// The two halves of a year are two reports.
    bool halves(const Mention& one, const Mention& other) const {
        const auto second = [&](const Mention& m) {
            return words_.match_any(m.at.first, {"6 tháng cuối", "06 tháng cuối"}) > 0;
        };
        return one.cadence == Cadence::semiannual && second(one) != second(other);
    }

    /// The words that are of one mention: up to the next, of a sentence with one all of it.
    std::string text_of(std::size_t i) const {
        if (mentions_.size() == 1) return std::string(part_);
        const auto end = i + 1 < mentions_.size() ? mentions_[i + 1].at.first : words_.size();
        std::string out(words_.written(mentions_[i].at.first, end));
        if (i + 1 == mentions_.size()) out += words_.behind(words_.size());
        return out;
    }

    std::optional<When> when_of(std::size_t i) const {
        const auto text = text_of(i);
        const auto cadence = mentions_[i].cadence;
        if (cadence == Cadence::ad_hoc) {
            if (auto when = read_when_of(cadence, text, year_)) return when;
            return without_day(cadence);
        }
        const WordsIn words(text);
        auto named = day_phrases(words);
        // Days that are listed behind all the periods: the first is of the first.
        if (mentions_.size() > 1) {
            const auto all = day_phrases(words_);
            const bool listed = all.size() == mentions_.size() && own_days() != all.size();
            if (listed || (named.empty() && all.size() == mentions_.size())) {
                const auto& at = all[i].at;
                const auto of_mention =
                    std::string(words_.written(mentions_[i].at.first, mentions_[i].at.next));
                const auto lead = all[i].form == DueRule::Form::before ? "trước" : "ngày";
                return read_when_of(
                    cadence, fmt::format("{} {} {}", of_mention, lead, number_words(at)), year_);
            }
        }
        auto when = read_when_of(cadence, text, year_);
        if (when && named.empty() && cadence == Cadence::semiannual && when->period_keys.empty()) {
            const bool annual = std::any_of(mentions_.begin(), mentions_.end(), [](const auto& m) {
                return m.cadence == Cadence::annual;
            });
            if (annual) {
                when->period_keys = {"H1"};
                when->assumed.push_back({Word::draft_assumed_half});
            }
        }
        return when;
    }

    /// The day without the words that lead to it.
    std::string number_words(const PhraseAt& at) const {
        auto first = at.first;
        while (first < at.next) {
            const auto word = words_.written(first);
            if (!word.empty() && word.front() >= '0' && word.front() <= '9') break;
            ++first;
        }
        return std::string(words_.written(first, at.next));
    }

    /// How many mentions have a day of their own behind them.
    std::size_t own_days() const {
        std::size_t out = 0;
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            const auto text = text_of(i);
            if (day_phrases(WordsIn(text)).size() == 1) ++out;
        }
        return out;
    }

    /// A single report by its day.
    std::vector<ReportPhrase> once() const {
        const auto behind = std::string(words_.behind(report_.next));
        const WordsIn rest(behind);
        const auto to = recipients();
        const bool tells = !day_phrases(rest).empty() || within_phrase(rest).has_value() ||
                           rest.has_any({"khi có yêu cầu", "theo yêu cầu"});
        const bool sent = !to.empty() || WordsIn(part_).has_any({"gửi", "nộp"});
        if (!tells || !sent) return {};
        const auto when = read_when(behind, year_);
        if (!when || when->cadence == Cadence::continuous) return {};
        return {phrase(*when, title_up_to(first_behind_title(), {}))};
    }

    ReportPhrase phrase(const When& when, std::string title) const {
        ReportPhrase out;
        out.title = std::move(title);
        out.when = when;
        out.part = part_;
        out.to = recipients();
        out.from = senders();
        return out;
    }

    /// `báo cáo Sở Y tế kết quả …`: where the agencies end to whom it is reported.
    std::size_t behind_addressees() const {
        const bool named = words_.is_upper(report_.next) && begins_agency(words_, report_.next);
        return named ? end_of_agencies(words_, report_.next) : report_.next;
    }

    std::vector<std::string> recipients() const {
        if (const auto end = behind_addressees(); end > report_.next) {
            return agencies_in(words_.written(report_.next, end)).names;
        }
        for (auto at = report_.next; at < words_.size(); ++at) {
            const auto lead =
                words_.match_any(at, {"về", "cho", "gửi", "gửi về", "gửi cho", "đến", "gửi đến",
                                      "lên", "với", "trình", "nộp về", "nộp cho", "về cho"});
            if (lead == 0 || !begins_agency(words_, at + lead)) continue;
            const auto end = end_of_agencies(words_, at + lead);
            const auto list = agencies_in(words_.written(at + lead, end));
            if (!list.names.empty()) return list.names;
        }
        return {};
    }

    std::vector<std::string> senders() const {
        // In front of the word, or of what says when: `Các sở định kỳ hằng quý báo cáo …`.
        auto end = report_.first;
        for (bool more = true; more && end > 0;) {
            more = false;
            for (const std::string_view filler :
                 {"định kỳ", "có trách nhiệm", "thực hiện", "gửi", "tổng hợp", "chủ động", "lập",
                  "nộp", "chế độ", "xây dựng", "và", "kịp thời", "thực hiện chế độ",
                  "tổng hợp và"}) {
                const auto length = WordsIn(filler).size();
                if (length <= end && words_.match(end - length, filler) > 0) {
                    end -= length;
                    more = true;
                }
            }
            for (const auto& mention : mentions_) {
                if (mention.at.next != end || mention.at.first == 0) continue;
                end = mention.at.first;
                more = true;
            }
        }
        if (const auto first = start_of_agencies(words_, end)) {
            const auto list = agencies_in(words_.written(*first, end));
            if (!list.names.empty()) return list.names;
        }
        const auto duty = duty_in(whole_);
        if (!duty.told.names.empty()) return duty.told.names;
        return duty.lead.names;
    }

    /// Where the words end that say what is reported.
    std::size_t first_behind_title() const {
        auto end = words_.size();
        for (auto at = report_.next; at < words_.size(); ++at) {
            const bool bracket = words_.gap(at).find('(') != std::string_view::npos;
            const auto lead =
                words_.match_any(at, {"về", "cho", "gửi", "đến", "lên", "với", "trình"});
            const bool to_whom = lead > 0 && begins_agency(words_, at + lead);
            const bool sent =
                words_.match_any(at, {"gửi", "để", "qua", "trước", "chậm nhất", "định kỳ",
                                      "theo quy định", "theo yêu cầu", "khi có yêu cầu"}) > 0;
            const bool period = std::any_of(mentions_.begin(), mentions_.end(),
                                            [&](const Mention& m) { return m.at.first == at; });
            if (bracket || to_whom || sent || period) {
                end = at;
                break;
            }
        }
        return end;
    }

    std::string title_up_to(std::size_t end, std::string_view period) const {
        constexpr std::size_t kLongest = 300;  // bytes
        const auto from = behind_addressees();
        auto what = from == report_.next
                        ? std::string(words_.written(report_.first, end))
                        : fmt::format("báo cáo {}", words_.written(from, std::max(from, end)));
        while (what.ends_with(',') || what.ends_with(' ')) what.pop_back();
        if (what.size() > kLongest) what = "báo cáo";
        return capitalised(one_line(fmt::format("{} {}", what, period)));
    }

    std::string title_of(std::size_t i) const {
        const auto& mention = mentions_[i];
        auto end = first_behind_title();
        if (end == report_.next && mentions_.front().at.first > end) {
            end = std::min(end, mentions_.front().at.first);
        }
        std::string period(words_.written(mention.at.first, mention.at.next));
        const bool led = mention.at.first > 0 && words_.match(mention.at.first - 1, "kết") > 0 &&
                         i > 0;  // sơ kết 6 tháng, tổng kết năm
        const auto at = mention.at.first;
        if (led && at >= 2) {
            return capitalised(fmt::format("báo cáo {} {}", words_.written(at - 2, at), period));
        }
        return title_up_to(end, period);
    }

    std::string_view part_;
    std::string_view whole_;
    int year_;
    WordsIn words_;
    PhraseAt report_;
    std::vector<Mention> mentions_;
};

}  // namespace

std::vector<ReportPhrase> reports_in(std::string_view text, int year) {
    std::vector<ReportPhrase> out;
    for (const auto part : parts_of(text)) {
        for (auto& one : PartReader(part, text, year).read()) out.push_back(std::move(one));
    }
    return out;
}

}  // namespace plantool
