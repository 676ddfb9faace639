#include "core/status/state_texts.hpp"

#include <fmt/format.h>

#include <array>

#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

struct StateText {
    State state;
    std::string_view vi;
    std::string_view en;
};

constexpr std::array kTexts = {
    StateText{State::on_time,
              "Có bản báo cáo được tính, và bản nhận sớm nhất đến không muộn hơn ngày cuối đúng "
              "hạn (nếu kế hoạch ấn định giờ thì trong ngày đó không muộn hơn giờ ấy).",
              "A submission counts, and the first of them came by the due day (by the time of that "
              "day, where the plan sets one)."},
    StateText{
        State::late,
        "Có bản báo cáo được tính, nhưng bản nhận sớm nhất đến sau ngày cuối đúng hạn, hoặc "
        "sau giờ ấn định trong ngày đó. Bản bổ sung về sau không làm báo cáo thành trễ hạn.",
        "A submission counts, but the first of them came after the due day, or after the time "
        "set on it. A correction never makes a report late."},
    StateText{
        State::waived,
        "Quyết định miễn báo cáo có hiệu lực, và chưa có bản nào đến đúng hạn. Không tính vào "
        "số đã đến hạn.",
        "A waiver stands, and nothing came on time. It counts in no rate."},
    StateText{State::missing, "Ngày xét đã qua ngày khóa sổ mà chưa có bản báo cáo nào được tính.",
              "The closing day has passed, and no submission counts."},
    StateText{
        State::overdue,
        "Ngày xét đã qua ngày cuối đúng hạn nhưng chưa qua ngày khóa sổ, và chưa có bản báo cáo "
        "nào được tính.",
        "The due day has passed, the closing day has not, and no submission counts."},
    StateText{State::due_soon,
              "Còn không quá số ngày `soon` của kế hoạch (mặc định 7 ngày) là đến ngày cuối đúng "
              "hạn, và chưa có bản báo cáo nào được tính.",
              "The due day is at most `soon` days away (7 unless the plan says otherwise), and no "
              "submission counts."},
    StateText{State::open,
              "Kỳ báo cáo đã bắt đầu, hạn còn xa, và chưa có bản báo cáo nào được tính.",
              "The period has begun, the due day is not near, and no submission counts."},
    StateText{State::upcoming, "Kỳ báo cáo chưa bắt đầu và hạn còn xa.",
              "The period has not begun, and the due day is not near."},
    StateText{State::active,
              "Nhiệm vụ thường xuyên: từ hoạt động gần nhất (nếu chưa có thì từ ngày kế hoạch hoặc "
              "cơ quan bắt đầu) đến ngày xét không quá số ngày `quiet_after`.",
              "Of a continuous task: since the last activity (where there is none, since the plan "
              "or the agency began) no more than `quiet_after` days have passed."},
    StateText{State::quiet,
              "Nhiệm vụ thường xuyên: từ hoạt động gần nhất (nếu chưa có thì từ ngày kế hoạch hoặc "
              "cơ quan bắt đầu) đến ngày xét đã quá số ngày `quiet_after`.",
              "Of a continuous task: since the last activity (where there is none, since the plan "
              "or the agency began) more than `quiet_after` days have passed."},
};

constexpr bool in_order() {
    int next = 0;
    for (const auto& text : kTexts) {
        if (static_cast<int>(text.state) != next++) return false;
    }
    return next == static_cast<int>(State::quiet) + 1;
}
static_assert(in_order());

std::string_view label_of(const StateInfo& state, Language language) {
    return language == Language::vi ? state.vi : state.en;
}

/// As they are looked for, which is not the order of the tables (semantics.md, section 7).
constexpr std::array kRowOrder = {State::on_time, State::waived,   State::late, State::missing,
                                  State::overdue, State::due_soon, State::open, State::upcoming};
static_assert(kRowOrder.size() == kRowStates);
constexpr std::array kActivityOrder = {State::active, State::quiet};

std::string order_of(State state, Language language) {
    std::string out;
    const auto add = [&](State one) {
        out += fmt::format("{}`{}` ({})", out.empty() ? "" : ", ", info(one).id,
                           label_of(info(one), language));
    };
    if (static_cast<int>(state) < kRowStates) {
        for (const auto one : kRowOrder) add(one);
    } else {
        for (const auto one : kActivityOrder) add(one);
    }
    return out;
}

}  // namespace

std::optional<State> state_called(std::string_view word) {
    if (const auto state = parse_state(word)) return state;
    const auto folded = fold_name(word);
    for (const auto& state : all_states()) {
        if (folded == fold_name(state.vi) || folded == fold_name(state.en)) return state.state;
    }
    return std::nullopt;
}

std::string_view meaning_of(State state, Language language) {
    const auto& text = kTexts.at(static_cast<std::size_t>(state));
    return language == Language::vi ? text.vi : text.en;
}

std::string explain(State state, Language language, int width) {
    const bool vi = language == Language::vi;
    const bool of_row = static_cast<int>(state) < kRowStates;
    auto out = fmt::format("`{}` · {}\n\n", info(state).id, label_of(info(state), language));
    for (const auto& line : wrap_to_width(meaning_of(state, language), width)) out += line + "\n";
    const auto order = fmt::format(
        "{}: {}",
        vi ? (of_row ? "Xét lần lượt, trạng thái khớp đầu tiên được lấy" : "Một trong hai")
           : (of_row ? "The first that fits, in this order" : "One of the two"),
        order_of(state, language));
    out += '\n';
    for (const auto& line : wrap_to_width(order, width)) out += line + "\n";
    out += of_row ? (vi ? "\nCăn cứ: quy tắc tính, phần 7: trạng thái\n"
                        : "\nClause: rules of reckoning, section 7: state of a row\n")
                  : (vi ? "\nCăn cứ: quy tắc tính, phần 8: nhiệm vụ thường xuyên\n"
                        : "\nClause: rules of reckoning, section 8: continuous obligations\n");
    return out;
}

}  // namespace plantool
