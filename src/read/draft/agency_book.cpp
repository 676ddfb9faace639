#include "read/draft/agency_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "read/draft/phrases/agency_list.hpp"
#include "read/paper/clean_text.hpp"
#include "read/paper/layout/paper_lines.hpp"
#include "text/labels.hpp"
#include "text/message.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

struct Short {
    std::string_view written;  ///< folded without diacritics and marks
    std::string_view name;
};

/// What offices shorten everywhere.
constexpr std::array kShortForms = {
    Short{"ubnd", "Ủy ban nhân dân"},
    Short{"hdnd", "Hội đồng nhân dân"},
    Short{"mttq", "Mặt trận Tổ quốc"},
    Short{"mttqvn", "Mặt trận Tổ quốc Việt Nam"},
    Short{"ubmttq", "Ủy ban Mặt trận Tổ quốc"},
    Short{"ubmttqvn", "Ủy ban Mặt trận Tổ quốc Việt Nam"},
    Short{"vp", "Văn phòng"},
    Short{"btg", "Ban Tuyên giáo"},
    Short{"btgtu", "Ban Tuyên giáo Tỉnh ủy"},
    Short{"gddt", "Giáo dục và Đào tạo"},
    Short{"khdt", "Kế hoạch và Đầu tư"},
    Short{"tttt", "Thông tin và Truyền thông"},
    Short{"tnmt", "Tài nguyên và Môi trường"},
    Short{"ldtbxh", "Lao động - Thương binh và Xã hội"},
    Short{"vhttdl", "Văn hóa, Thể thao và Du lịch"},
    Short{"khcn", "Khoa học và Công nghệ"},
    Short{"nnptnt", "Nông nghiệp và Phát triển nông thôn"},
    Short{"nnmt", "Nông nghiệp và Môi trường"},
    Short{"gtvt", "Giao thông vận tải"},
    Short{"lhpn", "Liên hiệp Phụ nữ"},
    Short{"ldld", "Liên đoàn Lao động"},
    Short{"ccb", "Cựu chiến binh"},
    Short{"bhxh", "Bảo hiểm xã hội"},
};

/// The word as it stands in the table: `TT&TT`, `LĐ-TB&XH`, `NN và PTNT` are written so.
std::string plain_short(std::string_view word) {
    std::string out;
    for (const char c : fold_without_diacritics(word)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    }
    return out;
}

bool is_short_form(const WordsIn& words, std::size_t at) {
    const auto word = words.written(at);
    return to_upper(word) == word;
}

std::string without_brackets(std::string_view text) {
    std::string out;
    int open = 0;
    for (const char c : text) {
        if (c == '(') ++open;
        if (open == 0) out += c;
        if (c == ')' && open > 0) --open;
    }
    return one_line(out);
}

std::string line_with(const std::string& lines, std::string_view name) {
    const auto all = lines_of(lines);
    const auto found = std::find_if(all.begin(), all.end(), [&](const std::string& line) {
        return line.find(name) != std::string::npos;
    });
    if (found != all.end()) return *found;
    return all.empty() ? std::string() : all.front();
}

/// Phrases of ids, longest first; folded without diacritics.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> kIdWords = {{
    {" truc thuoc uy ban nhan dan tinh ", " "},
    {" truc thuoc tinh uy ", " truc thuoc "},
    {" truc thuoc huyen uy ", " truc thuoc "},
    {" uy ban mat tran to quoc viet nam ", " mttq "},
    {" mat tran to quoc viet nam ", " mttq "},
    {" uy ban mat tran to quoc ", " mttq "},
    {" mat tran to quoc ", " mttq "},
    {" uy ban nhan dan ", " ubnd "},
    {" hoi dong nhan dan ", " hdnd "},
    {" huyen thi xa thanh pho thuoc tinh ", " cap huyen "},
    {" huyen thi xa va thanh pho ", " cap huyen "},
    {" huyen thi xa thanh pho ", " cap huyen "},
    {" huyen thanh pho thi xa ", " cap huyen "},
    {" huyen thi thanh pho ", " cap huyen "},
    {" huyen thi thanh uy ", " cap huyen "},
    {" xa phuong thi tran ", " cap xa "},
    {" ban tuyen giao ", " btg "},
    {" van phong ", " vp "},
    {" thuong binh va xa hoi ", " tbxh "},
    {" co lien quan ", " "},
    {" lien quan ", " "},
}};

}  // namespace

