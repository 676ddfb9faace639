#include "text/suggest.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "text/utf8.hpp"

using namespace plantool;

TEST_CASE("suggest: edit distance") {
    struct Case {
        std::string a;
        std::string b;
        std::size_t distance;
    };
    const Case cases[] = {
        {"", "", 0},       {"", "abc", 3},    {"abc", "abc", 0},
        {"abc", "abd", 1}, {"abc", "ab", 1},  {"abc", "abcd", 1},
        {"abc", "acb", 1}, {"ca", "abc", 3},  {"kitten", "sitting", 3},
        {"Sở", "So", 1},   {"đất", "đát", 1}, {"hội", "hộ i", 1},
    };
    for (const auto& c : cases) {
        CAPTURE(c.a);
        CAPTURE(c.b);
        CHECK(edit_distance(c.a, c.b) == c.distance);
    }
}

TEST_CASE("suggest: edit distance is a distance") {
    CHECK(rc::check([] {
        const auto word = rc::gen::container<std::string>(rc::gen::inRange('a', 'e'));
        const auto a = *word;
        const auto b = *word;
        const auto distance = edit_distance(a, b);
        RC_ASSERT(distance == edit_distance(b, a));
        RC_ASSERT((distance == 0) == (a == b));
        RC_ASSERT(distance <= std::max(a.size(), b.size()));
        const auto shorter = std::min(a.size(), b.size());
        RC_ASSERT(distance >= std::max(a.size(), b.size()) - shorter);
    }));
}

TEST_CASE("suggest: the nearest name is offered as it is written") {
    const std::vector<std::string> names = {"Sở Công Thương", "Sở Y tế", "Sở Tư pháp",
                                            "so-cong-thuong", "bao-cao-6-thang"};
    const std::pair<std::string, std::string> cases[] = {
        {"So Cong Thuong", "Sở Công Thương"},  {"SO CONG THUONG", "Sở Công Thương"},
        {"Sở Công Thươg", "Sở Công Thương"},   {"so-cong-thuogn", "so-cong-thuong"},
        {"bao-cao-6thang", "bao-cao-6-thang"}, {"Sở Tư Phap", "Sở Tư pháp"},
    };
    for (const auto& [written, meant] : cases) {
        const std::string shown = written;  // a lambda cannot hold a binding
        CAPTURE(shown);
        CHECK(nearest(written, names) == meant);
    }
}

TEST_CASE("suggest: nothing is offered where nothing is near") {
    const std::vector<std::string> names = {"Sở Công Thương", "Sở Y tế"};
    for (const std::string written : {"Ngân hàng Nhà nước", "xyz", "q"}) {
        CAPTURE(written);
        CHECK_FALSE(nearest(written, names));
        CHECK(suggestion(written, names).empty());
    }
    CHECK_FALSE(nearest("Sở Y tế", {}));
    CHECK_FALSE(nearest(std::string(100'000, 'x'), names));
}

TEST_CASE("suggest: a tie goes to the earlier name") {
    const std::vector<std::string> names = {"hội nghị 1", "hội nghị 2"};
    CHECK(nearest("hội nghị 3", names) == "hội nghị 1");
}

TEST_CASE("suggest: the sentence holds the name and no escapes") {
    const std::vector<std::string> names = {"so\x1B[31m-y-te"};
    const auto sentence = say(suggestion("so\x1B[31m-y-tê", names), Language::en);
    CHECK(sentence.find("did you mean") != std::string::npos);
    CHECK(sentence.find('\x1B') == std::string::npos);
}

TEST_CASE("suggest: the nearest of many is what comparing with each would find") {
    CHECK(rc::check([] {
        const auto word = rc::gen::container<std::string>(rc::gen::inRange('a', 'f'));
        const auto names = *rc::gen::container<std::vector<std::string>>(word);
        const auto written = *word;
        std::optional<std::string> expected;
        std::size_t least = std::max<std::size_t>(1, written.size() / 3) + 1;
        for (const auto& name : names) {
            const auto distance = edit_distance(written, name);
            if (distance >= least) continue;
            least = distance;
            expected = name;
        }
        RC_ASSERT(nearest(written, names) == expected);
    }));
}
