#include "read/paper/layout/heading.hpp"

#include <algorithm>
#include <array>

#include "text/labels.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::size_t kLongestHeading = 300;  // bytes
constexpr std::size_t kLongestItem = 150;     // of a heading that shows by its number alone
constexpr std::size_t kLongestRunIn = 220;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t digits_in(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count])) ++count;
    return count;
}

std::size_t roman_in(std::string_view text) {
    const auto end = std::min(text.find_first_not_of("IVX"), text.size());
    return end <= 5 ? end : 0;
}

bool begins_upper(std::string_view text) {
    const auto at = text.find_first_not_of(" \"-–");
    if (at == std::string_view::npos) return false;
    std::size_t next = at;
    const auto c = next_code_point(text, next);
    const auto letter = base_letter(c);
    return letter >= U'A' && letter <= U'Z';
}

/// Parts of at most two digits, each behind a point: `.1.3`.
std::size_t inner_parts_in(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && text[at] == '.') {
        const auto digits = digits_in(text.substr(at + 1));
        if (digits == 0 || digits > 2) break;
        at += digits + 1;
    }
    return at;
}

/// Headings of parts that every report has, which may go on in their line.
bool names_part(std::string_view line) {
    constexpr std::array<std::string_view, 12> kParts = {
        "Khó khăn",           "Hạn chế",        "Tồn tại", "Vướng mắc",       "Những khó khăn",
        "Những hạn chế",      "Kiến nghị",      "Đề xuất", "Những kiến nghị", "Phương hướng",
        "Nhiệm vụ trọng tâm", "Một số khó khăn"};
    return std::any_of(kParts.begin(), kParts.end(),
                       [&](std::string_view part) { return begins_with_words(line, part); });
}

bool ends_sentence(std::string_view line) {
    return line.ends_with('.') || line.ends_with(';') || line.ends_with(',') ||
           line.ends_with('!') || line.ends_with('?');
}

std::string without_last_mark(std::string_view title) {
    while (title.ends_with(':') || title.ends_with('.') || title.ends_with(' '))
        title.remove_suffix(1);
    return std::string(title);
}

/// Where the text behind a colon begins; nothing where none does or it begins too late.
std::optional<std::size_t> run_in_text(std::string_view line, std::size_t longest) {
    const auto colon = line.find(": ");
    if (colon == std::string_view::npos || colon > longest) return std::nullopt;
    const auto text = line.find_first_not_of(' ', colon + 1);
    return text == std::string_view::npos ? std::nullopt : std::optional(text);
}

Heading divided(const std::string& written, std::size_t begin, std::size_t text) {
    Heading out;
    out.line = trim(std::string_view(written).substr(0, text));
    if (begin < text) {
        out.title = without_last_mark(trim(std::string_view(written).substr(begin, text - begin)));
    }
    out.text = written.substr(text);
    return out;
}

std::optional<Heading> numbered_heading(const HeadingNumber& number, bool strong,
                                        const std::string& written) {
    const std::string rest(number.rest);
    const auto begin = written.size() - rest.size();
    const bool outer = number.kind == NumberKind::roman || number.kind == NumberKind::letter;
    const bool inner = number.kind == NumberKind::dotted;
    const auto run_in = run_in_text(rest, kLongestRunIn);
    if (run_in && !is_in_capitals(rest)) {
        // Bold letters alone make no heading of what goes on for lines.
        const bool item = !strong && !inner && !outer && *run_in > kLongestItem;
        if (!item) return divided(written, begin, begin + *run_in);
    }
    const bool sentence = ends_sentence(rest) || rest.size() > kLongestHeading;
    if (strong || outer || (!sentence && (inner || rest.size() <= kLongestItem))) {
        return divided(written, begin, written.size());
    }
    if (inner) return divided(written, begin, begin);
    return std::nullopt;
}

}  // namespace

