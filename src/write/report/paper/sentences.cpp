#include "write/report/paper/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

constexpr std::string_view kEndMarks = ".!?…;:";

/// Answers that say nothing, in the form in which names are compared.
const std::vector<std::string>& empty_answers() {
    static const std::vector<std::string> answers = [] {
        std::vector<std::string> folded;
        for (const auto* answer :
             {"không", "không có", "không có gì", "không phát sinh", "không có nội dung phát sinh",
              "chưa có", "chưa phát sinh", "không kiến nghị", "không có kiến nghị",
              "không có khó khăn", "không có đề xuất", "không có kiến nghị, đề xuất",
              "không có khó khăn, vướng mắc", "none", "n/a", "nil", "no", "x"}) {
            folded.push_back(fold_name(answer));
        }
        return folded;
    }();
    return answers;
}

/// Line breaks as blanks, without the dashes of a list.
std::string on_one_line(std::string_view text) {
    std::string out;
    bool gap = false;
    bool starts_line = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        if (is_space(c)) {
            gap = !out.empty();
            starts_line |= c == '\n';
            continue;
        }
        const bool mark = starts_line && (c == '-' || c == '+' || c == '*' || c == U'–');
        starts_line = false;
        if (mark && at < text.size() && text[at] == ' ') continue;
        if (gap) out += ' ';
        gap = false;
        append_code_point(out, c);
    }
    return out;
}

bool ends_sentence(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c != '.' && c != '!' && c != '?') return false;
    if (at + 1 == text.size()) return true;
    if (text[at + 1] != ' ' || at + 2 >= text.size()) return false;
    // "TP. Tuy Hòa", "1. ": no sentence ends with one short word that begins with a capital, or a
    // number.
    const auto word = text.find_last_of(' ', at) + 1;
    const auto length = count_code_points(text.substr(word, at - word));
    const char start = text[word];
    const bool short_name = length <= 3 && ((start >= 'A' && start <= 'Z') || length <= 1);
    return c != '.' || !short_name;
}

std::string cut_between_words(std::string_view text, std::size_t letters) {
    std::size_t at = 0;
    std::size_t gap = 0;
    for (std::size_t count = 0; at < text.size() && count < letters; ++count) {
        if (text[at] == ' ') gap = at;
        next_code_point(text, at);
    }
    return std::string(trim(text.substr(0, gap > 0 ? gap : at))) + "…";
}

}  // namespace

bool says_nothing(std::string_view text) {
    // No empty answer is as long; what is would take its time to be compared.
    constexpr std::size_t kLonger = 200;
    if (text.size() > kLonger) return false;
    const auto bare = [](char c) { return std::string_view(" .,;:-_/*").find(c); };
    auto words = on_one_line(text);
    while (!words.empty() && bare(words.back()) != std::string_view::npos) words.pop_back();
    for (const std::string_view dash : {"-", "–", "—", "+", "*", " "}) {
        while (words.starts_with(dash)) words.erase(0, dash.size());
    }
    if (words.empty() || words == "–" || words == "—") return true;
    const auto& answers = empty_answers();
    return std::find(answers.begin(), answers.end(), fold_name(words)) != answers.end();
}

std::string in_whole_sentences(std::string_view text, std::size_t letters) {
    const auto line = on_one_line(text);
    if (count_code_points(line) <= letters) return line;
    std::size_t end = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (!ends_sentence(line, at)) continue;
        if (end > 0 && count_code_points(std::string_view(line).substr(0, at + 1)) > letters) break;
        end = at + 1;
    }
    const auto whole = std::string_view(line).substr(0, end > 0 ? end : line.size());
    if (count_code_points(whole) <= letters) return std::string(whole);
    return cut_between_words(whole, letters);
}

std::string as_sentence(std::string_view text) {
    std::string out(trim(text));
    while (out.ends_with(';') || out.ends_with(',')) out.pop_back();
    if (out.empty() || out.ends_with("…")) return out;
    if (kEndMarks.find(out.back()) == std::string_view::npos) out += '.';
    return out;
}

std::string paper_number(std::int64_t value, Language language) {
    const auto number = format_integer(value, language);
    const bool padded = language == Language::vi && value > 0 && value < 10;
    return padded ? "0" + number : number;
}

std::string with_small_start(std::string_view text) {
    std::size_t at = 0;
    if (text.empty()) return {};
    next_code_point(text, at);
    const auto first = text.substr(0, at);
    const auto rest = text.substr(at);
    std::size_t next = 0;
    if (!rest.empty()) next_code_point(rest, next);
    const auto second = rest.substr(0, next);
    const bool letters = !rest.empty() && !is_space(static_cast<unsigned char>(rest.front()));
    const bool abbreviation = letters && to_upper(second) == second;
    if (abbreviation) return std::string(text);
    return to_lower(first) + std::string(rest);
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    return fmt::format("{}", fmt::join(texts, between));
}

}  // namespace plantool
