#include "core/status/changes.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <map>
#include <string>

#include "support/letters.hpp"
#include "support/plan.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

Return sent_back(const std::string& period, const std::string& document,
                 const std::string& returned) {
    Return entry;
    entry.obligation = text("h");
    entry.agency = text("a");
    entry.period = text(period);
    entry.document = text(document);
    entry.returned = day(returned);
    return entry;
}

/// Whatever can happen to a row in the course of a year happens in this one.
Plan eventful() {
    return with(plan_2022({task("T", {"b"}, Cadence::ad_hoc, within("5d", Anchor::raised)),
                           report("h", {"a", "b", "c"}, Cadence::semiannual,
                                  before({{"H1", "06-30"}, {"H2", "12-31"}})),
                           with(report("q", {"c"}, Cadence::quarterly, by("period-end")),
                                [](Obligation& o) {
                                    Amendment lifted;
                                    lifted.on = day("2022-08-01");
                                    lifted.effective = day("2022-08-01");
                                    lifted.ends = true;
                                    Amendment later;
                                    later.on = day("2022-05-01");
                                    later.effective = day("2022-06-01");
                                    later.due = within("10d", Anchor::period_end);
                                    o.amended = {later, lifted};
                                })}),
                [](Plan& plan) {
                    plan.waivers = {with(waiver("h", "c", "2022-H1"),
                                         [](Exception& e) { e.decided = day("2022-07-01"); })};
                    plan.extensions = {with(extension("h", "b", "2022-H1", "2022-07-10"),
                                            [](Exception& e) { e.decided = day("2022-06-20"); })};
                    plan.events = {event("e1", "T", "2022-05-05")};
                    plan.returns = {sent_back("2022-H1", "1/BC", "2022-07-04")};
                });
}

/// The plan as it is known on a day, and what had come by then.
struct OnDay {
    BuiltPlan plan;
    Assessment assessment;

    OnDay(const std::string& as_of, const std::vector<Letter>& letters)
        : plan(eventful(), as_of), assessment(assess(plan, as_of, letters)) {}
};

struct ValueText {
    std::string operator()(std::monostate) const { return "-"; }
    std::string operator()(State state) const { return std::string(info(state).id); }
    std::string operator()(Day day) const { return format_date(day); }
    std::string operator()(int number) const { return std::to_string(number); }
};

/// `obligation period agency what from to`.
Strings changes(const std::string& since, const std::string& as_of,
                const std::vector<Letter>& letters) {
    const OnDay before(since, letters);
    const OnDay now(as_of, letters);
    Strings out;
    for (const auto& change : changes_between(before.assessment, now.assessment)) {
        const auto& row = now.plan.schedule.rows[change.row];
        const auto& slot = now.plan.schedule.slots[row.slot];
        out.push_back(fmt::format(
            "{} {} {} {} {} {}", now.plan.plan.obligations[slot.obligation].id.value,
            slot.period.id, now.plan.plan.agencies[row.agency].id.value, changed_id(change.what),
            std::visit(ValueText{}, change.from), std::visit(ValueText{}, change.to)));
    }
    return out;
}

const std::vector<Letter>& some_letters() {
    static const std::vector<Letter> letters = {{"h", "a", "2022-H1", "2022-06-28", "1/BC"},
                                                {"h", "a", "2022-H1", "2022-07-02", "2/BC"},
                                                {"h", "b", "2022-H1", "2022-07-03", "3/BC"},
                                                {"h", "a", "2022-H1", "2022-07-06", "4/BC"},
                                                {"q", "c", "2022-Q3", "2022-09-20", "5/BC"}};
    return letters;
}

}  // namespace

TEST_CASE("changes: what is another, row by row") {
    struct Case {
        const char* since;
        const char* as_of;
        Strings changes;
    };
    const Case cases[] = {
        // A report came, and a state turned by itself.
        {"2022-06-27",
         "2022-06-28",
         {"h 2022-H1 a state due-soon on-time", "h 2022-H1 a received - 2022-06-28"}},
        {"2022-06-29", "2022-06-30", {"h 2022-H1 c state due-soon overdue"}},
        // An event was raised; an amendment became known, which moves due days.
        {"2022-04-30",
         "2022-05-05",
         {"T e1 b expected - due-soon", "q 2022-Q1 c state overdue missing",
          "q 2022-Q2 c due 2022-06-30 2022-07-10", "q 2022-Q3 c due 2022-09-30 2022-10-10",
          "q 2022-Q4 c due 2022-12-31 2023-01-10"}},
        // An extension was decided.
        {"2022-06-19", "2022-06-20", {"h 2022-H1 b due 2022-06-29 2022-07-10"}},
        // A waiver was decided.
        {"2022-06-30",
         "2022-07-01",
         {"h 2022-H1 c state overdue waived", "h 2022-H2 a state upcoming open",
          "h 2022-H2 b state upcoming open", "h 2022-H2 c state upcoming open",
          "q 2022-Q3 c state upcoming open"}},
        // A correction, and the first report of another.
        {"2022-07-01",
         "2022-07-03",
         {"h 2022-H1 a revisions 0 1", "h 2022-H1 b state open on-time",
          "h 2022-H1 b received - 2022-07-03", "q 2022-Q2 c state open due-soon"}},
        // The first paper was sent back: the second is the first now, and late.
        {"2022-07-03",
         "2022-07-04",
         {"h 2022-H1 a state on-time late", "h 2022-H1 a received 2022-06-28 2022-07-02",
          "h 2022-H1 a revisions 1 0", "h 2022-H1 a returned 0 1"}},
        // Periods were lifted.
        {"2022-07-31",
         "2022-08-01",
         {"q 2022-Q3 c dropped open -", "q 2022-Q4 c dropped upcoming -"}},
        {"2022-08-01", "2022-12-01", {"q 2022-Q2 c state overdue missing"}},
        {"2022-07-05", "2022-07-05", {}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.since);
        CAPTURE(c.as_of);
        CHECK(changes(c.since, c.as_of, some_letters()) == c.changes);
    }
}

