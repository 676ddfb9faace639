#include "cli/new_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "cli/options.hpp"
#include "cli/written.hpp"
#include "diag/io_error.hpp"
#include "text/utf8.hpp"
#include "write/kit/file_set.hpp"
#include "write/kit/leftovers.hpp"

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

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
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

}  // namespace

void refuse_to_overwrite(const std::vector<NewFile>& files, Message help) {
    std::vector<std::string> found;
    for (const auto& file : files) {
        // What a program that was killed had begun is completed first, and then in the way as a
        // whole.
        tidy_folder(folder_of(file.path));
        const auto path = obstacle(file.path);
        if (!path) continue;
        const auto shown = printable(path->generic_string());
        if (std::find(found.begin(), found.end(), shown) == found.end()) found.push_back(shown);
    }
    if (found.empty()) return;
    const auto all = fmt::format("{}", fmt::join(found, ", "));
    throw UsageError{found.size() == 1 ? Message(Word::is_there_already, all)
                                       : Message(Word::are_there_already, all),
                     std::move(help)};
}

void write_all(const std::vector<NewFile>& files) {
    FileSet together(FileSet::There::refused);
    for (const auto& file : files) {
        make_folder(file.path.parent_path());
        auto made = std::make_unique<AtomicFile>(file.path);
        made->write(file.content);
        together.add(std::move(made));
    }
    together.commit();
}

}  // namespace plantool
