#include "read/submission/attachments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <system_error>

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
    const auto actual = sha256_of_file(path.string());
    if (actual == written) return;
    diagnostics.add({Code::s_attachment_changed,
                     attachment.sha256.span,
                     {Word::attachment_changed, attachment.file.value},
                     {Word::attachment_has_sha, actual},
                     at + "/sha256"});
}

void check_attachment(const Attachment& attachment, const fs::path& folder, const std::string& at,
                      Diagnostics& diagnostics) {
    const auto path = fs::path(name_on_disk((folder / attachment.file.value).string()));
    std::error_code error;
    const auto status = fs::status(path, error);
    const auto report = [&](Message message, Message help) {
        diagnostics.add({Code::s_attachment_missing, attachment.file.span, std::move(message),
                         std::move(help), at + "/file"});
    };
    if (!fs::exists(status)) {
        return report({Word::no_attachment, attachment.file.value},
                      {Word::attachment_looked_for, path.lexically_normal().string()});
    }
    if (!fs::is_regular_file(status)) {
        return report({Word::attachment_is_no_file, attachment.file.value},
                      {Word::name_file_itself});
    }
    if (attachment.sha256.empty()) return;
    try {
        check_hash(attachment, path, at, diagnostics);
    } catch (const IoError& fault) {
        report(fault.message(), {});
    }
}

}  // namespace

void check_attachments(const RawSubmission& submission, const fs::path& folder,
                       Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < submission.attachments.size(); ++i) {
        check_attachment(submission.attachments[i], folder, fmt::format("/attachments/{}", i),
                         diagnostics);
    }
}

}  // namespace plantool
