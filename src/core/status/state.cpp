#include "core/status/state.hpp"

#include <array>
#include <cstddef>

#include "text/vietnamese.hpp"

namespace plantool {
namespace {

constexpr std::array kStates = {
    StateInfo{State::on_time, "on-time", "đúng hạn", "on time"},
    StateInfo{State::late, "late", "trễ hạn", "late"},
    StateInfo{State::waived, "waived", "được miễn", "waived"},
    StateInfo{State::missing, "missing", "không nộp", "missing"},
    StateInfo{State::overdue, "overdue", "quá hạn", "overdue"},
    StateInfo{State::due_soon, "due-soon", "sắp đến hạn", "due soon"},
    StateInfo{State::open, "open", "đang trong kỳ", "open"},
    StateInfo{State::upcoming, "upcoming", "chưa đến kỳ", "upcoming"},
    StateInfo{State::active, "active", "đang hoạt động", "active"},
    StateInfo{State::quiet, "quiet", "chưa có thông tin", "quiet"},
};

}  // namespace

std::span<const StateInfo> all_states() {
    return kStates;
}

const StateInfo& info(State state) {
    return kStates[static_cast<std::size_t>(state)];
}

std::optional<State> parse_state(std::string_view text) {
    const auto folded = fold_name(text);
    for (const auto& entry : kStates) {
        if (entry.id == text || fold_name(entry.vi) == folded) return entry.state;
    }
    return std::nullopt;
}

}  // namespace plantool
