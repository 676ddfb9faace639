#include "read/draft/signatories.hpp"

#include <algorithm>
#include <array>

#include "read/draft/phrases/agency_list.hpp"
#include "read/paper/layout/paper_lines.hpp"
#include "text/labels.hpp"
#include "text/message.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

std::string said(const Message& message) {
    return say(message, Language::vi);
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
    Signatories(const std::string& place, const std::vector<Text>& issuers, AgencyBook& book)
        : place_(place), issuers_(issuers), book_(book) {}

    std::vector<Signatory> read(const std::vector<std::string>& lines) {
        for (const auto& line : lines) {
            const auto text = std::string(trim(line));
            if (text.empty() || is_rule(text) || text.front() == '(' || text.front() == '[')
                continue;
            if (is_persons_name(text)) {
                open_.name = text;
                close();
            } else if (acts_for(text)) {
                // Whoever is named above signs without a name under it.
                if (text.starts_with("T") && !open_.title.empty()) close();
                open_.acting_for += (open_.acting_for.empty() ? "" : ", ") + text;
                if (text.starts_with("T")) take_agency(text);
                begun_ = true;
            } else if (is_in_capitals(text)) {
                read_capitals(text);
            }
        }
        if (begun_) close();
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
            open_.agency = body_called(in_small_letters(text, place_), text);
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
        open_.agency = body_called(in_small_letters(name, place_), text);
    }

    /// `TM. ỦY BAN NHÂN DÂN` of a paper that Ủy ban nhân dân huyện Minh Họa issues is that one.
    std::string body_called(const std::string& name, const std::string& line) {
        const auto beginning = fold_name(name) + " ";
        for (const auto& agency : book_.agencies()) {
            const auto is_issuer = [&](const Text& id) { return id.value == agency.id.value; };
            if (std::any_of(issuers_.begin(), issuers_.end(), is_issuer) &&
                fold_name(agency.name.value).starts_with(beginning)) {
                return agency.id.value;
            }
        }
        return book_.id_of(name, {said({Word::draft_from_signature}), line});
    }

    void close() {
        begun_ = false;
        if (open_.agency.empty()) {
            for (const auto& issuer : issuers_) {
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
    const std::vector<Text>& issuers_;
    AgencyBook& book_;
    std::vector<Signatory> out_;
    Signatory open_;
    bool begun_ = false;
};

}  // namespace

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

std::vector<Signatory> signatories_of(const std::vector<std::string>& lines,
                                      const std::vector<Text>& issuers, const std::string& place,
                                      AgencyBook& book) {
    return Signatories(place, issuers, book).read(lines);
}

}  // namespace plantool
