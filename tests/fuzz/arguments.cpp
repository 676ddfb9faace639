// Any lines as the arguments of a command that only reads: it ends with 0, 1 or 2, and what it says
// is text without anything that a terminal would obey.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "cli/env.hpp"
#include "cli/run.hpp"
#include "text/utf8.hpp"

namespace {

using namespace plantool;

/// Nothing that is written to, and nothing that waits for input.
bool is_tame(const std::vector<std::string>& arguments) {
    if (arguments.empty()) return false;
    constexpr std::string_view kReading[] = {"status", "due",     "plan",     "rates",
                                             "schema", "explain", "validate", "changes"};
    bool reads = false;
    for (const auto command : kReading) reads = reads || arguments.front() == command;
    for (const auto& argument : arguments) {
        if (argument.starts_with("-o") || argument.starts_with("--o") || argument == "-") {
            return false;
        }
    }
    return reads;
}

bool obeyed_by_terminals(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r')
            return true;
    }
    return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<std::string> arguments;
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        arguments.emplace_back(rest.substr(0, end));
        if (arguments.back().find('\0') != std::string::npos) return 0;
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    if (!is_tame(arguments)) return 0;
    std::string out;
    std::string err;
    Env env;
    env.variable = [](const char*) { return std::nullopt; };
    env.out = [&](std::string_view text) { out += text; };
    env.err = [&](std::string_view text) { err += text; };
    const int status = run(arguments, env);
    if (status < 0 || status > 2) std::abort();
    if (first_invalid_utf8(out) || first_invalid_utf8(err)) std::abort();
    if (obeyed_by_terminals(err)) std::abort();
    return 0;
}
