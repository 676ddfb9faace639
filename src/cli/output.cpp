#include "cli/output.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

#include "diag/io_error.hpp"
#include "os/process.hpp"
#include "os/terminal.hpp"

namespace plantool {

void Output::write_out(std::string_view text) {
    if (closed_ || os::write_to(os::kOut, text)) return;
    const int error = errno;
    closed_ = error == EPIPE;
    if (closed_) return;
    throw IoError({Word::cannot_write_output, reason(error)});
}

void Output::write(std::string_view text) {
    if (holding_) {
        data_ += text;
    } else {
        write_out(text);
    }
}

void Output::say(std::string_view text) {
    if (holding_) {
        said_ += text;
    } else {
        os::write_to(os::kErr, text);  // or nobody is told
    }
}

void Output::hold(std::string pager) {
    holding_ = true;
    pager_ = std::move(pager);
}

void Output::show() {
    if (!holding_) return;
    holding_ = false;
    const auto lines = std::count(data_.begin(), data_.end(), '\n');
    const bool paged = lines >= os::terminal_rows() && os::show_by(pager_, data_);
    if (!paged) write_out(data_);
    os::write_to(os::kErr, said_);
}

}  // namespace plantool
