#include "read/paper/layout/paper_sections.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "read/paper/layout/heading.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

std::vector<std::string> words_of(std::string_view sentence) {
    std::vector<std::string> out;
    std::string word;
    for (const char c : fold_name(sentence) + " ") {
        const bool part = (c & 0x80) != 0 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (part) {
            word += c;
        } else if (!word.empty()) {
            out.push_back(std::exchange(word, {}));
        }
    }
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

/// Whether one of the words, or two of them together, tell of something done.
bool tells_of_work(const std::string& words) {
    constexpr std::array<std::string_view, 8> kWork = {
        "tổ chức", "triển khai", "đã", "tuyên truyền", "hội nghị", "phối hợp", "cuộc", "lượt"};
    const auto padded = " " + words + " ";
    return std::any_of(kWork.begin(), kWork.end(), [&](std::string_view work) {
        return padded.find(" " + fold_name(work) + " ") != std::string::npos;
    });
}

/// Whether what follows the phrase belongs to it: "nội dung nào cần báo cáo trong kỳ".
bool is_tail(const std::string& words) {
    static const auto known = words_of(
        "nội dung nào cần phải báo cáo trong kỳ này quý tháng năm tuần đầu cuối số liệu mới gì "
        "thêm công việc nhiệm vụ so với trước của đơn vị về i ii iii iv");
    const auto parts = words_of(words);
    return std::all_of(parts.begin(), parts.end(), [&](const std::string& word) {
        const bool number = word.find_first_not_of("0123456789") == std::string::npos;
        return number || std::find(known.begin(), known.end(), word) != known.end();
    });
}

}  // namespace

bool looks_numbered(std::string_view line) {
    return heading_number(line).has_value();
}

bool says_nothing_came_up(std::string_view sentence) {
    constexpr std::size_t kLongest = 300;  // bytes
    constexpr std::size_t kMostWordsBefore = 20;
    if (sentence.size() > kLongest) return false;
    static const auto phrases = [] {
        std::vector<std::string> out;
        for (const std::string_view phrase :
             {"không có nội dung phát sinh", "không có nội dung nào phát sinh", "không phát sinh",
              "không có phát sinh", "chưa phát sinh", "chưa có nội dung phát sinh"}) {
            out.push_back(joined(words_of(phrase)));
        }
        return out;
    }();
    const auto words = joined(words_of(sentence));
    for (const auto& wanted : phrases) {
        const auto at = words.find(wanted);
        if (at == std::string::npos || (at > 0 && words[at - 1] != ' ')) continue;
        const auto before = words.substr(0, at);
        if (words_of(before).size() > kMostWordsBefore || tells_of_work(before)) return false;
        return is_tail(words.substr(at + wanted.size()));
    }
    return false;
}

std::vector<PaperSection> read_sections(const std::vector<PaperLine>& lines, std::size_t first,
                                        std::size_t end) {
    std::vector<PaperSection> out;
    HeadingPath path;
    const auto open = [&]() -> PaperSection& {
        if (out.empty()) out.emplace_back();
        return out.back();
    };
    for (auto i = first; i < end; ++i) {
        const auto& line = lines[i];
        if (line.table != nullptr) open().tables.push_back(*line.table);
        if (line.in_table) continue;
        auto written = line.text;
        if (!line.right.empty()) written += (written.empty() ? "" : " ") + line.right;
        if (is_rule(written)) continue;
        // What has columns is a row of a table that lost its lines.
        const bool row = !line.text.empty() && !line.right.empty();
        auto heading = row ? std::nullopt : heading_in(line, written);
        if (heading && says_nothing_came_up(written)) heading.reset();
        if (!heading) {
            open().paragraphs.push_back(std::move(written));
            continue;
        }
        PaperSection section;
        section.heading = heading->line;
        section.title = heading->title;
        if (heading->number) {
            section.number = heading->number->text;
            section.path = path.enter(*heading->number, line.bold || line.heading_level > 0);
        }
        if (!heading->text.empty()) {
            section.run_in = true;
            section.paragraphs.push_back(heading->text);
        }
        out.push_back(std::move(section));
    }
    return out;
}

}  // namespace plantool
