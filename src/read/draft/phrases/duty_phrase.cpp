#include "read/draft/phrases/duty_phrase.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace plantool {
namespace {

/// What may stand between the one who does it and the word that says so.
std::size_t before_manner(const WordsIn& words, std::size_t at) {
    for (const std::string_view manner :
         {"chủ động", "tích cực", "thường xuyên", "kịp thời", "tiếp tục", "có trách nhiệm",
          "chịu trách nhiệm", "làm đầu mối", "sẽ", "phải"}) {
        const auto length = WordsIn(manner).size();
        if (length <= at && words.match(at - length, manner) > 0) {
            return before_manner(words, at - length);
        }
    }
    return at;
}

AgencyList list_between(const WordsIn& words, std::size_t first, std::size_t next) {
    return agencies_in(words.written(first, next));
}

class DutyReader {
  public:
    explicit DutyReader(std::string_view text) : words_(text) {}

    DutyPhrase read() {
        read_lead();
        read_partners();
        read_told();
        return std::move(out_);
    }

  private:
    /// The agencies in front of a word, with what stands before them.
    bool take_subject(std::size_t at) {
        const auto end = before_manner(words_, at);
        const auto first = start_of_agencies(words_, end);
        if (!first) return false;
        out_.lead = list_between(words_, *first, end);
        return !out_.lead.names.empty();
    }

    /// `Giao X …`: the agencies behind the word.
    bool take_charged() {
        const auto charge =
            words_.find_any({"giao cho", "giao", "đề nghị", "yêu cầu", "phân công"});
        if (!charge || charge->first > 0) return false;
        auto first = charge->next;
        if (!begins_agency(words_, first)) return false;
        const auto end = end_of_agencies(words_, first);
        out_.lead = list_between(words_, first, end);
        return !out_.lead.names.empty() || !out_.lead.related.empty();
    }

    void read_lead() {
        if (take_charged()) return;
        if (const auto lead = words_.find("chủ trì")) {
            if (take_subject(lead->first)) return;
        }
        for (const std::string_view phrase : {"phối hợp", "có trách nhiệm", "chịu trách nhiệm",
                                              "làm đầu mối", "là cơ quan", "là đơn vị"}) {
            const auto found = words_.find(phrase);
            if (found && take_subject(found->first)) return;
        }
        if (!begins_agency(words_, 0)) {
            take_behind_comma();
            return;
        }
        const auto end = end_of_agencies(words_, 0);
        if (end < words_.size()) out_.lead = list_between(words_, 0, end);
        // A noun alone says nothing: `Phòng ngừa …`, `Hội nghị …`.
        if (out_.lead.names.empty() || words_.gap(end).find('.') != std::string_view::npos) {
            out_.lead = {};
        }
    }

    /// `Trong vòng 05 ngày làm việc, Thanh tra Bộ xử lý …`.
    void take_behind_comma() {
        if (words_.match_any(0, {"trong", "khi", "sau", "hằng", "hàng", "định kỳ", "căn cứ", "để",
                                 "theo", "trên cơ sở", "trước", "nhằm", "từ"}) == 0) {
            return;
        }
        for (std::size_t at = 1; at < words_.size(); ++at) {
            const bool comma = words_.gap(at).find(',') != std::string_view::npos;
            if (!comma || !words_.is_upper(at) || !begins_agency(words_, at)) continue;
            const auto end = end_of_agencies(words_, at);
            const bool verb = end < words_.size() &&
                              words_.gap(end).find_first_of(".;:") == std::string_view::npos;
            if (!verb || words_.match_any(end, {"về", "theo", "trong", "tại", "khi"}) > 0) continue;
            out_.lead = list_between(words_, at, end);
            return;
        }
    }

    void read_partners() {
        for (std::size_t from = 0;;) {
            const auto found = words_.find("phối hợp", from);
            if (!found) return;
            from = found->next;
            auto first = found->next;
            first += words_.match_any(
                first, {"chặt chẽ với", "chặt chẽ cùng", "chặt chẽ", "với", "cùng với", "cùng"});
            if (!begins_agency(words_, first)) continue;
            auto list = list_between(words_, first, end_of_agencies(words_, first));
            for (auto& name : list.names) out_.partners.names.push_back(std::move(name));
            if (!list.related.empty()) out_.partners.related = std::move(list.related);
        }
    }

    void read_told() {
        const std::initializer_list<std::string_view> telling = {
            "chỉ đạo", "hướng dẫn", "đôn đốc", "định hướng", "yêu cầu", "đề nghị", "giao"};
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const auto length = words_.match_any(at, telling);
            if (length == 0 || (words_.is_upper(at) && at > 0)) continue;
            const auto first = at + length;
            if (!begins_agency(words_, first)) continue;
            out_.told = list_between(words_, first, end_of_agencies(words_, first));
            return;
        }
    }

