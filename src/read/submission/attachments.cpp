#include "read/submission/attachments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <system_error>
#include <utility>

#include "diag/io_error.hpp"
#include "read/file/name_forms.hpp"
#include "read/file/sha256.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    return text;
}

bool is_sha256(const std::string& text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return std::isxdigit(static_cast<unsigned char>(c)) != 0;
           });
}

void check_hash(const Attachment& attachment, const fs::path& path, const std::string& at,
                Diagnostics& diagnostics) {
    const auto written = lower(std::string(attachment.sha256.value));
    if (!is_sha256(written)) {
        diagnostics.add({Code::s_bad_value,
                         attachment.sha256.span,
                         {Word::no_sha, attachment.sha256.value},
                         {Word::write_sha},
                         at + "/sha256"});
        return;
    }
    const auto actual = sha256_of_file(path.generic_string());
    if (actual == written) return;
    diagnostics.add({Code::s_attachment_changed,
                     attachment.sha256.span,
                     {Word::attachment_changed, attachment.file.value},
                     {Word::attachment_has_sha, actual},
                     at + "/sha256"});
}

/// Whether the one path leads to somewhere below the other; of both it is known what they are.
bool is_below(const fs::path& path, const fs::path& folder) {
    const auto way = path.lexically_relative(folder);
    return !way.empty() && *way.begin() != "..";
}

/// Whether the name, as it is written, stays within the folder; then whether what it leads to does,
/// for links may lead anywhere. Nothing is looked up for a name that does not.
bool stays_within(const fs::path& written, const fs::path& path, const fs::path& folder) {
    if (written.is_absolute()) return false;
    if (!is_below(path.lexically_normal(), folder.lexically_normal())) return false;
    std::error_code error;
    const auto real = fs::weakly_canonical(path, error);
    if (error) return true;  // it is not there, or cannot be reached: that is told
    const auto real_folder = fs::weakly_canonical(folder, error);
    return error || is_below(real, real_folder);
}

class Checking {
  public:
    Checking(fs::path folder, fs::path below, Diagnostics& diagnostics)
        : folder_(std::move(folder)), below_(std::move(below)), diagnostics_(diagnostics) {}

    void check(const Attachment& attachment, const std::string& at) {
        const fs::path written(attachment.file.value);
        const auto path = fs::path(name_on_disk((folder_ / written).generic_string()));
        const auto report = [&](Message message, Message help) {
            diagnostics_.add({Code::s_attachment_missing, attachment.file.span, std::move(message),
                              std::move(help), at + "/file"});
        };
        if (!stays_within(written, path, below_)) {
            return report({Word::attachment_lies_elsewhere, attachment.file.value},
                          {Word::put_attachment_below, below_.generic_string()});
        }
        std::error_code error;
        const auto status = fs::status(path, error);
        if (!fs::exists(status)) {
            return report({Word::no_attachment, attachment.file.value},
                          {Word::attachment_looked_for, path.lexically_normal().generic_string()});
        }
        if (!fs::is_regular_file(status)) {
            return report({Word::attachment_is_no_file, attachment.file.value},
                          {Word::name_file_itself});
        }
        if (attachment.sha256.empty()) return;
        if (fs::file_size(path, error) > kLargestAttachment || error) {
            return report({Word::attachment_too_large, attachment.file.value, "1 GiB"}, {});
        }
        try {
            check_hash(attachment, path, at, diagnostics_);
        } catch (const IoError& fault) {
            report(fault.message(), {});
        }
    }

  private:
    fs::path folder_;
    fs::path below_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_attachments(const RawSubmission& submission, const std::string& file,
                       const std::string* below, Diagnostics& diagnostics) {
    if (submission.attachments.empty()) return;
    auto folder = fs::path(file).parent_path();
    if (folder.empty()) folder = ".";
    Checking checking(folder, below != nullptr ? fs::path(*below) : folder, diagnostics);
    for (std::size_t i = 0; i < submission.attachments.size(); ++i) {
        checking.check(submission.attachments[i], fmt::format("/attachments/{}", i));
    }
}

}  // namespace plantool
