#include <fmt/format.h>

#include <algorithm>

#include "read/draft/draft_parts.hpp"
#include "read/draft/phrases/agency_list.hpp"
#include "read/draft/signatories.hpp"
#include "read/paper/clean_text.hpp"
#include "read/paper/layout/paper_lines.hpp"
#include "read/paper/paper_number.hpp"
#include "text/labels.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

std::string said(const Message& message) {
    return say(message, Language::vi);
}

std::string without_marks(std::string_view line) {
    auto out = trim(line);
    while (!out.empty() && std::string_view("-–*_ ,.").find(out.back()) != std::string_view::npos) {
        out.remove_suffix(1);
    }
    while (!out.empty() && std::string_view("-* ").find(out.front()) != std::string_view::npos) {
        out.remove_prefix(1);
    }
    return std::string(out);
}

bool is_year(int number) {
    return number >= 1900 && number < 2200;
}

/// Two years that belong together: `2021 - 2025`, `2021-2025`; behind a word, or anywhere.
std::optional<std::pair<int, int>> year_pair(const WordsIn& words, std::size_t from) {
    for (auto at = from; at < words.size(); ++at) {
        const auto word = words.written(at);
        if (word.size() == 9 && word[4] == '-') {
            const WordsIn first(word.substr(0, 4));
            const WordsIn last(word.substr(5));
            const auto a = first.number(0, 4);
            const auto b = last.number(0, 4);
            if (a && b && is_year(*a) && is_year(*b) && *a <= *b) return std::pair(*a, *b);
        }
        const auto a = words.number(at, 4);
        const auto b = words.number(at + 1, 4);
        const auto gap = words.gap(at + 1);
        const bool dash =
            gap.find('-') != std::string_view::npos || gap.find("–") != std::string_view::npos;
        if (a && b && dash && is_year(*a) && is_year(*b) && *a <= *b) return std::pair(*a, *b);
    }
    return std::nullopt;
}

/// The first year behind one of the words.
std::optional<int> year_behind(const WordsIn& words, std::string_view word) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words.match(at, word) == 0) continue;
        const auto year = words.number(at + 1, 4);
        if (year && is_year(*year)) return year;
    }
    return std::nullopt;
}

/// Names that say what they are only with the body above them: `BAN TUYÊN GIÁO` of `TỈNH ỦY`.
bool needs_body_above(const std::string& name) {
    constexpr std::size_t kMostWords = 5;
    const WordsIn words(name);
    return words.size() <= kMostWords &&
           words.match_any(0, {"ban tuyên giáo", "ban tổ chức", "ban dân vận", "văn phòng",
                               "ủy ban kiểm tra", "ban nội chính", "ban quản lý", "ban chỉ đạo"}) >
               0;
}

/// What the opening says is carried out: `Thực hiện Chương trình phối hợp số 06/… ngày … giữa …`.
std::optional<Programme> programme_in(const std::string& opening) {
    const WordsIn words(opening);
    for (std::size_t at = 1; at < words.size(); ++at) {
        if (words.match(at, "số") == 0) continue;
        const auto number = words.written(at + 1);
        if (number.find('/') == std::string_view::npos &&
            number.find('-') == std::string_view::npos) {
            continue;
        }
        Programme out;
        std::size_t first = at;
        while (first > 0 && words.match_any(first - 1, {"hiện", "cứ", "theo", "của"}) == 0 &&
               at - first < 8) {
            --first;
        }
        out.number = std::string(number);
        auto next = at + 2;
        if (words.match(next, "ngày") > 0) {
            const auto behind = std::string(words.written(next, next + 6));
            out.issued = day_within(behind);
            next += 2;
            if (words.match(next, "tháng") > 0) next += 4;
        }
        auto rest = std::string(words.behind(next));
        rest.resize(std::min({rest.find(';'), rest.find('\n'), rest.find(". "), rest.size()}));
        while (!rest.empty() &&
               std::string_view(" ,.").find(rest.front()) != std::string_view::npos) {
            rest.erase(0, 1);
        }
        // `…, Sở Y tế ban hành kế hoạch như sau`: who issues it is none of its title.
        const WordsIn all(rest);
        if (const auto made = all.find_any({"ban hành kế hoạch", "xây dựng kế hoạch"})) {
            const auto comma = all.before(made->first).rfind(',');
            if (comma != std::string_view::npos) rest.resize(comma);
        }
        out.title = capitalised(one_line(fmt::format("{} {}", words.written(first, at), rest)));
        while (!out.title.empty() && (out.title.back() == '.' || out.title.back() == ':')) {
            out.title.pop_back();
        }
        const WordsIn in_title(out.title);
        if (const auto years = year_pair(in_title, 0)) out.years = {years->first, years->second};
        out.why.source = said({Word::draft_from_opening});
        return out;
    }
    return std::nullopt;
}

/// `khph-04-2022` of `04-KHPH/BTGTU-UBND`.
std::string plan_id(const std::string& number, int year) {
    std::string digits;
    std::string letters;
    bool done = false;
    for (const char c : fold_without_diacritics(number)) {
        const bool digit = c >= '0' && c <= '9';
        const bool letter = c >= 'a' && c <= 'z';
        if (digit && letters.empty()) digits += c;
        if (letter && !done) letters += c;
        if (!digit && !letter && !letters.empty()) done = true;
    }
    if (letters.empty()) letters = "ke-hoach";
    return fmt::format("{}-{}{}{}", letters, digits, digits.empty() ? "" : "-", year);
}

