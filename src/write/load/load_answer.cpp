#include "write/load/load_answer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.hpp"
#include "text/words.hpp"
#include "write/kit/json_writer.hpp"

namespace plantool {

std::string load_text(const LoadAnswer& answer, Language language) {
    constexpr std::size_t kShown = 20;
    auto out = say(Word::load_counts, language, answer.files, answer.submissions, answer.added,
                   answer.known, answer.refused_count) +
               "\n";
    const auto shown = std::min(answer.refused.size(), kShown);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& one = answer.refused[i];
        out += fmt::format("  {}:{}: {}\n", printable(one.file), one.line,
                           fmt::join(one.errors, ", "));
    }
    const auto more = answer.refused_count - static_cast<std::int64_t>(shown);
    if (more > 0) out += fmt::format("  {}\n", say(Word::load_refused_more, language, more));
    if (answer.rechecked > 0) out += say(Word::load_rechecked, language, answer.rechecked) + "\n";
    return out;
}

std::string load_json(const LoadAnswer& answer, Language /*language*/) {
    using Layout = JsonWriter::Layout;
    JsonWriter json;
    json.begin_object(Layout::lines);
    json.member("format", "plantool/load@1");
    json.member("files", answer.files);
    json.member("submissions", answer.submissions);
    json.member("added", answer.added);
    json.member("known", answer.known);
    json.member("elsewhere", answer.elsewhere);
    json.member("rechecked", answer.rechecked);
    json.member("refused_count", answer.refused_count);
    json.key("refused");
    json.begin_array(Layout::lines);
    for (const auto& one : answer.refused) {
        json.begin_object();
        json.member("file", one.file);
        json.member("line", one.line);
        json.key("errors");
        json.begin_array();
        for (const auto& code : one.errors) json.value(code);
        json.end_array();
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take() + "\n";
}

}  // namespace plantool
