#include "core/time/cadence_word.hpp"

namespace plantool {

Message cadence_word(Cadence cadence) {
    switch (cadence) {
        case Cadence::weekly:
            return {Word::cadence_weekly};
        case Cadence::monthly:
            return {Word::cadence_monthly};
        case Cadence::quarterly:
            return {Word::cadence_quarterly};
        case Cadence::semiannual:
            return {Word::cadence_semiannual};
        case Cadence::nine_month:
            return {Word::cadence_nine_month};
        case Cadence::annual:
            return {Word::cadence_annual};
        case Cadence::listed:
            return {Word::cadence_listed};
        case Cadence::once:
            return {Word::cadence_once};
        case Cadence::ad_hoc:
            return {Word::cadence_ad_hoc};
        case Cadence::continuous:
            return {Word::cadence_continuous};
    }
    return {};
}

}  // namespace plantool
