// `plantool schema`: the JSON Schemas, which travel inside the program.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <memory>

#include "cli/command.hpp"
#include "cli/offered_values.hpp"
#include "text/embedded.hpp"
#include "text/labels.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::array<std::string_view, 14> kSchemas = {
    "plan",        "events", "holidays", "submission",  "status", "rates", "changes",
    "diagnostics", "report", "outline",  "explanation", "import", "load",  "error"};

int run_schema(const std::string& name, const Env& env) {
    const Message all(Word::write_one_of, in_backquotes(kSchemas));
    if (name.empty()) throw UsageError{{Word::schema_missing}, all};
    const std::vector<std::string> known(kSchemas.begin(), kSchemas.end());
    const auto file = fmt::format("schemas/{}.schema.json", name);
    for (const auto& embedded : embedded_files()) {
        if (embedded.name != file) continue;
        env.out(embedded.content);
        return 0;
    }
    throw UsageError{{Word::no_schema, printable(name)}, suggestion(name, known, all)};
}

}  // namespace

Runner setup_schema(CLI::App& app, Language language) {
    auto name = std::make_shared<std::string>();
    auto* option = app.add_option("NAME", *name, in_backquotes(kSchemas))
                       ->type_name(say(Word::value_name, language));
    offer_values(option, {kSchemas.begin(), kSchemas.end()});
    return {[name](const Call& call) { return run_schema(*name, call.env); }};
}

}  // namespace plantool
