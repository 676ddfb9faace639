#include "store/fold.hpp"

#include "store/rank.hpp"

namespace plantool {
namespace {

/// Groups go along with the partitions, so that each server folds its own: `plan` and `agency`,
/// by which they are parted, are among what is grouped by. Rows with a repetition are left to who
/// asks: which of two documents is the first depends on the order of the files.
constexpr const char* kGroups = R"(
SELECT plan, obligation, period, agency,
       count(*) FILTER (WHERE accepted AND received <= $2::date),
       min(rank) FILTER (WHERE accepted AND received <= $2::date),
       max(rank) FILTER (WHERE accepted AND received <= $2::date AND has_content)
FROM submission
WHERE plan = $1 AND agency <> ALL ($3::text[])
GROUP BY plan, obligation, period, agency
HAVING count(*) FILTER (WHERE accepted AND received <= $2::date) > 0
   AND count(*) FILTER (WHERE 'S118' = ANY (errors)) = 0)";

constexpr const char* kActivity = R"(
SELECT obligation, agency, max(received) - '1970-01-01'::date
FROM (SELECT obligation, agency, received FROM submission
      WHERE plan = $1 AND accepted AND received <= $2::date AND agency <> ALL ($3::text[])
      UNION ALL
      SELECT unnest(tasks), agency, received FROM submission
      WHERE plan = $1 AND accepted AND received <= $2::date AND agency <> ALL ($3::text[])) heard
WHERE obligation = ANY ($4::text[])
GROUP BY obligation, agency)";

}  // namespace

FoldedPlan fold_on_server(Connection& store, const FoldQuestion& question) {
    store.run("SET LOCAL enable_partitionwise_aggregate = on");
    FoldedPlan plan;
    const Parameters asked = {question.plan, format_date(question.as_of),
                              array_of(question.unusual)};
    const auto groups = store.run(kGroups, asked);
    for (int i = 0; i < groups.count(); ++i) {
        FoldedGroup group;
        group.obligation = groups.text(i, 1);
        group.period = groups.text(i, 2);
        group.agency = groups.text(i, 3);
        group.count = groups.number(i, 4);
        group.first = paper_ranked(groups.bytes(i, 5));
        if (!groups.is_null(i, 6)) group.content = paper_ranked(groups.bytes(i, 6));
        plan.groups.push_back(std::move(group));
    }
    auto of_tasks = asked;
    of_tasks.emplace_back(array_of(question.continuous));
    const auto activity = store.run(kActivity, of_tasks);
    for (int i = 0; i < activity.count(); ++i) {
        plan.activity.push_back({activity.text(i, 0), activity.text(i, 1),
                                 Day{std::chrono::days{activity.number(i, 2)}}});
    }
    return plan;
}

}  // namespace plantool
