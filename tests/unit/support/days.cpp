#include "support/days.hpp"

#include <stdexcept>

namespace plantool::testing {

Day day(std::string_view text) {
    const auto found = parse_date(text);
    if (!found) throw std::invalid_argument(std::string(text) + " is no day");
    return *found;
}

std::string show(Days span) {
    return format_date(span.from) + ".." + format_date(span.to);
}

}  // namespace plantool::testing

doctest::String doctest::StringMaker<std::vector<std::string>>::convert(
    const std::vector<std::string>& texts) {
    std::string out = "[";
    for (const auto& text : texts) out += (&text == texts.data() ? "" : " | ") + text;
    return (out + "]").c_str();
}
