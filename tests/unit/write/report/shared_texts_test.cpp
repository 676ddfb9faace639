#include "write/report/shared_texts.hpp"

#include <doctest/doctest.h>

#include "support/days.hpp"

using namespace plantool;
using namespace plantool::testing;

TEST_CASE("shared texts: a due day in words says `before` as the plan does, and the last day") {
    DueRule by;
    by.form = DueRule::Form::by;
    DueRule before;
    before.form = DueRule::Form::before;
    Slot slot;
    slot.due.due = slot.due.unrolled = day("2022-06-29");
    // A day of its own, without a rule.
    CHECK(due_in_words(slot, Language::vi) == "chậm nhất ngày 29/6/2022");
    CHECK(due_in_words(slot, Language::en) == "29 Jun 2022 at the latest");
    slot.rule = &by;
    CHECK(due_in_words(slot, Language::vi) == "chậm nhất ngày 29/6/2022");
    slot.rule = &before;
    CHECK(due_in_words(slot, Language::vi) == "trước ngày 30/6/2022 (chậm nhất ngày 29/6/2022)");
    CHECK(due_in_words(slot, Language::en) == "before 30 Jun 2022 (29 Jun 2022 at the latest)");
    // Rolled, the day after the last one is not the one that the plan names.
    slot.due.unrolled = day("2022-07-02");
    CHECK(due_in_words(slot, Language::vi) == "chậm nhất ngày 29/6/2022");
}
