#include "core/time/cadence_word.hpp"

#include <doctest/doctest.h>

using namespace plantool;

TEST_CASE("cadence word: its id in English; its name and id in Vietnamese") {
    for (const auto& id : cadence_ids()) {
        CAPTURE(id);
        const auto word = cadence_word(*parse_cadence(id));
        CHECK(say(word, Language::en) == id);
        CHECK(say(word, Language::vi).ends_with(" (`" + id + "`)"));
    }
    CHECK(say(cadence_word(Cadence::ad_hoc), Language::vi) == "đột xuất (`ad-hoc`)");
    CHECK(say(cadence_word(Cadence::semiannual), Language::vi) == "6 tháng (`semiannual`)");
}
