#include "core/plan/agency.hpp"

namespace plantool {
namespace {

const Renaming* last_renaming(const Agency& agency, Day day) {
    const Renaming* last = nullptr;
    for (const auto& renaming : agency.renamed) {
        const bool later = last == nullptr || last->from <= renaming.from;
        if (renaming.from <= day && later) last = &renaming;
    }
    return last;
}

}  // namespace

const Text& Agency::name_on(Day day) const {
    const auto* renaming = last_renaming(*this, day);
    return renaming == nullptr ? name : renaming->name;
}

const Text& Agency::short_name_on(Day day) const {
    const auto* renaming = last_renaming(*this, day);
    return renaming == nullptr ? short_name : renaming->short_name;
}

}  // namespace plantool
