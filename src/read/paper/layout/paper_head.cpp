#include "read/paper/layout/paper_head.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "read/paper/layout/paper_sections.hpp"
#include "read/paper/paper_number.hpp"

namespace plantool {
namespace {

constexpr std::size_t kLongestHead = 60;       // lines down to the title
constexpr std::size_t kHeadWithoutTitle = 25;  // lines of a letter's head
constexpr std::size_t kMostTitleLines = 8;

/// `V/v báo cáo kết quả …` below the number of a letter.
bool begins_subject(std::string_view line) {
    return begins_with_words(line, "V/v") || begins_with_words(line, "Về việc");
}

bool is_urgency(std::string_view line) {
    constexpr std::array<std::string_view, 5> kMarks = {"Khẩn", "Thượng khẩn", "Hỏa tốc", "Dự thảo",
                                                        "Bản sao"};
    return is_in_capitals(line) &&
           std::any_of(kMarks.begin(), kMarks.end(),
                       [&](std::string_view mark) { return begins_with_words(line, mark); });
}

std::optional<std::size_t> find_title(const std::vector<PaperLine>& lines) {
    const auto end = std::min(lines.size(), kLongestHead);
    for (std::size_t i = 0; i < end; ++i) {
        if (is_kind_line(lines[i])) return i;
    }
    return std::nullopt;
}

/// The end of a head without a title: behind its last line that only heads have.
std::size_t end_of_letterhead(const std::vector<PaperLine>& lines) {
    std::size_t out = 0;
    const auto end = std::min(lines.size(), kHeadWithoutTitle);
    bool numbered = false;
    for (std::size_t i = 0; i < end; ++i) {
        const auto& line = lines[i];
        const bool number = number_in_line(line.text).has_value();
        const bool dated = i > 0 && (day_within(line.right) || day_within(line.text)) && numbered;
        if (number || is_state_name(line.text) || is_state_name(line.right) ||
            begins_subject(line.text) || (dated && line.text.size() + line.right.size() < 200)) {
            out = i + 1;
        }
        numbered = numbered || number || is_state_name(line.text) || is_state_name(line.right);
    }
    if (!numbered) return 0;
    while (out < lines.size() && lines[out].in_table && lines[out].block == lines[out - 1].block)
        ++out;
    return out;
}

/// What the lines of a head say, from top to bottom.
class HeadReader {
  public:
    explicit HeadReader(PaperFacts& facts) : facts_(facts) {}

    void read(const PaperLine& line) {
        auto left = line.text;
        // One blank alone between the halves, where a tab or a column was narrow.
        for (const std::string_view state :
             {"CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Độc lập", "ĐẢNG CỘNG SẢN VIỆT NAM"}) {
            const auto at = left.find(state);
            if (at == std::string::npos || at == 0 || left[at - 1] != ' ') continue;
            named_state_ = true;
            left.erase(at - 1);
        }
        if (!line.right.empty()) read_half(line.right, true);
        if (!left.empty()) read_half(left, false);
    }

    /// What stands behind V/v.
    const std::string& subject() const { return subject_; }
    bool is_head() const { return numbered_ || named_state_; }

  private:
    void read_half(const std::string& text, bool right) {
        if (is_rule(text)) return;
        if (is_secret_mark(text)) {
            facts_.secret = true;
            return;
        }
        if (is_state_name(text)) {
            named_state_ = true;
            return;
        }
        if (const auto number = number_in_line(text); number && !numbered_) {
            numbered_ = true;
            facts_.number = *number;
            if (!facts_.date) facts_.date = day_within(text);
            return;
        }
        if (begins_subject(text) && !right) {
            subject_ = text;
            return;
        }
        const bool dated =
            begins_with_words(text.substr(std::min(text.find("ngày"), text.size())), "ngày");
        if (dated) {
            if (!facts_.date) facts_.date = day_within(text);
            return;
        }
        if (right || is_urgency(text)) return;
        if (!subject_.empty()) {
            subject_ += " " + text;
        } else if (!numbered_) {
            facts_.issuing_lines.push_back(text);
        }
    }

    PaperFacts& facts_;
    std::string subject_;
    bool numbered_ = false;
    bool named_state_ = false;
};

/// Whether the title, which is there already, does not go on with this line.
bool ends_title(const PaperLine& line, const PaperLine& kind) {
    constexpr std::size_t kLongestLine = 300;
    constexpr std::size_t kLongestPlain = 150;  // where the line above it is bold
    const auto& text = line.text.empty() ? line.right : line.text;
    if (line.in_table || is_rule(text) || is_kind_line(line)) return true;
    if (begins_with_words(text, "Kính gửi") || looks_numbered(text)) return true;
    if (text.size() > kLongestLine || (kind.bold && !line.bold && text.size() > kLongestPlain)) {
        return true;
    }
    const char last = text.back();
    return last == '.' || last == ':' || last == ';' || says_nothing_came_up(text);
}

}  // namespace

std::size_t read_head(const std::vector<PaperLine>& lines, PaperFacts& facts) {
    const auto title = find_title(lines);
    const auto head = title ? *title : end_of_letterhead(lines);
    HeadReader reader(facts);
    for (std::size_t i = 0; i < head; ++i) reader.read(lines[i]);
    if (!reader.is_head()) facts.issuing_lines.clear();
    // A mark may also stand where no head is.
    for (std::size_t i = 0; i < std::min(lines.size(), kHeadWithoutTitle); ++i) {
        if (title && i >= head) break;
        facts.secret =
            facts.secret || is_secret_mark(lines[i].text) || is_secret_mark(lines[i].right);
    }
    facts.title = reader.subject();
    if (!title) return head;
    std::size_t at = *title;
    const auto& kind = lines[at];
    facts.title = kind.text.empty() ? kind.right : kind.text;
    for (++at; at < lines.size() && at <= *title + kMostTitleLines; ++at) {
        const auto& line = lines[at];
        if (is_secret_mark(line.text)) {
            facts.secret = true;
            continue;
        }
        if (ends_title(line, kind)) break;
        facts.title += " " + (line.text.empty() ? line.right : line.text);
    }
    while (at < lines.size() && is_rule(lines[at].text) && is_rule(lines[at].right)) ++at;
    return at;
}

}  // namespace plantool
