#include "read/paper/layout/paper_lines.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using namespace plantool;

TEST_CASE("a line begins with words as names are the same: folded, and at the end of a word") {
    struct Case {
        std::string_view line;
        std::string_view words;
        bool begins;
    };
    constexpr std::array<Case, 20> kCases = {{
        {"Số: 12/BC", "Số", true},
        {"SỐ 12", "Số", true},
        {"  số: 12", "Số", true},
        {"So\u0302\u0301: 12", "Số", true},
        {"\u200BSố: 12", "Số", true},
        {"So: 12", "Số", false},
        {"Sống", "Số", false},
        {"Độc lập", "độc lập", true},
        {"\u00D0ộc lập", "Độc lập", true},
        {"Kho\u0301 khăn", "Khó khăn", true},
        {"TP. Tuy Hòa", "Thành phố Tuy Hòa", true},
        {"T.P. Tuy Hòa", "Thành phố", true},
        {"H. Tuy An", "Huyện Tuy An", true},
        {"Thị xã Sông Cầu", "TX. Sông Cầu", true},
        {"Tuy An", "Huyện Tuy An", false},
        {"12 việc", "12", true},
        {"13 việc", "12", false},
        {"Y tế", "Ý tế", false},
        {"\u00DD kiến", "Y\u0301 kiến", true},
        {"", "Số", false},
    }};
    for (const auto& [line, words, begins] : kCases) {
        const std::string_view shown = line;
        CAPTURE(shown);
        const std::string_view sought = words;
        CAPTURE(sought);
        CHECK(begins_with_words(line, words) == begins);
    }
}

TEST_CASE("how a line goes on does not matter, nor how many blanks nobody sees") {
    const std::string rest = " " + std::string(1000, 'x') + "\u1EC7\u0301";
    for (const std::string_view begin : {"Số:", "TP. Tuy Hòa", "Độc lập", "Nơi nhận:"}) {
        CAPTURE(begin);
        const std::string line(begin);
        for (const std::string_view words :
             {"Số", "Thành phố", "Độc lập", "Nơi", "Nơi nhận", "N"}) {
            CAPTURE(words);
            CHECK(begins_with_words(line + rest, words) == begins_with_words(line, words));
        }
    }
    std::string blanks;
    for (int i = 0; i < 300; ++i) blanks += " \u200B";
    CHECK(begins_with_words(blanks + "Nơi" + blanks + "nhận" + rest, "Nơi nhận"));
    CHECK_FALSE(begins_with_words(blanks + "Nơi" + blanks + "nhập" + rest, "Nơi nhận"));
}