    WordsIn words_;
    DutyPhrase out_;
};

std::optional<DutyLabel> label_of(std::string_view words_before_colon) {
    constexpr std::size_t kMostWords = 8;
    const WordsIn words(words_before_colon);
    if (words.size() == 0 || words.size() > kMostWords) return std::nullopt;
    if (words.has_any({"thời gian", "thời hạn", "tiến độ", "thời điểm", "hoàn thành"})) {
        return DutyLabel::time;
    }
    if (words.match_any(0, {"sản phẩm", "kết quả", "kết quả đầu ra"}) > 0)
        return DutyLabel::product;
    if (words.has("phối hợp") && !words.has("chủ trì")) return DutyLabel::partners;
    const bool who = words.has_any({"đơn vị", "cơ quan", "bộ phận", "người", "trách nhiệm"});
    const bool lead = words.has_any({"chủ trì", "phụ trách", "đầu mối"});
    const bool does = words.has("thực hiện") && who;
    const bool short_one = words.match(0, "phân công") > 0 && words.size() <= 4;
    if ((lead && words.match_any(0, {"chủ trì", "phụ trách", "đầu mối"}) > 0) || (lead && who) ||
        does || short_one) {
        return DutyLabel::lead;
    }
    return std::nullopt;
}

std::optional<LabelledText> labelled(std::string_view part) {
    const auto colon = part.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    auto before = trim(part.substr(0, colon));
    while (!before.empty() &&
           std::string_view("-+*•(").find(before.front()) != std::string_view::npos) {
        before.remove_prefix(1);
    }
    const auto label = label_of(before);
    const auto text = trim(part.substr(colon + 1));
    if (!label || text.empty()) return std::nullopt;
    return LabelledText{*label, std::string(text)};
}

}  // namespace

DutyPhrase duty_in(std::string_view text) {
    return DutyReader(text).read();
}

bool tells_duty(std::string_view text) {
    return WordsIn(text).has_any(
        {"chỉ đạo",  "giao",       "chủ trì",      "phối hợp", "báo cáo",    "gửi",
         "nộp",      "tổ chức",    "thực hiện",    "xây dựng", "triển khai", "đề nghị",
         "yêu cầu",  "hoàn thành", "trách nhiệm",  "tham mưu", "theo dõi",   "hướng dẫn",
         "kiểm tra", "đôn đốc",    "tuyên truyền", "cung cấp", "rà soát",    "ban hành",
         "tham gia", "lập",        "phản ánh",     "đánh giá", "bố trí",     "tập huấn",
         "đẩy mạnh", "tăng cường", "bảo đảm",      "đảm bảo",  "cập nhật",   "kiểm kê",
         "phải",     "nghiêm túc"});
}

std::vector<std::string_view> parts_of(std::string_view text) {
    std::vector<std::string_view> out;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool end = at == text.size();
        const bool mark =
            !end && (text[at] == ';' || text[at] == '\n' ||
                     (text[at] == '.' && at + 1 < text.size() && text[at + 1] == ' '));
        // `TP. Tuy Hòa`, `TM. UBND`: no end of a sentence.
        const bool dotted =
            mark && text[at] == '.' && at >= 2 && text[at - 1] >= 'A' && text[at - 1] <= 'Z';
        if (!end && (!mark || dotted)) continue;
        const auto part = trim(text.substr(begin, at - begin));
        if (!part.empty()) out.push_back(part);
        begin = at + 1;
    }
    return out;
}

std::vector<LabelledText> labelled_line(std::string_view line) {
    std::vector<LabelledText> out;
    for (const auto part : parts_of(line)) {
        if (auto one = labelled(part)) {
            out.push_back(std::move(*one));
        } else if (out.empty()) {
            return {};
        } else {
            out.back().text += "; " + std::string(part);
        }
    }
    return out;
}

std::vector<LabelledText> labelled_within(std::string_view text) {
    std::vector<LabelledText> out;
    const auto add = [&](std::string_view part) {
        if (auto one = labelled(part)) out.push_back(std::move(*one));
    };
    for (const auto part : parts_of(text)) {
        // In brackets behind what is to be done.
        const auto open = part.rfind('(');
        add(part.substr(0, open));
        if (open == std::string_view::npos) continue;
        auto within = part.substr(open + 1);
        if (const auto close = within.find(')'); close != std::string_view::npos) {
            within = within.substr(0, close);
        }
        add(within);
    }
    return out;
}

}  // namespace plantool
