// The keys of a submission (formats.md, section 2): the one table that the readers of YAML, JSON
// and NDJSON go by, and that the columns of CSV and the schema are held against.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "core/submission/submission.hpp"

namespace plantool {

enum class SubmissionKey {
    format,
    plan,
    agency,
    obligation,
    period,
    document,
    received,
    via,
    attachments,
    nil,
    results,
    figures,
    difficulties,
    proposals,
    next,
    note,
};

struct SubmissionKeyInfo {
    SubmissionKey key;
    std::string_view name;
    bool required = false;  ///< `format` too, in YAML and JSON files
    /// Where a name goes, whose place is kept, or a text of which only the words matter. Neither:
    /// the value has a reader of its own.
    std::optional<TextView> RawSubmission::*named = nullptr;
    std::string_view RawSubmission::*text = nullptr;
};

inline constexpr std::array kSubmissionKeys = {
    SubmissionKeyInfo{.key = SubmissionKey::format, .name = "format"},
    SubmissionKeyInfo{.key = SubmissionKey::plan, .name = "plan", .named = &RawSubmission::plan},
    SubmissionKeyInfo{.key = SubmissionKey::agency,
                      .name = "agency",
                      .required = true,
                      .named = &RawSubmission::agency},
    SubmissionKeyInfo{.key = SubmissionKey::obligation,
                      .name = "obligation",
                      .required = true,
                      .named = &RawSubmission::obligation},
    SubmissionKeyInfo{
        .key = SubmissionKey::period, .name = "period", .named = &RawSubmission::period},
    SubmissionKeyInfo{.key = SubmissionKey::document, .name = "document"},
    SubmissionKeyInfo{.key = SubmissionKey::received, .name = "received", .required = true},
    SubmissionKeyInfo{.key = SubmissionKey::via, .name = "via"},
    SubmissionKeyInfo{.key = SubmissionKey::attachments, .name = "attachments"},
    SubmissionKeyInfo{.key = SubmissionKey::nil, .name = "nil"},
    SubmissionKeyInfo{.key = SubmissionKey::results, .name = "results"},
    SubmissionKeyInfo{.key = SubmissionKey::figures, .name = "figures"},
    SubmissionKeyInfo{.key = SubmissionKey::difficulties,
                      .name = "difficulties",
                      .text = &RawSubmission::difficulties},
    SubmissionKeyInfo{
        .key = SubmissionKey::proposals, .name = "proposals", .text = &RawSubmission::proposals},
    SubmissionKeyInfo{.key = SubmissionKey::next, .name = "next", .text = &RawSubmission::next},
    SubmissionKeyInfo{.key = SubmissionKey::note, .name = "note", .text = &RawSubmission::note},
};

/// Which keys have been seen, as bits.
using KeySet = unsigned;
constexpr KeySet key_bit(std::size_t index) {
    return KeySet{1} << index;
}
inline constexpr KeySet kRequiredKeys = [] {
    KeySet required = 0;
    for (std::size_t i = 0; i < kSubmissionKeys.size(); ++i) {
        if (kSubmissionKeys[i].required) required |= key_bit(i);
    }
    return required;
}();

}  // namespace plantool