TEST_CASE("changes: the refused of an answer are those that came in between, and that have a day") {
    const BuiltPlan plan(eventful());
    Assessment before(plan, day("2022-07-01"));
    Assessment now(plan, day("2022-07-05"));
    now.keep_refused_after(day("2022-07-01"));
    int line = 0;
    for (const auto* received :
         {"2022-06-30", "2022-07-01", "2022-07-02", "2022-07-05", "2022-07-06", ""}) {
        CitedPaper paper;
        paper.origin = {"a.csv", ++line, 0};
        if (*received != 0) paper.received = Moment{day(received), 0};
        paper.errors = {Code::s_unknown_agency};
        before.refuse(paper);
        now.refuse(paper);
    }
    const PlanChanges changes{&before, &now, {}};
    CHECK(changes.refused_count() == 2);
    REQUIRE(changes.refused().size() == 2);
    CHECK(changes.refused()[0].origin.line == 3);
    CHECK(changes.refused()[1].origin.line == 4);
    CHECK_FALSE(changes.empty());
}

namespace {

/// What happened to one row, by what is another.
using OfRow = std::map<Changed, std::pair<ChangeValue, ChangeValue>>;
using ByRow = std::map<RowIx, OfRow>;

ByRow by_row(const std::vector<Change>& changes) {
    ByRow out;
    for (const auto& change : changes) out[change.row][change.what] = {change.from, change.to};
    return out;
}

/// The one change after the other. A row that is dropped is never expected again here.
OfRow after(OfRow first, const OfRow& second) {
    const auto state = second.find(Changed::state);
    if (const auto fresh = first.find(Changed::expected); fresh != first.end()) {
        if (second.contains(Changed::dropped)) return {};
        if (state != second.end()) fresh->second.second = state->second.second;
        return first;
    }
    if (const auto dropped = second.find(Changed::dropped); dropped != second.end()) {
        const auto was = first.find(Changed::state);
        const auto from = was == first.end() ? dropped->second.first : was->second.first;
        return {{Changed::dropped, {from, {}}}};
    }
    for (const auto& [what, values] : second) {
        const auto [known, is_new] = first.emplace(what, values);
        if (!is_new) known->second.second = values.second;
    }
    std::erase_if(first,
                  [](const auto& entry) { return entry.second.first == entry.second.second; });
    return first;
}

ByRow composed(ByRow first, const ByRow& second) {
    for (const auto& [row, changes] : second) first[row] = after(first[row], changes);
    std::erase_if(first, [](const auto& entry) { return entry.second.empty(); });
    return first;
}

std::vector<Letter> any_letters() {
    static const std::vector<Letter> kinds = {
        {"h", "a", "2022-H1", "", ""}, {"h", "b", "2022-H1", "", ""}, {"h", "c", "2022-H2", "", ""},
        {"q", "c", "2022-Q2", "", ""}, {"q", "c", "2022-Q3", "", ""}, {"T", "b", "e1", "", ""}};
    std::vector<Letter> out;
    for (int count = *rc::gen::inRange(0, 12); count > 0; --count) {
        auto letter = *rc::gen::elementOf(kinds);
        letter.received =
            format_date(day("2022-01-15") + std::chrono::days{*rc::gen::inRange(0, 400)});
        letter.document = fmt::format("{}/BC", *rc::gen::inRange(1, 5));
        out.push_back(letter);
    }
    return out;
}

}  // namespace

TEST_CASE(
    "properties: changes from one day to a second and from there to a third are those of both") {
    CHECK(rc::check([] {
        const auto letters = any_letters();
        const auto first = day("2022-01-01") + std::chrono::days{*rc::gen::inRange(0, 300)};
        const auto second = first + std::chrono::days{*rc::gen::inRange(0, 100)};
        const auto third = second + std::chrono::days{*rc::gen::inRange(0, 100)};
        const OnDay a(format_date(first), letters);
        const OnDay b(format_date(second), letters);
        const OnDay c(format_date(third), letters);
        const auto ab = by_row(changes_between(a.assessment, b.assessment));
        const auto bc = by_row(changes_between(b.assessment, c.assessment));
        const auto ac = by_row(changes_between(a.assessment, c.assessment));
        RC_ASSERT(composed(ab, bc) == ac);
        RC_ASSERT(changes_between(a.assessment, a.assessment).empty());
    }));
}
