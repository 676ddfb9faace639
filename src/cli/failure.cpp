#include "cli/failure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <utility>

#include "cli/options.hpp"
#include "cli/passwords.hpp"
#include "cli/session.hpp"
#include "diag/io_error.hpp"
#include "text/utf8.hpp"
#include "write/findings/findings.hpp"

namespace plantool {
namespace {

constexpr int kFailureExit = 2;

int tell(const Failure& failure, const Telling& telling, const Env& env) {
    const auto language = telling.language;
    auto said = fmt::format("plantool: {}\n", say(failure.message, language));
    if (!failure.help.empty()) {
        said += say(Word::help_line, language, say(failure.help, language)) + "\n";
    }
    env.err(without_passwords(std::move(said)));
    if (!telling.json || telling.begun) return kFailureExit;
    try {
        env.out(without_passwords(to_json(failure, kFailureExit, language)));
    } catch (const IoError&) {
        // Nobody can be told on standard output; on standard error it was said.
    }
    return kFailureExit;
}

}  // namespace

bool asks_for_json(const std::vector<std::string>& arguments) {
    const auto formats = given_to("--format", arguments);
    const auto is_json = [](const std::string& format) {
        return format == "json" || format == "ndjson" || format == "sarif";
    };
    return !formats.empty() && std::all_of(formats.begin(), formats.end(), is_json);
}

int run_and_tell(const std::function<int()>& run, const Telling& telling, const Env& env) {
    try {
        return run();
    } catch (const UsageError& error) {
        return tell({error.message, error.help}, telling, env);
    } catch (const PlanFault& fault) {
        return tell({fault.message, {}, &fault.findings}, telling, env);
    } catch (const IoError& error) {
        return tell({error.message()}, telling, env);
    } catch (const std::bad_alloc&) {
        return tell({{Word::out_of_memory}}, telling, env);
    } catch (const std::exception& error) {  // a library's, or a fault of the program itself
        return tell({{Word::cannot_go_on_because, printable(error.what())}}, telling, env);
    } catch (...) {
        return tell({{Word::cannot_go_on}}, telling, env);
    }
}

}  // namespace plantool