std::string agency_id(std::string_view name) {
    constexpr std::size_t kLongest = 60;
    std::string words = " ";
    for (const char c : fold_without_diacritics(without_brackets(name)) + " ") {
        const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (part) words += c;
        if (!part && words.back() != ' ') words += ' ';
    }
    const auto without = [&](std::string_view word) {
        const auto padded = fmt::format(" {} ", word);
        for (auto at = words.find(padded); at != std::string::npos; at = words.find(padded)) {
            words.replace(at, padded.size(), " ");
        }
    };
    without("cac");
    for (const auto& [phrase, by] : kIdWords) {
        for (auto at = words.find(phrase); at != std::string::npos; at = words.find(phrase)) {
            words.replace(at, phrase.size(), by);
        }
    }
    without("va");
    constexpr std::string_view kTinh = " tinh ";
    const auto count = std::count(words.begin(), words.end(), ' ') - 1;
    if (words.ends_with(kTinh) && count > 3) words.resize(words.size() - kTinh.size() + 1);
    auto id = std::string(trim(words));
    std::replace(id.begin(), id.end(), ' ', '-');
    if (id.size() > kLongest) id.resize(std::min(id.rfind('-', kLongest), kLongest));
    return id.empty() ? "co-quan" : id;
}

void AgencyBook::set_place(std::string_view place) {
    place_ = fold_name(place);
}

void AgencyBook::define(std::string_view short_name, std::string_view name) {
    const auto folded = fold_name(short_name);
    if (folded.empty() || folded == fold_name(name)) return;
    if (defined_.emplace(folded, std::string(name)).second) {
        short_names_.emplace_back(one_line(short_name), std::string(name));
    }
}

void AgencyBook::read_definitions(std::string_view text) {
    const WordsIn words(text);
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words.gap(at).find('(') == std::string_view::npos) continue;
        const auto lead =
            words.match_any(at, {"sau đây gọi tắt là", "sau đây viết tắt là", "gọi tắt là",
                                 "viết tắt là", "sau đây gọi là", "sau đây gọi chung là",
                                 "gọi chung là", "viết tắt", "sau đây gọi tắt"});
        auto next = at + lead;
        while (next < words.size() && words.gap(next).find(')') == std::string_view::npos &&
               next - at < lead + 8) {
            ++next;
        }
        const auto short_name = words.written(at + lead, next);
        // In brackets right behind a name, with nothing said: `(BTGTU)`.
        const bool plain = lead == 0 && next == at + 1 && is_short_form(words, at) &&
                           words.written(at).size() >= 3 && !words.number(at, 6);
        if ((lead == 0 && !plain) || short_name.empty()) continue;
        auto first = start_of_agencies(words, at);
        if (!first) continue;
        const auto names = agencies_in(words.written(*first, at)).names;
        if (!names.empty()) define(short_name, names.back());
    }
}

AgencyBook::Known AgencyBook::written_out(std::string_view written) const {
    Known out;
    auto name = one_line(written);
    // A short form that stands behind the name in brackets is no part of it; other brackets are.
    if (const auto open = name.find(" ("); open != std::string::npos) {
        const auto within = std::string_view(name).substr(open + 2);
        const WordsIn words(within);
        const bool tells = words.match_any(0, {"sau đây", "gọi tắt", "viết tắt"}) > 0 ||
                           (words.size() == 1 && is_short_form(words, 0));
        const auto close = name.find(')', open);
        if (tells) {
            const auto behind = close == std::string::npos ? std::string() : name.substr(close + 1);
            name = one_line(name.substr(0, open) + behind);
        }
    }
    if (const auto found = defined_.find(fold_name(name)); found != defined_.end()) {
        name = found->second;
    }
    const WordsIn words(name);
    std::string rest;
    for (std::size_t at = 0; at < words.size(); ++at) {
        rest += at == 0 ? words.before(0) : words.gap(at);
        const auto word = words.written(at);
        const auto plain = plain_short(word);
        const auto* const known =
            std::find_if(kShortForms.begin(), kShortForms.end(),
                         [&](const Short& one) { return one.written == plain; });
        if (known != kShortForms.end() && is_short_form(words, at)) {
            rest += known->name;
            out.expanded = true;
        } else {
            rest += word;
        }
    }
    rest += words.behind(words.size());
    out.name = capitalised(one_line(rest));
    return out;
}

