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
#include "read/submission/reading.hpp"

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
    Checking(AttachmentFolders folders, const AttachmentLook& look, Diagnostics& diagnostics)
        : folders_(std::move(folders)), look_(look), diagnostics_(diagnostics) {}

    void check(const Attachment& attachment, const std::string& at) {
        using State = AttachedFile::State;
        const auto written = lower(std::string(attachment.sha256.value));
        const auto& name = attachment.file.value;
        const auto file = look_(folders_, std::string(name), is_sha256(written));
        const auto report = [&](Message message, Message help) {
            diagnostics_.add({Code::s_attachment_missing, attachment.file.span, std::move(message),
                              std::move(help), at + "/file"});
        };
        switch (file.state) {
            case State::elsewhere:
                return report({Word::attachment_lies_elsewhere, name},
                              {Word::put_attachment_below, file.where});
            case State::missing:
                return report({Word::no_attachment, name},
                              {Word::attachment_looked_for, file.where});
            case State::no_file:
                return report({Word::attachment_is_no_file, name}, {Word::name_file_itself});
            case State::too_large:
                return report({Word::attachment_too_large, name, "1 GiB"}, {});
            case State::unreadable:
                return report(file.why, {});
            case State::there:
                break;
        }
        if (!written.empty()) check_hash(attachment, written, file.sha256, at);
    }

  private:
    void check_hash(const Attachment& attachment, const std::string& written,
                    const std::string& actual, const std::string& at) {
        if (!is_sha256(written)) {
            diagnostics_.add({Code::s_bad_value,
                              attachment.sha256.span,
                              {Word::no_sha, attachment.sha256.value},
                              {Word::write_sha},
                              at + "/sha256"});
            return;
        }
        if (actual == written) return;
        diagnostics_.add({Code::s_attachment_changed,
                          attachment.sha256.span,
                          {Word::attachment_changed, attachment.file.value},
                          {Word::attachment_has_sha, actual},
                          at + "/sha256"});
    }

    AttachmentFolders folders_;
    const AttachmentLook& look_;
    Diagnostics& diagnostics_;
};

}  // namespace

AttachedFile look_on_disk(const AttachmentFolders& folders, const std::string& name, bool hashed) {
    using State = AttachedFile::State;
    const fs::path written(name);
    const fs::path path(name_on_disk((folders.own / written).generic_string()));
    if (!stays_within(written, path, folders.below)) {
        return {State::elsewhere, {}, folders.below.generic_string()};
    }
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) return {State::missing, {}, path.lexically_normal().generic_string()};
    if (!fs::is_regular_file(status)) return {State::no_file};
    if (!hashed) return {};
    if (fs::file_size(path, error) > kLargestAttachment || error) return {State::too_large};
    try {
        return {State::there, sha256_of_file(path.generic_string())};
    } catch (const IoError& fault) {
        return {State::unreadable, {}, {}, fault.message()};
    }
}

void check_attachments(const RawSubmission& submission, const Piece& piece,
                       Diagnostics& diagnostics) {
    if (submission.attachments.empty()) return;
    AttachmentFolders folders{fs::path(piece.file).parent_path(), {}};
    if (folders.own.empty()) folders.own = ".";
    folders.below = piece.below != nullptr ? fs::path(*piece.below) : folders.own;
    Checking checking(std::move(folders), piece.attachments, diagnostics);
    for (std::size_t i = 0; i < submission.attachments.size(); ++i) {
        checking.check(submission.attachments[i], fmt::format("/attachments/{}", i));
    }
}

}  // namespace plantool
