#include "text/words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace plantool;

namespace {

/// The placeholders of a text, each as it is written.
std::multiset<std::string> placeholders_in(std::string_view text) {
    std::multiset<std::string> out;
    for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        out.emplace(text.substr(at, text.find('}', at) - at + 1));
    }
    return out;
}

/// Every `Word::…` of the sources.
std::set<std::string> words_said() {
    std::set<std::string> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("src")) {
        const auto ending = entry.path().extension();
        if (ending != ".cpp" && ending != ".hpp") continue;
        std::ifstream file(entry.path());
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        constexpr std::string_view kBefore = "Word::";
        for (auto at = text.find(kBefore); at != std::string::npos; at = text.find(kBefore, at)) {
            at += kBefore.size();
            const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at);
            out.insert(text.substr(at, end - at));
        }
    }
    return out;
}

/// The words of a text outside backquotes and placeholders, without punctuation around them.
std::vector<std::string> plain_words(std::string_view text) {
    std::string outside;
    bool quoted = false;
    for (const char c : text) {
        if (c == '`') quoted = !quoted;
        outside += quoted || c == '`' || c == '{' || c == '}' ? ' ' : c;
    }
    for (const std::string_view mark : {"…", "“", "”", "·", "—", "–", "→"}) {
        for (auto at = outside.find(mark); at != std::string::npos; at = outside.find(mark, at)) {
            outside.replace(at, mark.size(), " ");
        }
    }
    constexpr std::string_view kMarks = ".,;:()[]\"'?!|";
    std::vector<std::string> words;
    std::istringstream in(outside);
    for (std::string word; in >> word;) {
        const auto begin = std::min(word.find_first_not_of(kMarks), word.size());
        word = word.substr(begin, word.find_last_not_of(kMarks) + 1 - begin);
        if (!word.empty()) words.push_back(word);
    }
    return words;
}

bool is_ascii_letters(const std::string& word) {
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// Whether Vietnamese may have the word, which is of ASCII letters: by the form of its syllable.
bool may_be_vietnamese(const std::string& word) {
    static const std::regex kSyllable(
        "(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?"
        "[aeiouy]{1,3}(c|ch|m|n|ng|nh|p|t)?",
        std::regex::icase);
    static const std::set<std::string> kEnglish = {"the", "an", "to",   "of",   "by",  "not", "it",
                                                   "at",  "me", "then", "that", "put", "be"};
    return std::regex_match(word, kSyllable) && !kEnglish.contains(word);
}

}  // namespace

TEST_CASE("words: each is there in both languages, with the same placeholders") {
    for (const auto& entry : kWords) {
        CAPTURE(entry.id);
        CHECK_FALSE(entry.vi.empty());
        CHECK_FALSE(entry.en.empty());
        CHECK(placeholders_in(entry.vi) == placeholders_in(entry.en));
        if (!entry.en_many.empty()) {
            CHECK(placeholders_in(entry.en_many) == placeholders_in(entry.en));
        }
    }
}

TEST_CASE("words: Vietnamese has no English but names of formats, and what is typed as it stands") {
    static const std::set<std::string> kKnown = {
        // names, and what Vietnamese has no other word for
        "byte", "tab", "CSV", "Excel", "Google", "Outlook", "Word", "VT", "IANA", "JSON",
        "Markdown", "NDJSON", "PDF", "PostgreSQL", "Unicode", "YAML", "iCalendar", "shell", "SHELL",
        "URL",
        // commands, and the values of options and keys
        "plantool", "plan", "bash", "fish", "zsh", "docx", "explain", "init", "markdown", "always",
        "auto", "never", "latest", "agency", "obligation", "received", "first", "second", "third",
        "fourth", "last", "monday", "tuesday", "next", "none", "previous", "off", "info", "warning",
        "error", "raised", "d", "w", "wd", "m",
        // tables of workbooks, by which formulas know them
        "ChuaCoTin", "DonDoc", "DuLieu", "KetQua", "SoTheoDoi", "TyLe",
        // letters, and short forms that tables have
        "a", "z", "K", "M", "Q", "S", "T", "TT", "II", "IV", "V"};
    for (const auto& entry : kWords) {
        CAPTURE(entry.id);
        for (const auto& word : plain_words(entry.vi)) {
            // What has other signs in it is an id, an option, a path or a day.
            if (!is_ascii_letters(word) || kKnown.contains(word)) continue;
            CAPTURE(word);
            CHECK(may_be_vietnamese(word));
        }
    }
}

TEST_CASE("words: English has no Vietnamese but names") {
    static const std::set<std::string> kKnown = {"Tết", "Số"};
    for (const auto& entry : kWords) {
        CAPTURE(entry.id);
        for (const auto text : {entry.en, entry.en_many}) {
            for (const auto& word : plain_words(text)) {
                CAPTURE(word);
                const bool ascii = std::all_of(word.begin(), word.end(), [](char c) {
                    return static_cast<unsigned char>(c) < 0x80;
                });
                CHECK((ascii || kKnown.contains(word)));
            }
        }
    }
}

TEST_CASE("words: how English in a Vietnamese sentence is told") {
    CHECK(plain_words("ghi `take {} out`, hoặc: {}; (như 2027-Q2)…") ==
          std::vector<std::string>{"ghi", "hoặc", "như", "2027-Q2"});
    for (const auto* word : {"trong", "khi", "theo", "nghe", "quy", "xem", "Hai", "chia"}) {
        CAPTURE(word);
        CHECK(may_be_vietnamese(word));
    }
    for (const auto* word :
         {"write", "take", "the", "is", "list", "file", "agency", "lists", "to"}) {
        CAPTURE(word);
        CHECK_FALSE(may_be_vietnamese(word));
    }
}

TEST_CASE("words: none is there that nobody says") {
    const auto said = words_said();
    REQUIRE(said.size() > 100);
    for (const auto& entry : kWords) {
        CAPTURE(entry.id);
        CHECK(said.contains(std::string(entry.id)));
    }
}

TEST_CASE("words: said in either language, filled in and counted") {
    CHECK(say(Word::due, Language::vi) == "hạn");
    CHECK(say(Word::due, Language::en) == "due");
    CHECK(say(Word::extended_to, Language::en, "5 Jul 2022") == "extended to 5 Jul 2022");
    CHECK(say_count(Word::days, Language::vi, 1) == "1 ngày");
    CHECK(say_count(Word::days, Language::en, 1) == "1 day");
    CHECK(say_count(Word::days, Language::en, 0) == "0 days");
    CHECK(say_count(Word::days, Language::en, 1200) == "1200 days");
}

TEST_CASE("words: how many arguments a text takes") {
    CHECK(placeholders("none") == 0);
    CHECK(placeholders("{} and {}") == 2);
    CHECK(placeholders("{1} before {0}") == 2);
    CHECK(placeholders("{{ of the text }} and {}") == 1);
}
