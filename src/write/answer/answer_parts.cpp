#include "write/answer/answer_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "diag/code_texts.hpp"

namespace plantool {

Plans plans_of(std::span<const Status> statuses) {
    Plans plans;
    for (const auto& status : statuses) plans.push_back(&status.assessment->plan());
    return plans;
}

void write_plans(JsonWriter& json, const Plans& plans) {
    json.key("plans");
    json.begin_array();
    for (const auto* plan : plans) {
        json.begin_object();
        json.member("id", plan->head.id.value);
        json.member("number", plan->head.number);
        json.member("title", plan->head.title);
        json.member("from", plan->head.span.from);
        json.member("to", plan->head.span.to);
        json.text_or_null("file", plan->sources.empty() ? "" : plan->sources.front()->name());
        json.end_object();
    }
    json.end_array();
}

void write_filters(JsonWriter& json, const std::vector<AskedFilter>& filters) {
    json.key("filters");
    json.begin_object();
    for (const auto& filter : filters) {
        json.key(filter.key);
        json.begin_array();
        for (const auto& id : filter.chosen) json.value(id);
        json.end_array();
    }
    json.end_object();
}

void write_refused_paper(JsonWriter& json, const CitedPaper& paper) {
    json.begin_object();
    json.member("file", paper.origin.file);
    json.member("line", paper.origin.line);
    json.key("errors");
    json.begin_array();
    for (const auto code : paper.errors) json.value(info(code).id);
    json.end_array();
    json.end_object();
}

void write_notices(JsonWriter& json, const Plans& plans) {
    const auto notices = notices_of(plans);
    if (notices.empty()) return;
    json.key("notices");
    json.begin_array();
    for (const auto& notice : notices) json.value(notice);
    json.end_array();
}

std::vector<std::string> notices_of(const Plans& plans) {
    std::vector<std::string> notices;
    for (const auto* plan : plans) {
        for (const auto& notice : plan->notices) {
            if (std::find(notices.begin(), notices.end(), notice) == notices.end()) {
                notices.push_back(notice);
            }
        }
    }
    return notices;
}

std::string refusal_reasons(const CitedPaper& paper, Language language, CodesOfReasons codes) {
    std::string out;
    for (const auto code : paper.errors) {
        out += (out.empty() ? "" : "; ") + reason_of(code, language);
        if (codes == CodesOfReasons::shown) out += fmt::format(" ({})", info(code).id);
    }
    return out;
}

std::string numbers_of(const Plans& plans) {
    std::string out;
    for (const auto* plan : plans) out += (out.empty() ? "" : ", ") + plan->head.number;
    return out;
}

}  // namespace plantool
