#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "read/draft/draft_parts.hpp"
#include "read/draft/phrases/agency_list.hpp"
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

/// A line in capitals as names are written elsewhere.
std::string in_small_letters(const std::string& line, const std::string& place) {
    if (!is_in_capitals(line)) return line;
    const WordsIn words(line);
    std::string out;
    bool capital = true;
    const bool all = words.match_any(0, {"trường", "công ty"}) > 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        out += at == 0 ? words.before(0) : words.gap(at);
        const auto word = words.written(at);
        const bool short_form =
            count_code_points(word) <= 5 &&
            fold_without_diacritics(word).find_first_of("aeiouy") == std::string::npos;
        const bool mixed = word.find('&') != std::string_view::npos || words[at] == "ubnd" ||
                           words[at] == fold_name("ubnd");
        const auto small = to_lower(word);
        if (short_form || mixed) {
            out += word;
        } else {
            out += capital || all ? capitalised(small) : small;
        }
        capital = words.match_any(at, {"sở", "ban", "phòng", "bộ", "cục", "hội", "đoàn", "viện",
                                       "trung tâm", "huyện", "thị", "quận", "phường", "xã"}) > 0 &&
                  words.match_any(at, {"ban nhân", "ban mặt", "ban dân tộc tỉnh"}) == 0;
    }
    out = with_field_names(out + std::string(words.behind(words.size())));
    const auto folded = to_lower(place);
    if (const auto found = to_lower(out).find(folded);
        !place.empty() && found != std::string::npos) {
        out.replace(found, folded.size(), place);
    }
    return out;
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

constexpr std::array<std::string_view, 34> kRoles = {"Phó Chủ tịch",
                                                     "Chủ tịch",
                                                     "Phó Trưởng ban",
                                                     "Trưởng ban",
                                                     "Phó Giám đốc",
                                                     "Giám đốc",
                                                     "Phó Bí thư Thường trực",
                                                     "Phó Bí thư",
                                                     "Bí thư",
                                                     "Phó Chánh Văn phòng",
                                                     "Chánh Văn phòng",
                                                     "Phó Hiệu trưởng",
                                                     "Hiệu trưởng",
                                                     "Thứ trưởng",
                                                     "Bộ trưởng",
                                                     "Phó Cục trưởng",
                                                     "Cục trưởng",
                                                     "Phó Chi cục trưởng",
                                                     "Chi cục trưởng",
                                                     "Phó Trưởng phòng",
                                                     "Trưởng phòng",
                                                     "Chỉ huy trưởng",
                                                     "Chính ủy",
                                                     "Viện trưởng",
                                                     "Phó Viện trưởng",
                                                     "Thủ trưởng",
                                                     "Tổng Giám đốc",
                                                     "Phó Tổng Giám đốc",
                                                     "Phó Chủ tịch Thường trực",
                                                     "Phó Trưởng ban Thường trực",
                                                     "Tổ trưởng",
                                                     "Vụ trưởng",
                                                     "Tổng cục trưởng",
                                                     "Ủy viên Thường trực"};

bool acts_for(const std::string& line) {
    const auto mark = line.substr(0, line.find_first_of(". "));
    constexpr std::array<std::string_view, 9> kMarks = {"TM",  "T/M", "KT",   "K/T", "TL",
                                                        "T/L", "TUQ", "T/UQ", "Q"};
    return is_in_capitals(line) &&
           std::find(kMarks.begin(), kMarks.end(), std::string_view(mark)) != kMarks.end();
}

bool is_persons_name(const std::string& line) {
    constexpr std::size_t kMostWords = 7;
    const WordsIn words(line);
    if (words.size() < 2 || words.size() > kMostWords || line.find(':') != std::string::npos) {
        return false;
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!words.is_upper(at)) return false;
    }
    return !is_in_capitals(line);
}

class Signatories {
  public:
    Signatories(const std::string& place, AgencyBook& book) : place_(place), book_(book) {}

    std::vector<Signatory> read(const std::vector<std::string>& lines,
                                const std::vector<Text>& issuers) {
        for (const auto& line : lines) {
            const auto text = std::string(trim(line));
            if (text.empty() || is_rule(text) || text.front() == '(' || text.front() == '[')
                continue;
            if (is_persons_name(text)) {
                open_.name = text;
                close(issuers);
            } else if (acts_for(text)) {
                // Whoever is named above signs without a name under it.
                if (text.starts_with("T") && !open_.title.empty()) close(issuers);
                open_.acting_for += (open_.acting_for.empty() ? "" : ", ") + text;
                if (text.starts_with("T")) take_agency(text);
                begun_ = true;
            } else if (is_in_capitals(text)) {
                read_capitals(text);
            }
        }
        if (begun_) close(issuers);
        return std::move(out_);
    }

  private:
    void read_capitals(const std::string& text) {
        begun_ = true;
        const auto folded = fold_name(text);
        const auto* const role =
            std::find_if(kRoles.begin(), kRoles.end(),
                         [&](std::string_view one) { return fold_name(one) == folded; });
        if (role != kRoles.end()) {
            open_.title = std::string(*role);
        } else if (const WordsIn words(text);
                   begins_agency(words, 0) && open_.title.empty() && open_.acting_for.empty()) {
            open_.agency = book_.id_of(in_small_letters(text, place_),
                                       {said({Word::draft_from_signature}), text});
        } else {
            open_.title = capitalised(to_lower(text));
        }
    }

    void take_agency(const std::string& text) {
        const auto blank = text.find(' ');
        if (blank == std::string::npos) return;
        const auto name = std::string(trim(text.substr(blank + 1)));
        const WordsIn words(name);
        if (!begins_agency(words, 0)) return;
        open_.agency =
            book_.id_of(in_small_letters(name, place_), {said({Word::draft_from_signature}), text});
    }

    void close(const std::vector<Text>& issuers) {
        begun_ = false;
        if (open_.agency.empty()) {
            for (const auto& issuer : issuers) {
                const bool used = std::any_of(
                    out_.begin(), out_.end(),
                    [&](const Signatory& other) { return other.agency == issuer.value; });
                if (!used && open_.agency.empty()) open_.agency = issuer.value;
            }
        }
        open_.why.source = said({Word::draft_from_signature});
        if (!open_.name.empty() || !open_.title.empty()) out_.push_back(std::move(open_));
        open_ = {};
    }

    const std::string& place_;
    AgencyBook& book_;
    std::vector<Signatory> out_;
    Signatory open_;
    bool begun_ = false;
};

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
    head.signatories =
        Signatories(document.place, book).read(document.signature_lines, head.issuers);
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
