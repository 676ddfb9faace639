#include "text/vietnamese.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

#include "core/submission/checker.hpp"
#include "support.hpp"
#include "text/utf8.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

bool needs_aliases(const std::string& why) {
    return why.find("needs an alias table") != std::string::npos;
}

}  // namespace

TEST_CASE("names: the table of pairs") {
    const auto pairs = read_table("vietnamese-name-pairs.csv");
    REQUIRE(pairs.size() > 80);
    for (const auto& pair : pairs) {
        REQUIRE(pair.size() == 4);
        if (needs_aliases(pair[3])) continue;
        CAPTURE(pair[0]);
        CAPTURE(pair[1]);
        CAPTURE(pair[3]);
        CHECK((fold_name(pair[0]) == fold_name(pair[1])) == (pair[2] == "true"));
    }
}

TEST_CASE("names: abbreviations are the same agency where the plan lists them") {
    int checked = 0;
    for (const auto& pair : read_table("vietnamese-name-pairs.csv")) {
        if (!needs_aliases(pair[3])) continue;
        CAPTURE(pair[1]);
        const TestPlan test(plan_2022("  - {id: named, name: \"" + pair[0] + "\", aliases: [\"" +
                                      pair[1] + "\"]}\n"));
        REQUIRE(errors_of(test.found).empty());
        const auto by_alias = find_agency(test.plan, pair[1]);
        REQUIRE(by_alias.agency);
        CHECK(test.plan.agencies[*by_alias.agency].id.value == "named");
        CHECK_FALSE(by_alias.exact);
        CHECK(find_agency(test.plan, pair[0]).agency == by_alias.agency);
        ++checked;
    }
    CHECK(checked == 6);
}

TEST_CASE("names: unit types in every spelling") {
    const std::pair<std::string, std::string> cases[] = {
        {"TP. Tuy Hòa", "Thành phố Tuy Hòa"},  {"TP Tuy Hòa", "Thành phố Tuy Hoà"},
        {"T.P. Tuy Hòa", "Thành phố Tuy Hòa"}, {"TP.Tuy Hòa", "Thành phố Tuy Hòa"},
        {"TX Sông Cầu", "Thị xã Sông Cầu"},    {"TX. Sông Cầu", "Thị xã Sông Cầu"},
        {"T.X. Sông Cầu", "Thị xã Sông Cầu"},  {"H.Tuy An", "Huyện Tuy An"},
        {"H. Tuy An", "Huyện Tuy An"},         {"H Tuy An", "Huyện Tuy An"},
    };
    for (const auto& [a, b] : cases) {
        const std::string shown = a;  // a lambda cannot hold a binding
        CAPTURE(shown);
        CHECK(fold_name(a) == fold_name(b));
    }
}

TEST_CASE("names: a tone moves inside its syllable only") {
    struct Case {
        std::string a;
        std::string b;
        bool same;
    };
    const Case cases[] = {
        {"Hòa", "Hoà", true},           {"uỷ", "ủy", true},          {"thuý", "thúy", true},
        {"hòan", "hoàn", true},         {"khoẻ", "khỏe", true},      {"hoài", "hoài", true},
        {"HOÀ BÌNH", "Hòa Bình", true}, {"quà", "qua", false},       {"già", "gia", false},
        {"hoa", "hòa", false},          {"tủy", "tụy", false},       {"mà", "má", false},
        {"Hòa An", "Hoa Àn", false},    {"hòa-an", "hoa-àn", false}, {"ơ", "o", false},
    };
    for (const auto& c : cases) {
        CAPTURE(c.a);
        CAPTURE(c.b);
        CHECK((fold_name(c.a) == fold_name(c.b)) == c.same);
    }
}

TEST_CASE("names: without diacritics is another comparison") {
    CHECK(fold_without_diacritics("Sở Công Thương") == fold_without_diacritics("So Cong Thuong"));
    CHECK(fold_without_diacritics("Đắk Lắk") == fold_without_diacritics("dak lak"));
    CHECK(fold_name("Sở Công Thương") != fold_name("So Cong Thuong"));
}

TEST_CASE("names: the spelling of Unicode and of spaces never matters") {
    CHECK(rc::check([] {
        const std::string words[] = {"Sở", "Tuy Hòa", "Ủy ban", "Đồng Xuân", "Thúy", "y tế"};
        const auto chosen = *rc::gen::container<std::vector<std::size_t>>(
            3, rc::gen::inRange<std::size_t>(0, std::size(words)));
        std::string tight;
        std::string loose = "  ";
        for (const auto ix : chosen) {
            tight += (tight.empty() ? "" : " ") + words[ix];
            loose += words[ix] + *rc::gen::element<std::string>(" ", "  ", "\t", "\u00A0");
        }
        RC_ASSERT(fold_name(tight) == fold_name(loose));
        RC_ASSERT(fold_name(tight) == fold_name(to_nfc(tight)));
    }));
}

TEST_CASE(
    "vietnamese: white space of every kind and letters that nobody sees are no part of a name") {
    for (const std::string space : {"\u0085", "\u1680", "\u2028", "\u2029", "\u00A0", "\u3000"}) {
        CAPTURE(space);
        CHECK(fold_name("Sở" + space + "Y" + space + space + "tế" + space) == fold_name("Sở Y tế"));
    }
    for (const std::string mark :
         {"\u200B", "\u200E", "\u202C", "\u2060", "\uFE0F", "\uFEFF", "\u061C"}) {
        CAPTURE(mark);
        CHECK(fold_name("Sở" + mark + " Y tế" + mark) == fold_name("Sở Y tế"));
    }
    CHECK(fold_name("SO-YT") == "so-yt");
    CHECK(fold_name("45-BC/BTGHU") == "45-bc/btghu");
}
