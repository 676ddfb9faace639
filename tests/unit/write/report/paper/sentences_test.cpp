// What the sentences of a signed report are made of.

#include "write/report/paper/sentences.hpp"

#include <doctest/doctest.h>

using namespace plantool;

TEST_CASE("sentences: an empty answer is no content") {
    for (const auto* text : {"", " ", "-", "–", "- Không", "Không", "không.", "KHÔNG CÓ",
                             "Không có.", "Không phát sinh", "Không có gì", "x", "None", "n/a"}) {
        CAPTURE(text);
        CHECK(says_nothing(text));
    }
    for (const auto* text : {"Không đủ kinh phí.", "Có", "12", "Kinh phí hạn hẹp"}) {
        CAPTURE(text);
        CHECK(!says_nothing(text));
    }
}

TEST_CASE("sentences: a text is shortened to whole sentences") {
    CHECK(in_whole_sentences("Một hai. Ba bốn. Năm sáu.", 17) == "Một hai. Ba bốn.");
    CHECK(in_whole_sentences("Một hai. Ba bốn. Năm sáu.", 12) == "Một hai.");
    CHECK(in_whole_sentences("Một hai.\nBa bốn.", 100) == "Một hai. Ba bốn.");
    CHECK(in_whole_sentences("Kết quả:\n- Ý một;\n+ Ý hai - ba.", 100) ==
          "Kết quả: Ý một; Ý hai - ba.");
    CHECK(in_whole_sentences("-5 độ", 100) == "-5 độ");
    CHECK(in_whole_sentences("Một câu dài hơn mức cho phép", 12) == "Một câu dài…");
    CHECK(in_whole_sentences("Ở TP. Tuy Hòa có hội nghị. Sau đó nghỉ.", 30) ==
          "Ở TP. Tuy Hòa có hội nghị.");
    CHECK(in_whole_sentences("Đạt 97.5 phần trăm. Hết.", 20) == "Đạt 97.5 phần trăm.");
}

TEST_CASE("sentences: numbers below ten have a zero in Vietnamese alone") {
    CHECK(paper_number(3, Language::vi) == "03");
    CHECK(paper_number(0, Language::vi) == "0");
    CHECK(paper_number(10, Language::vi) == "10");
    CHECK(paper_number(10623, Language::vi) == "10.623");
    CHECK(paper_number(3, Language::en) == "3");
}

TEST_CASE("sentences: a first letter changes, an abbreviation stays") {
    CHECK(with_small_start("Tỷ lệ học tập") == "tỷ lệ học tập");
    CHECK(with_small_start("Đăng tải tin, bài") == "đăng tải tin, bài");
    CHECK(with_small_start("UBND tỉnh") == "UBND tỉnh");
    CHECK(capitalised("đăng tải") == "Đăng tải");
    CHECK(as_sentence("Hội nghị;") == "Hội nghị.");
    CHECK(as_sentence("Hội nghị.") == "Hội nghị.");
}