std::string inbox_in(const std::vector<std::string>& lines) {
    for (const auto& line : lines) {
        const WordsIn words(line);
        for (std::size_t at = 0; at < words.size(); ++at) {
            const auto word = words.written(at);
            const auto sign = word.find('@');
            if (sign == std::string_view::npos || sign == 0) continue;
            if (word.find('.', sign) != std::string_view::npos) return std::string(word);
        }
    }
    return {};
}

}  // namespace

void assume(Provenance& why, const Message& message) {
    const auto sentence = said(message);
    if (why.assumed.find(sentence) != std::string::npos) return;
    why.assumed += (why.assumed.empty() ? "" : " ") + sentence;
}

std::optional<DraftDay> issued_in(const std::string& date_line) {
    if (const auto day = day_within(date_line)) return DraftDay{*day, true};
    const WordsIn words(date_line);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto month = words.match(at, "tháng") > 0 ? words.number(at + 1) : std::nullopt;
        const auto year = year_behind(words, "năm");
        if (month && *month >= 1 && *month <= 12 && year) {
            return DraftDay{make_day(*year, static_cast<unsigned>(*month), 1), false};
        }
    }
    if (const auto year = year_behind(words, "năm")) return DraftDay{make_day(*year, 1, 1), false};
    return std::nullopt;
}

DraftYears years_of(const PlanDocument& document, Day issued) {
    DraftYears out;
    const WordsIn title(document.title);
    const auto pair = year_pair(title, 0);
    const bool school = title.has("năm học");
    constexpr int kMostYears = 30;
    if (pair && pair->second - pair->first <= kMostYears) {
        out.first = pair->first;
        out.last = pair->second;
        out.school = school && out.last == out.first + 1;
        return out;
    }
    out.first = year_behind(title, "năm").value_or(plantool::year_of(issued));
    const auto to = year_behind(title, "đến");
    out.last = to && *to >= out.first && *to - out.first <= kMostYears ? *to : out.first;
    return out;
}

std::vector<std::string> issuers_of(const PlanDocument& document) {
    std::vector<std::string> lines;
    bool joint = false;
    for (const auto& line : document.issuing_lines) {
        joint = joint || line.ends_with('-') || line.ends_with("–") || line.starts_with('-');
        const auto name = without_marks(line);
        if (name.empty()) continue;
        const bool goes_on = !lines.empty() && !joint &&
                             WordsIn(name).match_any(0, {"tỉnh", "huyện", "thành phố", "thị xã",
                                                         "và", "quận", "xã", "phường"}) > 0 &&
                             WordsIn(name).match_any(0, {"tỉnh ủy", "tỉnh đoàn"}) == 0;
        if (goes_on) {
            lines.back() += " " + name;
        } else {
            lines.push_back(name);
        }
    }
    std::vector<std::string> out;
    for (const auto& line : lines) out.push_back(in_small_letters(line, document.place));
    if (joint || out.size() < 2) return out;
    auto own = out.back();
    if (needs_body_above(own)) own += " " + out[out.size() - 2];
    return {own};
}

void draft_head(const PlanDocument& document, const std::string& opening, Day issued,
                const DraftYears& years, AgencyBook& book, PlanDraft& out) {
    auto& head = out.plan.head;
    const auto from_head = said({Word::draft_from_head});
    head.number = document.number;
    if (head.number.empty()) {
        head.number = said({Word::draft_number_missing});
        assume(head.why, {Word::draft_assumed_no_number});
    }
    head.title = document.title;
    if (head.title.empty()) {
        head.title = said({Word::draft_title_missing});
        assume(head.why, {Word::draft_assumed_no_title});
    }
    head.issued = issued;
    const auto written = issued_in(document.date_line);
    if (!written || !written->whole) assume(head.why, {Word::draft_assumed_no_day, issued});
    head.id.value = plan_id(document.number, plantool::year_of(issued));
    head.place = document.place;
    std::vector<std::string> names;
    for (const auto& line : issuers_of(document)) names.push_back(line);
    head.issuers =
        book.ids_of(names, {from_head, fmt::format("{}", fmt::join(document.issuing_lines, " "))});
    head.signatories = signatories_of(document.signature_lines, head.issuers, document.place, book);
    head.implements = programme_in(opening);
    head.span = years.school ? Days{make_day(years.first, 9, 1), make_day(years.last, 8, 31)}
                             : Days{make_day(years.first, 1, 1), make_day(years.last, 12, 31)};
    assume(head.why, {Word::draft_assumed_span, head.span.from, head.span.to});
    assume(head.why, {Word::draft_assumed_defaults});
    if (document.of_state) head.layout = "nd30";
    head.recipients = document.recipients;
    head.why.source = from_head;
    std::vector<std::string> all;
    for (const auto& piece : document.body) all.push_back(piece.text);
    head.inbox = inbox_in(all);
}

}  // namespace plantool
