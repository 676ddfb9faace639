// Standard output and standard error of the process, and the pager between a long answer and the
// terminal.
#pragma once

#include <string>
#include <string_view>

namespace plantool {

class Output {
  public:
    /// Data. Throws IoError; what nobody reads any more is dropped: who reads may have seen enough
    /// and closed the pipe, and the command comes to its end and to its exit status.
    void write(std::string_view text);
    /// Everything else. Never fails: there would be nobody to tell.
    void say(std::string_view text);

    /// Keeps what comes from now on, for the pager.
    void hold(std::string pager);
    /// Shows what was kept: by the pager where it is longer than the screen, and then what was said
    /// beside it. Throws IoError.
    void show();

  private:
    void write_out(std::string_view text);

    bool closed_ = false;
    bool holding_ = false;
    std::string pager_;
    std::string data_;
    std::string said_;
};

}  // namespace plantool
