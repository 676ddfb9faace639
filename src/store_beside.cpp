#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "bring_store.hpp"
#include "diag/io_error.hpp"
#include "os/process.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

/// Beside this program, as it is built, or where it is installed.
fs::path store_program() {
    std::error_code error;
    const auto folder = fs::path(os::own_program()).parent_path();
    for (const auto* place : {"plantool-store", "../libexec/plantool/plantool-store"}) {
        const auto path = (folder / place).lexically_normal();
        if (fs::is_regular_file(path, error)) return path;
    }
    throw IoError({Word::store_program_missing});
}

}  // namespace

void bring_store(Env& env, char** arguments) {
    env.start_store_program = [arguments] {
        const auto program = store_program();
        os::become(program.generic_string(), arguments);
        throw IoError({Word::cannot_start, printable(program.generic_string()), reason(errno)});
    };
}

}  // namespace plantool
