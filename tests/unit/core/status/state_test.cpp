#include "core/status/state.hpp"

#include <doctest/doctest.h>

#include <string>

#include "core/status/assessment.hpp"
#include "support/days.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// What is known of a row whose period begins on 1 April and whose due day is 30 June 2022, closing
/// on 30 July, on a day. `received` empty: nothing was.
struct Case {
    const char* as_of;
    const char* received;
    bool waived;
    const char* state;
};

std::string state(const Case& c, int soon = 7) {
    static const Exception waiver{};
    Slot slot;
    slot.period = {"2022-Q2", 2022, {day("2022-04-01"), day("2022-06-30")}};
    ExpectedRow row;
    row.due = day("2022-06-30");
    row.closes = day("2022-07-30");
    if (c.waived) row.waiver = &waiver;
    Receipt receipt;
    if (c.received[0] != '\0') receipt.first = Filing{{{day(c.received), 0}}, {}, 0, 1};
    return std::string(info(state_of(row, slot, {}, receipt, day(c.as_of), soon)).id);
}

}  // namespace

TEST_CASE("state: the first line of the table that matches wins") {
    const Case cases[] = {
        // Received: nothing else is asked.
        {"2022-06-30", "2022-06-30", false, "on-time"},
        {"2022-07-01", "2022-07-01", false, "late"},
        {"2030-01-01", "2022-06-30", false, "on-time"},
        {"2030-01-01", "2029-12-31", false, "late"},
        {"2022-06-30", "2022-01-01", true, "on-time"},
        // Waived: on every day, and what comes late is shown, not held against anybody.
        {"2022-07-31", "2022-07-31", true, "waived"},
        {"2021-01-01", "", true, "waived"},
        {"2022-06-30", "", true, "waived"},
        {"2022-07-01", "", true, "waived"},
        {"2022-07-31", "", true, "waived"},
        // Neither: the day decides.
        {"2022-07-31", "", false, "missing"},
        {"2022-07-30", "", false, "overdue"},
        {"2022-07-01", "", false, "overdue"},
        {"2022-06-30", "", false, "due-soon"},
        {"2022-06-23", "", false, "due-soon"},
        {"2022-06-22", "", false, "open"},
        {"2022-04-01", "", false, "open"},
        {"2022-03-31", "", false, "upcoming"},
        {"2021-03-31", "", false, "upcoming"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.as_of);
        CAPTURE(c.received);
        CHECK(state(c) == c.state);
    }
}

TEST_CASE("state: with a time of day, what comes later on the due day is late") {
    struct Timed {
        int millisecond;
        std::optional<int> due_at;
        const char* state;
    };
    constexpr int kHalfPastFour = (16 * 60 + 30) * 60'000;
    const Timed cases[] = {
        {0, 990, "on-time"},  // the day alone
        {kHalfPastFour, 990, "on-time"},
        {kHalfPastFour + 1, 990, "late"},
        {86'399'999, 990, "late"},
        {86'399'999, std::nullopt, "on-time"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.millisecond);
        Slot slot;
        slot.period = {"2022-Q2", 2022, {day("2022-04-01"), day("2022-06-30")}};
        ExpectedRow row;
        row.due = day("2022-06-30");
        row.closes = day("2022-07-30");
        Receipt receipt;
        receipt.first = Filing{{{day("2022-06-30"), c.millisecond}}, {}, 0, 1};
        CHECK(std::string(info(state_of(row, slot, c.due_at, receipt, day("2022-07-01"), 7)).id) ==
              c.state);
    }
}

TEST_CASE("state: soon reaches before the period where it is long") {
    CHECK(state({"2022-03-31", "", false, ""}, 91) == "due-soon");
    CHECK(state({"2022-03-31", "", false, ""}, 90) == "upcoming");
    CHECK(state({"2022-06-29", "", false, ""}, 1) == "due-soon");
    CHECK(state({"2022-06-28", "", false, ""}, 1) == "open");
}

TEST_CASE("state: every state has its id and its Vietnamese and English name") {
    struct Name {
        State state;
        const char* id;
        const char* vi;
        const char* en;
    };
    const Name names[] = {
        {State::on_time, "on-time", "đúng hạn", "on time"},
        {State::late, "late", "trễ hạn", "late"},
        {State::waived, "waived", "được miễn", "waived"},
        {State::missing, "missing", "không nộp", "missing"},
        {State::overdue, "overdue", "quá hạn", "overdue"},
        {State::due_soon, "due-soon", "sắp đến hạn", "due soon"},
        {State::open, "open", "đang trong kỳ", "open"},
        {State::upcoming, "upcoming", "chưa đến kỳ", "upcoming"},
    };
    for (const auto& name : names) {
        CAPTURE(name.id);
        CHECK(info(name.state).state == name.state);
        CHECK(info(name.state).id == name.id);
        CHECK(info(name.state).vi == name.vi);
        CHECK(info(name.state).en == name.en);
        CHECK(parse_state(name.id) == name.state);
        CHECK(parse_state(name.vi) == name.state);
    }
    CHECK(parse_state("Trễ  hạn") == State::late);
    CHECK(parse_state("tre\u0302\u0303 ha\u0323n") == State::late);
    CHECK(parse_state("chưa có thông tin") == State::quiet);
    CHECK(parse_state("quiet") == State::quiet);
    CHECK(parse_state("active") == State::active);
    CHECK(all_states().size() == 10);
    for (const auto* text : {"", "on_time", "On-time", "on-time ", "dung han", "due soon"}) {
        CAPTURE(text);
        CHECK(parse_state(text) == std::nullopt);
    }
}
