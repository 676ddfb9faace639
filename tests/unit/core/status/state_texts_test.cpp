#include "core/status/state_texts.hpp"

#include <doctest/doctest.h>

using namespace plantool;

TEST_CASE("state texts: a state is called by its id and by its label in either language") {
    CHECK(state_called("due-soon") == State::due_soon);
    CHECK(state_called("sắp đến hạn") == State::due_soon);
    CHECK(state_called("Quá  Hạn") == State::overdue);
    CHECK(state_called("on time") == State::on_time);
    CHECK(state_called("qua han") == std::nullopt);
    CHECK(state_called("") == std::nullopt);
}

TEST_CASE("state texts: each says its id, its label and the order in which it is looked for") {
    const auto late = explain(State::late, Language::vi, 0);
    CHECK(late.starts_with("`late` · trễ hạn\n\n"));
    CHECK(late.find("`on-time` (đúng hạn), `waived` (được miễn), `late` (trễ hạn), `missing` "
                    "(không nộp)") != std::string::npos);
    const auto quiet = explain(State::quiet, Language::en, 0);
    CHECK(quiet.find("One of the two: `active` (active), `quiet` (quiet)") != std::string::npos);
    for (const auto& state : all_states()) {
        CAPTURE(state.id);
        CHECK(explain(state.state, Language::vi, 0) != explain(state.state, Language::en, 0));
    }
}
