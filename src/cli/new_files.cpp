#include "cli/new_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>

#include "cli/options.hpp"
#include "cli/written.hpp"
#include "diag/io_error.hpp"
#include "text/utf8.hpp"
#include "write/kit/atomic_file.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

bool is_folder(const fs::path& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

/// What stands in the way of a file: itself, or something above it that is no folder.
std::optional<fs::path> obstacle(const fs::path& file) {
    fs::path above;
    for (const auto& part : file.parent_path()) {
        above /= part;
        if (!is_there(above)) return std::nullopt;
        if (!is_folder(above)) return above;
    }
    return is_there(file) ? std::optional(file) : std::nullopt;
}

void write_one(const NewFile& file) {
    make_folder(file.path.parent_path());
    write_file(file.path, file.content);
}

}  // namespace

void refuse_to_overwrite(const std::vector<NewFile>& files, Message help) {
    std::vector<std::string> found;
    for (const auto& file : files) {
        const auto path = obstacle(file.path);
        if (!path) continue;
        const auto shown = printable(path->string());
        if (std::find(found.begin(), found.end(), shown) == found.end()) found.push_back(shown);
    }
    if (found.empty()) return;
    const auto all = fmt::format("{}", fmt::join(found, ", "));
    throw UsageError{found.size() == 1 ? Message(Word::is_there_already, all)
                                       : Message(Word::are_there_already, all),
                     std::move(help)};
}

void write_all(const std::vector<NewFile>& files) {
    std::size_t written = 0;
    try {
        for (; written < files.size(); ++written) write_one(files[written]);
    } catch (const IoError&) {
        for (std::size_t i = 0; i < written; ++i) {
            std::error_code ignored;
            fs::remove(files[i].path, ignored);
        }
        throw;
    }
}

}  // namespace plantool