std::string AgencyBook::key_of(std::string_view name) const {
    auto key = fold_name(without_brackets(name));
    if (!place_.empty() && key.ends_with(" " + place_)) key.resize(key.size() - place_.size() - 1);
    const auto the = fold_name("các") + " ";
    if (key.starts_with(the)) key.erase(0, the.size());
    return key;
}

void AgencyBook::note_spelling(Agency& agency, const std::string& written) {
    const auto folded = fold_name(written);
    const bool capitals = is_in_capitals(written);
    if (is_in_capitals(agency.name.value) && !capitals) {
        agency.name.value = capitalised(written);
        return;
    }
    const auto same = [&](const Text& text) { return fold_name(text.value) == folded; };
    if (same(agency.name)) return;
    const bool known = std::any_of(agency.aliases.begin(), agency.aliases.end(), same);
    constexpr std::size_t kLongest = 120;  // bytes
    if (known || capitals || written.size() > kLongest) return;
    agency.aliases.push_back({written, {}});
}

std::string AgencyBook::id_of(std::string_view written, const Mention& mention) {
    const auto known = written_out(written);
    const auto key = key_of(known.name);
    if (const auto found = ids_.find(key); found != ids_.end()) {
        for (auto& agency : agencies_) {
            if (agency.id.value != found->second) continue;
            note_spelling(agency, known.name);
            if (known.expanded) note_spelling(agency, one_line(written));
        }
        return found->second;
    }
    Agency agency;
    const auto base = agency_id(known.name);
    agency.id.value = base;
    const auto taken = [&] {
        return std::any_of(agencies_.begin(), agencies_.end(),
                           [&](const Agency& other) { return other.id.value == agency.id.value; });
    };
    for (int next = 2; taken(); ++next) agency.id.value = fmt::format("{}-{}", base, next);
    agency.name.value = known.name;
    for (const auto& [short_name, name] : short_names_) {
        if (agency.short_name.empty() && key_of(name) == key) agency.short_name.value = short_name;
    }
    agency.why.source = mention.source;
    const auto assume = [&](const Message& message) {
        auto& assumed = agency.why.assumed;
        assumed += (assumed.empty() ? "" : " ") + say(message, Language::vi);
    };
    if (is_collective(one_line(written))) assume({Word::draft_assumed_collective});
    if (known.expanded) {
        assume({Word::draft_assumed_short_form, one_line(written)});
        note_spelling(agency, one_line(written));
    }
    ids_.emplace(key, agency.id.value);
    agencies_.push_back(std::move(agency));
    mentions_.push_back({mention.source, line_with(mention.line, written)});
    return agencies_.back().id.value;
}

std::vector<Text> AgencyBook::ids_of(const std::vector<std::string>& names,
                                     const Mention& mention) {
    std::vector<Text> out;
    for (const auto& name : names) {
        auto id = id_of(name, mention);
        const auto same = [&](const Text& text) { return text.value == id; };
        if (std::none_of(out.begin(), out.end(), same)) out.push_back({std::move(id), {}});
    }
    return out;
}

void AgencyBook::put_first(const std::vector<Text>& ids) {
    std::size_t to = 0;
    for (const auto& id : ids) {
        for (auto at = to; at < agencies_.size(); ++at) {
            if (agencies_[at].id.value != id.value) continue;
            const auto from = static_cast<std::ptrdiff_t>(at);
            const auto place = static_cast<std::ptrdiff_t>(to);
            std::rotate(agencies_.begin() + place, agencies_.begin() + from,
                        agencies_.begin() + from + 1);
            std::rotate(mentions_.begin() + place, mentions_.begin() + from,
                        mentions_.begin() + from + 1);
            ++to;
            break;
        }
    }
}

}  // namespace plantool
