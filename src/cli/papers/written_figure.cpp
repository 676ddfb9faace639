#include "cli/papers/written_figure.hpp"

#include <algorithm>

#include "core/submission/figure.hpp"

namespace plantool {

bool is_percent(const Indicator& indicator) {
    return indicator.unit.value == "%";
}

std::optional<std::string> in_json_grammar(const std::string& vietnamese, FigureType type) {
    if (!parse_vietnamese_figure(vietnamese, type).value) return std::nullopt;
    auto number = vietnamese;
    std::erase(number, '.');
    std::replace(number.begin(), number.end(), ',', '.');
    return number;
}

WrittenFigure written_figure(const std::optional<PaperFigure>& figure, const Indicator& indicator) {
    WrittenFigure out;
    out.absent = !figure;
    if (!figure) return out;
    auto read = figure->vietnamese ? parse_vietnamese_figure(figure->text, indicator.type)
                                   : parse_figure(figure->text, indicator.type);
    if (!read.value) {
        out.fault = std::move(read.fault);
        out.help = std::move(read.help);
        return out;
    }
    out.number = figure->vietnamese
                     ? in_json_grammar(figure->text, indicator.type).value_or(figure->text)
                     : figure->text;
    return out;
}

Message refusal_of(const std::string& written, const Indicator& indicator, Message fault) {
    const auto& id = indicator.id.value;
    if (indicator.type == FigureType::integer) {
        return {Word::no_integer_figure, written, id, std::move(fault)};
    }
    return {Word::no_decimal_figure, written, id, std::move(fault)};
}

}  // namespace plantool
