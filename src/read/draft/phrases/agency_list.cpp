#include "read/draft/phrases/agency_list.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.hpp"

namespace plantool {
namespace {

bool goes_on(const WordsIn& words, std::size_t first, std::size_t at) {
    const auto has = [&](std::string_view phrase) {
        const auto found = words.find(phrase, first);
        return found && found->next <= at;
    };
    if (has("mặt trận") || has("mttq") || has("ubmttq") || has("mttqvn")) {
        if (!words.is_upper(at) &&
            words.match_any(at, {"các đoàn thể", "đoàn thể", "các tổ chức chính trị",
                                 "tổ chức chính trị"}) > 0) {
            return true;
        }
    }
    if (has("đoàn đại biểu quốc hội") && words.match_any(at, {"hội đồng nhân dân", "hđnd"}) > 0 &&
        words.match_any(first, {"văn phòng", "vp"}) > 0) {
        return true;
    }
    if (words.match_any(at, {"các", "ubnd", "ủy ban"}) > 0 || words.is_upper(at)) return false;
    const bool several = has("các") || words.match_any(first, {"cơ quan", "đơn vị", "sở ban",
                                                               "ban ngành", "cấp ủy"}) > 0;
    return several &&
           words.match_any(
               at, {"huyện",    "thị",     "thị xã",      "thành phố", "thành ủy", "thị ủy",
                    "huyện ủy", "quận",    "quận ủy",     "xã",        "phường",   "thị trấn",
                    "ban",      "ngành",   "sở",          "đoàn thể",  "đơn vị",   "địa phương",
                    "hội",      "cơ quan", "tổ chức",     "phòng",     "cấp",      "doanh nghiệp",
                    "trường",   "chi bộ",  "cá nhân",     "bộ phận",   "đặc khu",  "hội đoàn thể",
                    "mặt trận", "cơ sở",   "chính quyền", "tổ",        "khối",     "ban ngành"}) >
               0;
}

std::string cleaned(std::string_view name) {
    auto out = std::string(trim(name));
    const auto ends = [&](std::string_view marks) {
        return !out.empty() && marks.find(out.back()) != std::string_view::npos;
    };
    while (ends(".,;:- ") || (ends(")") && out.find('(') == std::string::npos)) out.pop_back();
    while (!out.empty() &&
           std::string_view(".,;:-+*( ").find(out.front()) != std::string_view::npos) {
        out.erase(0, 1);
    }
    return out;
}

/// `các cơ quan, đơn vị liên quan`: nobody by name.
bool is_related(const WordsIn& words, std::size_t first, std::size_t next) {
    if (next - first < 3 || words.match(next - 2, "liên quan") == 0) {
        const bool others = next - first >= 3 && words.match(next - 1, "khác") > 0 &&
                            words.match(next - 3, "liên quan") > 0;
        if (!others) return false;
    }
    for (auto at = first; at < next; ++at) {
        if (words.is_upper(at) && at != first) return false;
        if (words.match_any(
                at, {"các",  "cơ",    "quan",  "đơn",    "vị",    "có",    "liên",   "khác",
                     "và",   "tổ",    "chức",  "cá",     "nhân",  "địa",   "phương", "bộ",
                     "phận", "phòng", "ban",   "sở",     "ngành", "đoàn",  "thể",    "hội",
                     "cấp",  "trực",  "thuộc", "chuyên", "môn",   "doanh", "nghiệp"}) == 0) {
            return false;
        }
    }
    return true;
}

class ListReader {
  public:
    explicit ListReader(std::string_view list) : words_(list) {}

    AgencyList read() {
        std::size_t first = 0;
        for (std::size_t at = 0; at < words_.size();) {
            if (at == first && several_of_one_kind(at)) {
                at = read_kind(at);
                first = at;
                continue;
            }
            if (at > first && is_border(at)) {
                const auto begin = words_.match_any(at, {"và", "cùng", "cùng với", "với"});
                const bool hard = words_.gap(at).find_first_of(";\n") != std::string_view::npos;
                const auto next = at + begin;
                if (hard || (begins_agency(words_, next) && !goes_on(words_, first, next))) {
                    add(first, at);
                    first = next;
                    at = next;
                    continue;
                }
            }
            ++at;
        }
        add(first, words_.size());
        return std::move(out_);
    }

  private:
    bool is_border(std::size_t at) const {
        return words_.gap(at).find_first_of(",;\n") != std::string_view::npos ||
               words_.match_any(at, {"và", "cùng", "với"}) > 0;
    }

