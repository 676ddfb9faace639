#include "core/plan/events.hpp"

#include <iterator>

namespace plantool {

void append(EventEntries& into, EventEntries&& more) {
    const auto move = [](auto& to, auto& from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()),
                  std::make_move_iterator(from.end()));
    };
    move(into.events, more.events);
    move(into.waivers, more.waivers);
    move(into.extensions, more.extensions);
    move(into.returns, more.returns);
    move(into.explanations, more.explanations);
}

}  // namespace plantool
