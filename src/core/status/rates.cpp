#include "core/status/rates.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/report/decimal_sum.hpp"
#include "core/schedule/period_title.hpp"

namespace plantool {
namespace {

constexpr std::array kBy = {
    RatesByInfo{RatesBy::agency, "agency"},
    RatesByInfo{RatesBy::group, "group"},
    RatesByInfo{RatesBy::obligation, "obligation"},
    RatesByInfo{RatesBy::period, "period"},
    RatesByInfo{RatesBy::plan, "plan"},
};

bool has_days_late(State state) {
    return state == State::late || state == State::overdue || state == State::missing;
}

/// A line while it is counted.
struct Bin {
    RatesLine line;
    std::vector<double> points;
};

/// The rows of one plan, sorted into bins that stand in plan order.
class PlanCounter {
  public:
    PlanCounter(const Status& status, RatesBy by, Language language)
        : status_(status),
          assessment_(*status.assessment),
          plan_(assessment_.plan()),
          by_(by),
          language_(language) {}

    std::vector<Bin> run() {
        make_bins();
        for (const auto& row : status_.rows) {
            for (const auto bin : bins_of(row)) add(row, bins_[bin]);
        }
        return std::move(bins_);
    }

  private:
    void bin(const std::string& key, const std::string& name) {
        auto& line = bins_.emplace_back().line;
        line.key = key;
        line.name = name.empty() ? key : name;
    }

    void make_bins() {
        switch (by_) {
            case RatesBy::agency:
                for (const auto& agency : plan_.agencies) {
                    bin(agency.id.value, agency.name_on(assessment_.as_of()).value);
                }
                break;
            case RatesBy::group:
                groups_of_.resize(plan_.agencies.size());
                for (std::size_t i = 0; i < plan_.groups.size(); ++i) {
                    const auto& group = plan_.groups[i];
                    bin(group.id.value, group.name.value);
                    for (const auto agency : group.agencies) groups_of_[agency].push_back(i);
                }
                break;
            case RatesBy::obligation:
                for (const auto& o : plan_.obligations) bin(o.id.value, o.title.value);
                break;
            case RatesBy::period:
                break;  // as the rows come
            case RatesBy::plan:
                bin(plan_.head.id.value, plan_.head.title);
                break;
        }
    }

    std::vector<std::size_t> bins_of(const StatusRow& row) {
        const auto& expected = assessment_.schedule().rows[row.row];
        const auto& slot = assessment_.schedule().slots[expected.slot];
        switch (by_) {
            case RatesBy::agency:
                return {expected.agency};
            case RatesBy::group:
                return groups_of_[expected.agency];
            case RatesBy::obligation:
                return {slot.obligation};
            case RatesBy::period:
                return {bin_of(slot)};
            case RatesBy::plan:
                break;
        }
        return {0};
    }

    std::size_t bin_of(const Slot& slot) {
        const auto [known, is_new] = periods_.emplace(slot.period.id, bins_.size());
        if (is_new) bin(slot.period.id, period_title(plan_, slot, language_));
        return known->second;
    }

    void add(const StatusRow& row, Bin& bin) {
        count(bin.line.summary, assessment_, row);
        if (has_days_late(row.state)) {
            ++bin.line.late;
            bin.line.days_late += row.days_late.value_or(0);
        }
        if (plan_.head.scoring) bin.points.push_back(points_of(row, *plan_.head.scoring));
    }

    const Status& status_;
    const Assessment& assessment_;
    const Plan& plan_;
    RatesBy by_;
    Language language_;
    std::vector<Bin> bins_;
    std::vector<std::vector<std::size_t>> groups_of_;  ///< by agency
    StringMap<std::size_t> periods_;
};

void join(Bin& into, Bin&& more) {
    into.line.name = std::move(more.line.name);
    into.line.summary += more.line.summary;
    into.line.late += more.line.late;
    into.line.days_late += more.line.days_late;
    into.points.insert(into.points.end(), more.points.begin(), more.points.end());
}

std::int64_t reported(const Summary& summary) {
    return summary.of(State::on_time) + summary.of(State::late);
}

/// Greater than 0: `a` goes before `b`. Both have a rate. Products of two counts, or of a count and
/// days, of a million rows each fit.
std::int64_t compare(const RatesLine& a, const RatesLine& b) {
    const std::int64_t of_a = a.summary.accountable();
    const std::int64_t of_b = b.summary.accountable();
    if (const auto more = reported(a.summary) * of_b - reported(b.summary) * of_a; more != 0) {
        return more;
    }
    const auto on_time = a.summary.of(State::on_time) * of_b - b.summary.of(State::on_time) * of_a;
    if (on_time != 0) return on_time;
    const auto late_a = std::max<std::int64_t>(a.late, 1);
    const auto late_b = std::max<std::int64_t>(b.late, 1);
    return b.days_late * late_a - a.days_late * late_b;
}

}  // namespace

std::span<const RatesByInfo> all_rates_by() {
    return kBy;
}

const RatesByInfo& info(RatesBy by) {
    return kBy[static_cast<std::size_t>(by)];
}

std::optional<RatesBy> parse_rates_by(std::string_view text) {
    for (const auto& entry : kBy) {
        if (entry.id == text) return entry.by;
    }
    return std::nullopt;
}

std::optional<std::int64_t> RatesLine::mean_days_late() const {
    if (late == 0) return std::nullopt;
    constexpr std::int64_t kScale = 100;
    return (2 * days_late * kScale + late) / (2 * late);
}

std::vector<RatesLine> count_rates(std::span<const Status> plans, RatesBy by, Language language) {
    std::vector<Bin> bins;
    StringMap<std::size_t> known;
    for (const auto& status : plans) {
        for (auto& bin : PlanCounter(status, by, language).run()) {
            if (bin.line.summary.expected == 0) continue;
            const auto [at, is_new] = known.emplace(bin.line.key, bins.size());
            if (is_new) {
                bins.push_back(std::move(bin));
            } else {
                join(bins[at->second], std::move(bin));
            }
        }
    }
    std::vector<RatesLine> lines;
    for (auto& bin : bins) {
        if (!bin.points.empty()) bin.line.points = decimal_sum(bin.points);
        lines.push_back(std::move(bin.line));
    }
    return lines;
}

void rank_by_rates(std::vector<RatesLine>& lines) {
    const auto has_rate = [](const RatesLine& line) { return line.summary.accountable() > 0; };
    std::stable_sort(lines.begin(), lines.end(), [&](const RatesLine& a, const RatesLine& b) {
        if (has_rate(a) != has_rate(b)) return has_rate(a);
        return has_rate(a) && compare(a, b) > 0;
    });
    int place = 0;
    const RatesLine* above = nullptr;
    for (auto& line : lines) {
        if (!has_rate(line)) break;
        ++place;
        line.rank = above != nullptr && compare(*above, line) == 0 ? above->rank : place;
        above = &line;
    }
}

double points_of(const StatusRow& row, const Scoring& scoring) {
    if (row.state == State::on_time) return scoring.on_time;
    if (row.state == State::missing) return scoring.missing;
    double points = 0;
    if (row.state != State::late) return points;
    for (const auto& entry : scoring.late) {
        if (entry.from <= row.days_late.value_or(0)) points = entry.points;
    }
    return points;
}

}  // namespace plantool
