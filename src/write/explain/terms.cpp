// What codes and states mean.

#include "core/status/state_texts.hpp"
#include "diag/code_texts.hpp"
#include "write/explain/json_parts.hpp"
#include "write/status/wording.hpp"

namespace plantool {
namespace {

struct TermText {
    Language language;
    int width;

    std::string operator()(Code code) const { return explain(code, language, width); }
    std::string operator()(State state) const { return explain(state, language, width); }
};

struct TermJson {
    JsonWriter& json;
    Language language;

    void operator()(Code code) const {
        const auto& about = info(code);
        const auto& text = text_of(code);
        json.member("kind", "code");
        json.member("id", about.id);
        json.member("slug", about.slug);
        json.member("severity", severity_name(about.severity));
        json.member("title", title_of(code, language));
        json.member("text", language == Language::vi ? text.vi : text.en);
        json.key("example");
        json.begin_object();
        json.member("wrong", text.wrong);
        json.member("right", text.right);
        json.end_object();
        json.member("clause", topic_name(text.topic, language));
    }

    void operator()(State state) const {
        const auto& about = info(state);
        json.member("kind", "state");
        json.member("id", about.id);
        json.member("label", state_label(state, language));
        json.member("meaning", meaning_of(state, language));
    }
};

}  // namespace

std::string terms_text(std::span<const Term> terms, Language language, int width) {
    std::string out;
    for (const auto& term : terms) {
        if (!out.empty()) out += '\n';
        out += std::visit(TermText{language, width}, term);
    }
    return out;
}

std::string terms_json(std::span<const Term> terms, Language language) {
    JsonWriter json;
    begin_explanations(json, std::nullopt);
    for (const auto& term : terms) {
        json.begin_object();
        std::visit(TermJson{json, language}, term);
        json.end_object();
    }
    return end_explanations(json);
}

}  // namespace plantool
