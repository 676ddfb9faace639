#include "read/paper/layout/paper_lines.hpp"

#include <doctest/doctest.h>

#include <array>
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
        CAPTURE(line);
        CAPTURE(words);
        CHECK(begins_with_words(line, words) == begins);
    }
}
