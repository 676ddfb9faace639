#include "core/report/standing.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace plantool {
namespace {

/// The groups in the order in which they may claim an agency.
class Claims {
  public:
    explicit Claims(const Plan& plan) : plan_(plan) {}

    void add(const std::vector<Text>& names) {
        for (const auto& name : names) {
            for (const auto& group : plan_.groups) {
                if (group.id.value == name.value) add(group);
            }
        }
    }

    /// Member groups first: they tell more.
    void add(const Group& group) {
        if (!seen_.insert(&group).second) return;
        add(group.members);
        for (const auto agency : group.agencies) group_of_.try_emplace(agency, &group);
    }

    const Group* of(AgencyIx agency) const {
        const auto found = group_of_.find(agency);
        return found == group_of_.end() ? nullptr : found->second;
    }

  private:
    const Plan& plan_;
    std::set<const Group*> seen_;
    std::map<AgencyIx, const Group*> group_of_;
};

/// What changes on one day.
struct Change {
    int due = 0;
    int received = 0;
};

class CurveMaker {
  public:
    explicit CurveMaker(Day as_of) : as_of_(as_of) {}

    void change(Day day, int due, int received) {
        auto& change = changes_[day];
        change.due += due;
        change.received += received;
    }

    /// `matters`: the last day on which something could still come.
    std::vector<ReceiptCurve::Point> points(Day matters) {
        std::vector<ReceiptCurve::Point> points;
        if (changes_.empty()) return points;
        const Day last = std::max(changes_.rbegin()->first, std::min(as_of_, matters));
        changes_.try_emplace(last);
        if (as_of_ < last) changes_.try_emplace(std::max(as_of_, changes_.begin()->first));
        ReceiptCurve::Point now;
        for (const auto& [day, change] : changes_) {
            const bool changes = change.due != 0 || change.received != 0;
            const bool before = points.empty() || points.back().day + days(1) < day;
            if (changes && before) add(points, day - days(1), now);
            now.due += change.due;
            received_ += change.received;
            add(points, day, now);
        }
        return points;
    }

  private:
    void add(std::vector<ReceiptCurve::Point>& points, Day day, ReceiptCurve::Point now) const {
        now.day = day;
        now.received = day <= as_of_ ? std::optional(received_) : std::nullopt;
        points.push_back(now);
    }

    Day as_of_;
    std::map<Day, Change> changes_;
    int received_ = 0;
};

std::set<AgencyIx> agencies_of(const Schedule& schedule, const std::vector<StatusRow>& rows) {
    std::set<AgencyIx> agencies;
    for (const auto& row : rows) agencies.insert(schedule.rows[row.row].agency);
    return agencies;
}

}  // namespace

std::vector<GroupStanding> standing_by_group(const Assessment& assessment,
                                             const std::vector<ObligationIx>& obligations,
                                             const std::vector<StatusRow>& rows) {
    const auto& plan = assessment.plan();
    Claims claims(plan);
    for (const auto ix : obligations) claims.add(plan.obligations[ix].owners);
    for (const auto& group : plan.groups) claims.add(group);
    std::map<const Group*, Summary> counted;
    for (const auto& row : rows) {
        count(counted[claims.of(assessment.schedule().rows[row.row].agency)], assessment, row);
    }
    std::vector<GroupStanding> standing;
    const auto take = [&](const Group* group) {
        const auto found = counted.find(group);
        if (found != counted.end()) standing.push_back({group, found->second});
    };
    for (const auto& group : plan.groups) take(&group);
    take(nullptr);
    return standing;
}

ReceiptCurve receipt_curve(const Assessment& assessment, const std::vector<StatusRow>& rows) {
    ReceiptCurve curve;
    CurveMaker maker(assessment.as_of());
    Day matters = Day::min();
    std::set<Day> due_days;
    for (const auto& row : rows) {
        if (row.state == State::waived) continue;
        const auto& expected = assessment.schedule().rows[row.row];
        const auto& first = assessment.receipt(row.row).first;
        ++curve.expected;
        due_days.insert(expected.due);
        matters = std::max(matters, expected.closes);
        maker.change(expected.due, 1, 0);
        if (first) maker.change(first->received.day, 0, 1);
    }
    curve.due_days.assign(due_days.begin(), due_days.end());
    curve.points = maker.points(matters);
    return curve;
}

Timeliness timeliness_of(const Assessment& assessment, const std::vector<SlotIx>& slots,
                         const std::vector<StatusRow>& rows) {
    const auto& schedule = assessment.schedule();
    const auto agencies = agencies_of(schedule, rows);
    Timeliness table;
    std::map<AgencyIx, std::size_t> line;
    for (const auto agency : agencies) {
        line.emplace(agency, table.rows.size());
        table.rows.push_back({agency, {}, {}});
    }
    for (SlotIx ix = 0; ix < schedule.slots.size(); ++ix) {
        const auto& slot = schedule.slots[ix];
        const bool of_report = std::find(slots.begin(), slots.end(), ix) != slots.end();
        if (!of_report && slot.period.span.from > assessment.as_of()) continue;
        Timeliness::Column column{ix, of_report, {}};
        std::vector<std::optional<StatusRow>> cells(table.rows.size());
        for (RowIx i = 0; i < slot.row_count; ++i) {
            const auto row = slot.first_row + i;
            const auto found = line.find(schedule.rows[row].agency);
            if (found == line.end() || !assessment.is_expected(row)) continue;
            cells[found->second] = assessment.row(row);
            count(column.summary, assessment, *cells[found->second]);
            count(table.rows[found->second].summary, assessment, *cells[found->second]);
        }
        if (column.summary.expected == 0 && !of_report) continue;
        table.columns.push_back(column);
        for (std::size_t i = 0; i < cells.size(); ++i) table.rows[i].cells.push_back(cells[i]);
    }
    return table;
}

}  // namespace plantool