std::optional<HeadingNumber> heading_number(std::string_view line) {
    HeadingNumber out;
    std::size_t at = 0;
    if (const auto roman = roman_in(line)) {
        out.kind = NumberKind::roman;
        at = roman;
    } else if (const auto digits = digits_in(line); digits > 0 && digits <= 2) {
        at = digits;
    } else if (!line.empty() && ((line[0] >= 'a' && line[0] <= 'z') || line.starts_with("đ"))) {
        out.kind = NumberKind::small_letter;
        at = line[0] >= 'a' && line[0] <= 'z' ? 1 : std::string_view("đ").size();
        if (at >= line.size() || (line[at] != ')' && line[at] != '.')) return std::nullopt;
    } else if (!line.empty() && line[0] >= 'A' && line[0] <= 'H') {
        out.kind = NumberKind::letter;
        at = 1;
        if (at >= line.size() || line[at] != '.') return std::nullopt;
    } else {
        return std::nullopt;
    }
    if (out.kind == NumberKind::roman && line.substr(at).starts_with(". ") &&
        digits_in(line.substr(at + 2)) > 0) {
        // `II. 1.3` is written for `II.1.3`, too.
        const auto parts = "." + std::string(line.substr(at + 2));
        if (const auto inner = inner_parts_in(parts); inner > 0) {
            const auto behind = at + 1 + inner;
            out.kind = NumberKind::dotted;
            out.text = std::string(line.substr(0, at)) + parts.substr(0, inner);
            at = behind;
        }
    }
    if (out.text.empty()) {
        const bool small = out.kind == NumberKind::small_letter || out.kind == NumberKind::letter;
        const auto inner = small ? 0 : inner_parts_in(line.substr(at));
        if (inner > 0) out.kind = NumberKind::dotted;
        at += inner;
        out.text = line.substr(0, at);
    }
    while (at < line.size() && std::string_view(".)/-:").find(line[at]) != std::string_view::npos) {
        out.marked = true;
        ++at;
    }
    const bool blank = at < line.size() && line[at] == ' ';
    out.rest = trim(line.substr(at));
    if (!out.marked && blank && (out.rest.starts_with("- ") || out.rest.starts_with("– "))) {
        out.marked = true;
        out.rest = trim(out.rest.substr(out.rest.find(' ')));
    }
    if (out.rest.empty() && out.kind != NumberKind::dotted) return std::nullopt;
    if (!out.marked && (!blank || out.kind != NumberKind::dotted)) return std::nullopt;
    if (is_digit(out.rest.empty() ? ' ' : out.rest.front()) && !blank) return std::nullopt;  // 24-6
    if (!out.marked && !begins_upper(out.rest)) return std::nullopt;  // 1.5 triệu
    return out;
}

std::optional<Heading> heading_in(const PaperLine& line, const std::string& written) {
    const bool shown = line.bold || line.heading_level > 0;
    if (auto number = heading_number(written)) {
        const bool strong = (shown && written.size() <= kLongestHeading) ||
                            line.heading_level > 0 || is_in_capitals(number->rest);
        auto out = numbered_heading(*number, strong, written);
        if (out) out->number = std::move(number);
        return out;
    }
    if (written.size() > kLongestHeading && line.heading_level == 0) return std::nullopt;
    if (names_part(written)) {
        if (const auto text = run_in_text(written, kLongestItem)) return divided(written, 0, *text);
    }
    if (written.ends_with("sau:") && line.heading_level == 0) return std::nullopt;
    const bool item =
        written.starts_with('-') || written.starts_with('+') || written.starts_with('*');
    if (item || (ends_sentence(written) && line.heading_level == 0)) return std::nullopt;
    const bool words = written.find(' ') != std::string::npos;
    const bool plain = begins_upper(written) && words && written.size() <= kLongestItem;
    if (!shown && !is_in_capitals(written) && !plain) return std::nullopt;
    return divided(written, 0, written.size());
}

std::string HeadingPath::enter(const HeadingNumber& number, bool strong) {
    constexpr int kInner = 20;
    constexpr int kItem = 50;
    constexpr int kSmallItem = 60;
    const auto points = static_cast<int>(std::count(number.text.begin(), number.text.end(), '.'));
    const bool whole = roman_in(number.text) > 0;  // names its chapter itself
    int rank = kInner;
    switch (number.kind) {
        case NumberKind::letter:
            rank = 0;
            break;
        case NumberKind::roman:
            rank = 10;
            break;
        case NumberKind::dotted:
            rank = kInner + points - (whole ? 1 : 0);
            break;
        case NumberKind::arabic:
            break;
        case NumberKind::small_letter:
            rank = kSmallItem;
            break;
    }
    if (number.kind == NumberKind::arabic) {
        // Below `1.3`, `2.` goes on with what `1.` was, and `1.` begins a list of its own.
        for (const auto& step : steps_) {
            if (step.number.find('.') == std::string::npos) continue;
            const bool chaptered = roman_in(step.number) > 0;
            const int first = chaptered ? 0 : std::stoi(step.number);
            const bool next = !chaptered && std::stoi(number.text) == first + 1;
            if (!next) rank = chaptered && strong ? step.rank + 1 : kItem;
            if (chaptered) rank = std::max(rank, step.rank + 1);
            break;
        }
        const bool in_list = !steps_.empty() && steps_.back().rank == kItem;
        if (in_list && std::stoi(steps_.back().number) + 1 == std::stoi(number.text)) rank = kItem;
    }
    while (!steps_.empty() && (steps_.back().rank >= rank || (whole && steps_.back().rank > 0))) {
        steps_.pop_back();
    }
    steps_.push_back({rank, number.text});
    std::string path;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        const auto& step = steps_[i];
        const bool last = i + 1 == steps_.size();
        // Letters part a paper into pieces that no number of a plan names; and `1.3` says of itself
        // that it is below `1`.
        if (!last && (step.rank == 0 || steps_[i + 1].number.starts_with(step.number + ".")))
            continue;
        path += (path.empty() ? "" : ".") + step.number;
    }
    return path;
}

}  // namespace plantool