    /// `các Sở: Công Thương, Tài chính`.
    bool several_of_one_kind(std::size_t at) const {
        const auto kind = kind_at(at);
        return kind > 0 && at + kind < words_.size() && words_.is_upper(at + kind);
    }
    std::size_t kind_at(std::size_t at) const {
        return words_.match_any(at, {"các sở", "các bộ", "các phòng", "các sở ngành"});
    }

    std::size_t read_kind(std::size_t at) {
        const auto noun = words_.match(at, "các bộ") > 0      ? "Bộ"
                          : words_.match(at, "các phòng") > 0 ? "Phòng"
                                                              : "Sở";
        auto first = at + kind_at(at);
        at = first;
        const auto close = [&](std::size_t end) {
            if (end > first) {
                out_.names.push_back(
                    fmt::format("{} {}", noun, cleaned(words_.written(first, end))));
            }
        };
        while (at < words_.size()) {
            const auto field = at == first ? field_at(words_, at) : 0;
            if (field > 0) {
                at += field;
                continue;
            }
            if (!is_border(at) || at == first) {
                ++at;
                continue;
            }
            const auto joint = words_.match_any(at, {"và", "cùng", "với"});
            close(at);
            first = at + joint;
            at = first;
            if (begins_agency(words_, at) && !words_.match(at, "văn hóa")) return at;
        }
        close(words_.size());
        return words_.size();
    }

    void add(std::size_t first, std::size_t next) {
        if (first >= next) return;
        auto name = cleaned(words_.written(first, next));
        // A bracket that is closed behind the last word.
        if (name.find('(') != std::string::npos && name.find(')') == std::string::npos) name += ')';
        if (is_related(words_, first, next)) {
            out_.related = std::move(name);
        } else if (!name.empty()) {
            out_.names.push_back(std::move(name));
        }
    }

    WordsIn words_;
    AgencyList out_;
};

}  // namespace

AgencyList agencies_in(std::string_view list) {
    return ListReader(list).read();
}

std::size_t end_of_agencies(const WordsIn& words, std::size_t from) {
    for (auto at = from; at < words.size(); ++at) {
        if (at > from) {
            const auto gap = words.gap(at);
            const bool sentence = gap.find_first_of(";:\n") != std::string_view::npos ||
                                  gap.find(". ") != std::string_view::npos;
            if (sentence || ends_names(words, at)) return at;
        }
        const bool related = words.match(at, "liên quan") > 0;
        const bool more = at + 2 < words.size() &&
                          (words.gap(at + 2).find(',') != std::string_view::npos ||
                           words.match_any(at + 2, {"và", "khác", "trên", "thuộc", "của"}) > 0);
        if (related && !more) return std::min(at + 2, words.size());
    }
    return words.size();
}

std::optional<std::size_t> start_of_agencies(const WordsIn& words, std::size_t before) {
    constexpr std::size_t kMostWords = 60;
    if (before == 0) return std::nullopt;
    // The farthest beginning from which only names lead here.
    std::optional<std::size_t> found;
    for (auto at = before; at-- > 0 && before - at <= kMostWords;) {
        if (at + 1 < before) {
            const auto gap = words.gap(at + 1);
            const bool sentence = gap.find_first_of(";:\n") != std::string_view::npos ||
                                  gap.find(". ") != std::string_view::npos;
            if (sentence) break;
        }
        if (ends_names(words, at)) break;
        if (!begins_agency(words, at)) continue;
        // A name within a name begins with a small letter, or behind one: `Văn phòng Ủy ban`.
        found = at;
        const bool first = at == 0 || words.gap(at).find(',') != std::string_view::npos;
        if (first && at > 0 && !words.match_any(at - 1, {"và"})) {
            // Whether the comma parts agencies shows by what stands before it.
            bool name_before = false;
            for (auto back = at; back-- > 0 && at - back <= 12;) {
                if (ends_names(words, back)) break;
                if (words.is_upper(back) && begins_agency(words, back)) name_before = true;
            }
            if (!name_before) break;
        }
    }
    return found;
}

bool is_agency_list(std::string_view text) {
    constexpr std::size_t kLongest = 40;  // words
    const WordsIn words(text);
    if (words.size() == 0 || words.size() > kLongest || !begins_agency(words, 0)) return false;
    return end_of_agencies(words, 0) >= words.size();
}

bool is_collective(std::string_view name) {
    const WordsIn words(name);
    if (words.size() == 0) return false;
    return !words.is_upper(0) || words.has("các") || words.has("toàn thể") || words.has("đoàn thể");
}

}  // namespace plantool
