#include "text/message.hpp"

#include <doctest/doctest.h>

using namespace plantool;

TEST_CASE("message: is said in either language, with what fills its places") {
    CHECK(say(Message(), Language::vi).empty());
    CHECK(Message().empty());
    CHECK(say(Message(Word::clause), Language::vi) == "Căn cứ");
    CHECK(say(Message(Word::clause), Language::en) == "Clause");
    const Message of_day(Word::due_of_period, std::chrono::sys_days(std::chrono::days(19172)));
    CHECK(say(of_day, Language::vi) == "hạn riêng của kỳ: ngày 29/6/2022");
    CHECK(say(of_day, Language::en) == "the period's own day 2022-06-29");
    const Message number(Word::due_of_period, 1234);
    CHECK(say(number, Language::vi) == "hạn riêng của kỳ: ngày 1.234");
    CHECK(say(number, Language::en) == "the period's own day 1,234");
}

TEST_CASE("message: sentences within a sentence are of its language") {
    const Message inner(Word::due_of_period,
                        std::vector<Message>{Message(Word::counts), Message(Word::clause)});
    CHECK(say(inner, Language::vi) == "hạn riêng của kỳ: ngày tính, Căn cứ");
    CHECK(say(inner, Language::en) == "the period's own day counts, Clause");
}

TEST_CASE("message: braces in what fills a place are text") {
    CHECK(say(Message(Word::due_of_period, "{} {9}"), Language::en) ==
          "the period's own day {} {9}");
    CHECK(say(Message::verbatim("a {} b"), Language::vi) == "a {} b");
    CHECK_FALSE(Message::verbatim("").empty());
}

TEST_CASE("message: a text that each language has for itself") {
    const Message inner(Word::due_of_period, Message::in_each("năm 2022", "2022"));
    CHECK(say(inner, Language::vi) == "hạn riêng của kỳ: ngày năm 2022");
    CHECK(say(inner, Language::en) == "the period's own day 2022");
}
