#include <array>

#include "text/words.hpp"
#include "write/answer/answer_parts.hpp"
#include "write/rates/rates_writers.hpp"
#include "write/status/wording.hpp"

namespace plantool {
namespace {

struct ByWords {
    Word inside;  ///< a sentence
    Word heading;
};

/// In the order of RatesBy.
constexpr std::array kBy = {
    ByWords{Word::filter_agency, Word::agency},
    ByWords{Word::filter_group, Word::group},
    ByWords{Word::filter_obligation, Word::obligation},
    ByWords{Word::filter_period, Word::column_period},
    ByWords{Word::by_plan, Word::plan},
};

}  // namespace

std::string rates_title(const RatesAnswer& answer, Language language) {
    return say(Word::rates_title, language, numbers_of(plans_of(answer.of.plans)),
               say(kBy.at(static_cast<std::size_t>(answer.by)).inside, language),
               official_date(answer.of.as_of(), language));
}

std::string rates_by_heading(RatesBy by, Language language) {
    return say(kBy.at(static_cast<std::size_t>(by)).heading, language);
}

std::vector<std::string> rates_remarks(const RatesAnswer& answer, Language language) {
    auto remarks = notices_of(plans_of(answer.of.plans));
    if (!answer.of.filters.empty()) remarks.push_back(filters_line(answer.of, language));
    return remarks;
}

std::string mean_days_late_text(const RatesLine& line, Language language) {
    constexpr double kScale = 100;
    const auto mean = line.mean_days_late();
    if (!mean) return {};
    const auto value = static_cast<double>(*mean) / kScale;
    return format_number(value, decimals_of(value), language);
}

}  // namespace plantool
