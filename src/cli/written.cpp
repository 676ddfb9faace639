#include "cli/written.hpp"

#include <fmt/format.h>

#include <system_error>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace plantool {

std::string dotted_ending(const std::string& path) {
    auto ending = std::filesystem::path(path).extension().string();
    for (char& c : ending) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return ending;
}

void make_folder(const std::filesystem::path& folder) {
    if (folder.empty()) return;
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        throw IoError({Word::cannot_make_folder, printable(folder.string()), reason(error)});
    }
}

void tell_written(const std::filesystem::path& file, Language language, const Env& env) {
    const auto path = printable(file.string());
    env.err(fmt::format("plantool: {}\n", say(Word::wrote_file, language, path)));
}

}  // namespace plantool
