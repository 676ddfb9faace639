#include "read/paper/pdf.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>
#include <vector>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr int kNotFound = 127;  // what a spawned process ends with that could not be started
constexpr int kPermission = 3;  // pdftotext's own: the document asks for a password, or forbids
constexpr std::chrono::seconds kPatience{60};

/// A file descriptor, closed with its owner.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

  private:
    int number_;
};

struct Answer {
    int status = kNotFound;
    std::string output;
    bool cut = false;  ///< too much of it, or too slow
};

/// Everything that comes through the pipe, within the limits.
void read_all(int from, Answer& answer) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    std::array<char, 65536> buffer{};
    while (!answer.cut) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - std::chrono::steady_clock::now());
        pollfd waiting{from, POLLIN, 0};
        const int ready =
            left.count() > 0 ? ::poll(&waiting, 1, static_cast<int>(left.count())) : 0;
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) {
            answer.cut = true;
            return;
        }
        const auto got = ::read(from, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return;
        answer.output.append(buffer.data(), static_cast<std::size_t>(got));
        answer.cut = answer.output.size() > kLargestUnpacked;
    }
}

struct Closing {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using FileHandle = std::unique_ptr<std::FILE, Closing>;

/// The bytes as a file that has no name: nobody else sees it, and it ends with its handle.
FileHandle unnamed_file(std::string_view bytes) {
    FileHandle file(std::tmpfile());
    if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() ||
        std::fflush(file.get()) != 0) {
        const int error = errno;
        throw IoError({Word::cannot_write, "<paper.pdf>", reason(error)});
    }
    std::rewind(file.get());
    return file;
}

/// Runs the program on what the file holds, and gives what it writes to its standard output.
Answer run(const std::string& program, std::vector<std::string> arguments, std::FILE* input) {
    Answer answer;
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return answer;
    const Descriptor from(ends[0]);
    Descriptor to(ends[1]);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ::fileno(input), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, to.number(), STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::vector<char*> words;
    for (auto& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    pid_t child = -1;
    const int failed =
        ::posix_spawnp(&child, program.c_str(), &actions, nullptr, words.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    to.close();
    if (failed != 0) return answer;
    read_all(from.number(), answer);
    if (answer.cut) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    answer.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return answer;
}

}  // namespace

OrUnreadable<PaperText> read_pdf(std::string_view bytes, const std::string& program) {
    if (bytes.size() > kLargestPaper) return UnreadablePaper{Unreadable::too_large, "64 MiB"};
    const auto file = unnamed_file(bytes);
    const auto answer =
        run(program, {program, "-q", "-layout", "-nopgbrk", "-enc", "UTF-8", "-", "-"}, file.get());
    if (answer.cut) return UnreadablePaper{Unreadable::too_large, {}};
    if (answer.status == kNotFound) return UnreadablePaper{Unreadable::no_program, "pdftotext"};
    const bool encrypted = bytes.find("/Encrypt") != std::string_view::npos;
    if (answer.status == kPermission || (answer.status == 1 && encrypted)) {
        return UnreadablePaper{Unreadable::encrypted, {}};
    }
    if (answer.status != 0) return UnreadablePaper{Unreadable::broken, {}};
    auto text = read_plain_text(answer.output);
    if (text.blocks.empty()) return UnreadablePaper{Unreadable::no_text, {}};
    return text;
}

}  // namespace plantool
