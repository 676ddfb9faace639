#include "cli/env.hpp"

#include <fmt/format.h>

#include <charconv>
#include <memory>
#include <string>

#include "cli/output.hpp"
#include "os/process.hpp"
#include "os/terminal.hpp"
#include "text/message.hpp"

namespace plantool {
namespace {

std::optional<std::string> variable(const char* name) {
    auto value = os::variable(name);
    if (value && value->empty()) value.reset();
    return value;
}

/// Where nothing is said of a pager, `less`, if it is there; nothing where none is wanted.
std::string pager() {
    if (variable("TERM") == "dumb") return {};
    const auto given = variable("PAGER");
    if (given) return *given == "cat" ? "" : *given;
    return os::has_program("less") ? "less" : "";
}

std::optional<int> columns_in(const char* name) {
    const auto given = variable(name);
    int columns = 0;
    if (given) std::from_chars(given->data(), given->data() + given->size(), columns);
    return columns > 0 ? std::optional(columns) : std::nullopt;
}

/// COLUMNS is the shell's and of its terminal: what is piped does not look at it.
int terminal_columns() {
    if (const auto own = columns_in("PLANTOOL_COLUMNS")) return *own;
    if (!os::is_terminal(os::kOut)) return 0;
    if (const auto of_shell = columns_in("COLUMNS")) return *of_shell;
    return os::terminal_columns();
}

std::optional<std::string> ask(std::string_view words) {
    os::write_to(os::kErr, words);
    return os::read_line();
}

/// A line on the terminal that counts, once it has taken a second, and goes away at the end.
class ProgressLine {
  public:
    void show(std::optional<std::int64_t> submissions, Language language) {
        using namespace std::chrono_literals;
        const auto now = std::chrono::steady_clock::now();
        if (!submissions) {
            if (shown_) write("\r\x1b[K");
        } else if (now - begun_ > 1s && now - last_ > 100ms) {
            write(fmt::format("\rplantool: {}",
                              say(Message(Word::submissions_read, *submissions), language)));
            last_ = now;
            shown_ = true;
        }
    }

  private:
    static void write(std::string_view text) {
        os::write_to(os::kErr, text);  // nobody misses it
    }

    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point last_;
    bool shown_ = false;
};

}  // namespace

Env process_env() {
    Env env;
    env.variable = &variable;
    const auto output = std::make_shared<Output>();
    env.out = [output](std::string_view text) { output->write(text); };
    env.err = [output](std::string_view text) { output->say(text); };
    env.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    env.out_is_terminal = os::is_terminal(os::kOut);
    env.err_is_terminal = os::is_terminal(os::kErr);
    if (env.err_is_terminal && os::is_terminal(os::kIn)) env.ask = &ask;
    if (env.err_is_terminal) {
        env.progress = [line = std::make_shared<ProgressLine>()](
                           std::optional<std::int64_t> submissions, Language language) {
            line->show(submissions, language);
        };
    }
    if (const auto command = env.out_is_terminal ? pager() : ""; !command.empty()) {
        env.page = [output, command] { output->hold(command); };
        env.end_page = [output] { output->show(); };
    }
    env.threads = os::usable_cores();
    env.columns = terminal_columns();
    return env;
}

}  // namespace plantool
