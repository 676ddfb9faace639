#include "cli/written.hpp"

#include <fmt/format.h>

#include <system_error>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace plantool {

std::string dotted_ending(const std::string& path) {
    auto ending = std::filesystem::path(path).extension().generic_string();
    for (char& c : ending) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return ending;
}

void make_folder(const std::filesystem::path& folder) {
    const auto refuse_with = [&](const std::error_code& error) {
        throw IoError(
            {Word::cannot_make_folder, printable(folder.generic_string()), reason(error)});
    };
    std::error_code error;
    if (std::filesystem::is_directory(folder, error)) return;
    // What is too long as a whole is so before its first part is made.
    if (error == std::errc::filename_too_long) refuse_with(error);
    // Part by part: create_directories() copies the path with all its parts once for each of them.
    std::filesystem::path made;
    for (const auto& part : folder) {
        made /= part;
        std::error_code ignored;
        const auto there = std::filesystem::status(made, ignored);
        if (is_directory(there)) continue;
        if (exists(there)) refuse_with(make_error_code(std::errc::not_a_directory));
        std::filesystem::create_directory(made, error);
        if (error) refuse_with(error);
    }
}

void tell_written(const std::filesystem::path& file, Language language, const Env& env) {
    const auto path = printable(file.generic_string());
    env.err(fmt::format("plantool: {}\n", say(Word::wrote_file, language, path)));
}

}  // namespace plantool
