// Ids: what they are made of, and that each is there once (formats.md, section 1).

#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/plan/resolve/resolve_parts.hpp"

namespace plantool {
namespace {

bool is_id(std::string_view id) {
    const auto alnum = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !id.empty() && alnum(id[0]) && std::all_of(id.begin(), id.end(), [&](char c) {
        return alnum(c) || c == '.' || c == '-';
    });
}

bool is_task_id(std::string_view id) {
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.';
    });
}

class IdChecker {
  public:
    IdChecker(const Plan& plan, Diagnostics& diagnostics)
        : plan_(plan), diagnostics_(diagnostics) {}

    void check_id(const Text& id) {
        if (id.value.empty() || is_id(id.value)) return;  // a missing one was reported already
        diagnostics_.add(
            {Code::p_bad_id, id.span, {Word::is_no_id, id.value}, {Word::how_ids_are}});
    }

    void run() {
        check_id(plan_.head.id);
        for (const auto& agency : plan_.agencies) check_id(agency.id);
        for (const auto& group : plan_.groups) check_id(group.id);
        for (const auto& indicator : plan_.indicators) check_id(indicator.id);
        for (const auto& event : plan_.events) check_id(event.id);
        for (const auto& o : plan_.obligations) {
            if (o.kind == ObligationKind::report) {
                check_id(o.id);
            } else if (!o.id.value.empty() && !is_task_id(o.id.value)) {
                diagnostics_.add({Code::p_bad_id,
                                  o.id.span,
                                  {Word::is_no_task_id, o.id.value},
                                  {Word::how_task_ids_are}});
            }
        }
        for (const auto& part : plan_.head.preamble) {
            if (part.id.value.empty() || is_task_id(part.id.value)) continue;
            diagnostics_.add({Code::p_bad_id,
                              part.id.span,
                              {Word::is_no_part_id, part.id.value},
                              {Word::how_part_ids_are}});
        }
        check_unique();
    }

    template <class Seen>
    void claim(Seen& seen, const Text& id, WordWith<1> what) {
        if (id.value.empty()) return;
        const auto [first, fresh] = seen.emplace(id.value, &id);
        if (fresh) return;
        diagnostics_.add({Code::p_duplicate_id,
                          id.span,
                          {what, id.value},
                          {Word::give_another_id},
                          {},
                          {{Message(Word::first_is_here), first->second->span}}});
    }

    void check_unique() {
        std::unordered_map<std::string, const Text*> bodies;
        std::unordered_map<std::string, const Text*> duties;
        std::unordered_map<std::string, const Text*> indicators;
        std::unordered_map<std::string, const Text*> events;
        for (const auto& agency : plan_.agencies) {
            claim(bodies, agency.id, Word::two_bodies_have_id);
        }
        for (const auto& group : plan_.groups) claim(bodies, group.id, Word::two_bodies_have_id);
        for (const auto& o : plan_.obligations) claim(duties, o.id, Word::two_duties_have_id);
        for (const auto& i : plan_.indicators) {
            claim(indicators, i.id, Word::two_indicators_have_id);
        }
        for (const auto& event : plan_.events) claim(events, event.id, Word::two_events_have_id);
        std::unordered_map<std::string, const Text*> parts;
        for (const auto& part : plan_.head.preamble) claim(parts, part.id, Word::two_parts_have_id);
    }

  private:
    const Plan& plan_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_ids(const Plan& plan, Diagnostics& diagnostics) {
    IdChecker(plan, diagnostics).run();
}

}  // namespace plantool
