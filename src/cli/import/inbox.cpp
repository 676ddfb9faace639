#include "cli/import/inbox.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

#include "diag/io_error.hpp"
#include "read/file/file.hpp"
#include "read/file/name_forms.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::error_code& error) {
    throw IoError({Word::cannot_read, printable(path.generic_string()),
                   error ? reason(error) : Message(Word::no_such_file)});
}

bool is_passed_over(const fs::path& path) {
    constexpr std::array<std::string_view, 5> kEndings = {"~", ".bak", ".swp", ".tmp", ".draft"};
    constexpr std::array<std::string_view, 2> kNames = {"Thumbs.db", "desktop.ini"};
    const auto name = path.filename().generic_string();
    return name.starts_with('.') || name.starts_with("~$") || name == "giay-to" ||
           std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); }) ||
           std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool is_maildir(const fs::path& folder) {
    std::error_code error;
    return fs::is_directory(folder / "cur", error) && fs::is_directory(folder / "new", error);
}

class Inbox {
  public:
    std::vector<InboxFile> run(const std::vector<std::string>& paths) {
        for (const auto& given : paths) {
            const fs::path path(name_on_disk(given));
            std::error_code error;
            const auto status = fs::status(path, error);
            if (!fs::exists(status)) fail(path, error);
            if (fs::is_directory(status)) {
                add_folder(path);
            } else {
                add(path, false);
            }
        }
        return std::move(out_);
    }

  private:
    void add(const fs::path& path, bool mail) {
        const auto facts = facts_of(path.generic_string());
        if (facts && !seen_.insert(facts->identity).second) return;
        out_.push_back({path.lexically_normal().generic_string(), mail});
    }

    void add_folder(const fs::path& folder, bool mails = false) {
        // Links within a folder may lead back to it, in more ways than could be followed.
        const auto facts = facts_of(folder.generic_string());
        if (facts && !seen_.insert(facts->identity).second) return;
        std::error_code error;
        std::vector<fs::path> entries;
        for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
             at.increment(error)) {
            entries.push_back(at->path());
        }
        if (error) fail(folder, error);
        std::sort(entries.begin(), entries.end());
        const bool maildir = is_maildir(folder);
        for (const auto& entry : entries) {
            std::error_code ignored;
            const auto name = entry.filename();
            if (is_passed_over(entry) || (maildir && name == "tmp")) continue;
            if (fs::is_directory(entry, ignored)) {
                add_folder(entry, maildir && (name == "cur" || name == "new"));
            } else if (fs::is_regular_file(entry, ignored)) {
                add(entry, mails);
            }
        }
    }

    std::vector<InboxFile> out_;
    std::set<FileIdentity> seen_;
};

}  // namespace

std::vector<InboxFile> inbox_files(const std::vector<std::string>& paths) {
    return Inbox().run(paths);
}

}  // namespace plantool
