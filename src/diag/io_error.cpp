#include "diag/io_error.hpp"

#include <array>
#include <cerrno>

namespace plantool {
namespace {

struct SystemWord {
    int error;
    Message (*message)();
};

// A word becomes a message where the compiler sees that it has no places to fill.
constexpr std::array kSystemWords = {
    SystemWord{ENOENT, [] { return Message(Word::no_such_file); }},
    SystemWord{EACCES, [] { return Message(Word::permission_denied); }},
    SystemWord{EPERM, [] { return Message(Word::permission_denied); }},
    SystemWord{EISDIR, [] { return Message(Word::is_folder); }},
    SystemWord{ENOTDIR, [] { return Message(Word::part_is_no_folder); }},
    SystemWord{ENOSPC, [] { return Message(Word::no_space_left); }},
#ifdef EDQUOT  // where there are quotas
    SystemWord{EDQUOT, [] { return Message(Word::quota_used_up); }},
#endif
    SystemWord{EFBIG, [] { return Message(Word::file_too_large); }},
    SystemWord{EROFS, [] { return Message(Word::file_system_read_only); }},
    SystemWord{EPIPE, [] { return Message(Word::nobody_reads_on); }},
    SystemWord{EMFILE, [] { return Message(Word::too_many_open_files); }},
    SystemWord{ENFILE, [] { return Message(Word::too_many_open_files); }},
    SystemWord{ENAMETOOLONG, [] { return Message(Word::name_too_long); }},
    SystemWord{ELOOP, [] { return Message(Word::links_in_a_circle); }},
    SystemWord{EBADF, [] { return Message(Word::is_not_open); }},
    SystemWord{EIO, [] { return Message(Word::device_failed); }},
    SystemWord{EBUSY, [] { return Message(Word::is_in_use); }},
    SystemWord{ETXTBSY, [] { return Message(Word::is_in_use); }},
    SystemWord{EEXIST, [] { return Message(Word::is_there); }},
    SystemWord{ENOMEM, [] { return Message(Word::out_of_memory); }},
};

}  // namespace

Message reason(int error) {
    for (const auto& known : kSystemWords) {
        if (known.error == error) return known.message();
    }
    return Message::verbatim(std::generic_category().message(error));
}

Message reason(const std::error_code& error) {
    const auto condition = error.default_error_condition();  // in the numbers of POSIX
    const bool number = condition.category() == std::generic_category();
    return number ? reason(condition.value()) : Message::verbatim(error.message());
}

}  // namespace plantool
