#include "cli/papers/composing.hpp"

#include "cli/papers/written_figure.hpp"
#include "core/submission/figure.hpp"

namespace plantool {
namespace {

std::string text_of(const std::optional<TextView>& text) {
    return text ? std::string(text->value) : std::string();
}

ComposedFigure compose(const RawFigure& raw) {
    ComposedFigure figure{std::string(raw.indicator.value), std::string(raw.value.value), true};
    if (raw.kind == RawFigure::Kind::number) {
        figure.number = is_json_number(figure.value);
    } else if (raw.kind == RawFigure::Kind::vietnamese) {
        // Whether it is whole is for the indicator to say.
        const auto number = in_json_grammar(figure.value, FigureType::decimal);
        figure.number = number.has_value();
        figure.value = number.value_or(figure.value);
    } else {
        figure.number = false;
    }
    return figure;
}

/// A day, or an instant as it stands in its source.
std::string written(const Received& received) {
    if (!received.instant) return format_date(received.day);
    const auto& span = received.span;
    return std::string(span.source->text().substr(span.begin, span.end - span.begin));
}

/// Without the quotes that may stand round it.
std::string unquoted(std::string text) {
    const bool quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'') &&
                        text.back() == text.front();
    return quoted ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

ComposedSubmission compose(const RawSubmission& raw) {
    ComposedSubmission out;
    out.plan = text_of(raw.plan);
    out.agency = text_of(raw.agency);
    out.obligation = text_of(raw.obligation);
    out.period = text_of(raw.period);
    out.document_number = raw.document_number;
    if (raw.document_date) out.document_date = format_date(raw.document_date->value);
    if (raw.received) out.received = unquoted(written(*raw.received));
    out.via = raw.via;
    out.nil = raw.nil;
    for (const auto& result : raw.results) {
        auto& composed = out.results.emplace_back();
        if (result.task) composed.task = result.task->value;
        composed.summary = result.summary;
        for (const auto& figure : raw.figures_of(result)) {
            composed.figures.push_back(compose(figure));
        }
    }
    out.difficulties = raw.difficulties;
    out.proposals = raw.proposals;
    out.next = raw.next;
    out.note = raw.note;
    return out;
}

}  // namespace plantool
