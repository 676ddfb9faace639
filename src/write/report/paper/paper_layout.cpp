#include "write/report/paper/paper_layout.hpp"

#include <string_view>

namespace plantool {
namespace {

constexpr Day kGuideline05{std::chrono::year(2026) / 5 / 27};

bool has_party_number(std::string_view number) {
    const auto behind = number.find_first_not_of("0123456789");
    return behind != std::string_view::npos && behind > 0 && number[behind] == '-';
}

}  // namespace

PaperLayout layout_of(const PlanHead& head, Day paper) {
    if (head.layout == "nd30") return PaperLayout::nd30;
    if (head.layout == "dang-36") return PaperLayout::dang_36;
    if (head.layout == "dang-05") return PaperLayout::dang_05;
    if (!has_party_number(head.number)) return PaperLayout::nd30;
    return paper < kGuideline05 ? PaperLayout::dang_36 : PaperLayout::dang_05;
}

}  // namespace plantool
