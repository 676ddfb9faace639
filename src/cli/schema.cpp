// `plantool schema`: the JSON Schemas, which travel inside the program.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <memory>

#include "cli/command.hpp"
#include "text/embedded.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::array<std::string_view, 4> kSchemas = {"plan", "submission", "status",
                                                      "diagnostics"};

int run_schema(const std::string& name, const Env& env) {
    const auto all = fmt::format("write one of: {}", fmt::join(kSchemas, ", "));
    if (name.empty()) throw UsageError{"the name of the schema is missing", all};
    const std::vector<std::string> known(kSchemas.begin(), kSchemas.end());
    const auto file = fmt::format("schemas/{}.schema.json", name);
    for (const auto& embedded : embedded_files()) {
        if (embedded.name != file) continue;
        env.out(embedded.content);
        return 0;
    }
    const auto help = did_you_mean(name, known);
    throw UsageError{fmt::format("there is no schema `{}`", printable(name)),
                     help.empty() ? all : help};
}

}  // namespace

Runner setup_schema(CLI::App& app) {
    auto name = std::make_shared<std::string>();
    app.add_option("NAME", *name, "plan, submission, status or diagnostics");
    return [name](const GlobalOptions&, const Env& env) { return run_schema(*name, env); };
}

}  // namespace plantool
