#include "cli/report_files.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <future>
#include <memory>
#include <utility>
#include <vector>

#include "cli/written.hpp"
#include "read/file/name_forms.hpp"
#include "write/kit/file_set.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

using File = std::unique_ptr<AtomicFile>;

/// The file, complete but not yet in its place.
File prepare(const ReportFormat& format, const Report& report, const Voice& voice,
             const fs::path& target) {
    auto file = std::make_unique<AtomicFile>(target);
    write_report(format, report, voice, *file);
    file->finish();
    return file;
}

/// The files of one report. They are made side by side where there are cores for it. The first one,
/// mostly the workbook and the most work, is this thread's own.
void add_files(const ReportTarget& to, const NamedReport& one, const Voice& voice, const Env& env,
               std::vector<File>& files) {
    const fs::path output(name_on_disk(to.path));
    std::vector<std::future<File>> making;
    for (const auto& format : to.formats) {
        const bool aside = !making.empty() && env.threads > 1;
        const auto when =
            aside ? std::launch::async | std::launch::deferred : std::launch::deferred;
        const auto target = to.kind == ReportTarget::Kind::file
                                ? output
                                : output / fmt::format("{}{}", one.name, format.ending);
        making.push_back(
            std::async(when, [&, target] { return prepare(format, one.report, voice, target); }));
    }
    for (auto& made : making) files.push_back(made.get());
}

}  // namespace

int write_report_files(const ReportTarget& to, std::span<const NamedReport> reports,
                       const Voice& voice, FileWishes wishes, const Env& env) {
    const fs::path output(name_on_disk(to.path));
    make_folder(to.kind == ReportTarget::Kind::file ? output.parent_path() : output);
    std::vector<File> made;
    for (const auto& one : reports) add_files(to, one, voice, env, made);
    FileSet files;
    for (auto& file : made) {
        if (!wishes.if_changed || !file->is_as_target()) files.add(std::move(file));
    }
    files.commit();
    for (const auto& file : files.files()) {
        if (!wishes.quiet) tell_written(file->target(), voice.language, env);
    }
    return static_cast<int>(files.files().size());
}

}  // namespace plantool
