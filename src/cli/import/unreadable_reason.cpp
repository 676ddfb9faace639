#include "cli/import/unreadable_reason.hpp"

namespace plantool {
namespace {

Message message_of(const UnreadablePaper& unreadable) {
    constexpr const char* kReadable = ".docx, .xlsx, .pdf";
    switch (unreadable.why) {
        case Unreadable::broken:
            return {Word::file_is_broken};
        case Unreadable::encrypted:
            return {Word::file_is_encrypted};
        case Unreadable::too_large:
            return {Word::file_is_too_large, unreadable.detail};
        case Unreadable::other_kind:
            break;
        case Unreadable::no_text:
            return {Word::pdf_without_text};
        case Unreadable::no_program:
            return {Word::pdf_needs_program};
    }
    return {Word::kind_not_read, kReadable};
}

}  // namespace

Reason reason_of(const UnreadablePaper& unreadable) {
    return {"", message_of(unreadable)};
}

}  // namespace plantool
