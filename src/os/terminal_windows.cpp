#include <windows.h>

#include <fcntl.h>
#include <io.h>
#include <shellapi.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <thread>

#include "os/descriptor.hpp"
#include "os/terminal.hpp"
#include "os/wide.hpp"

namespace plantool::os {
namespace {

void (*clean_up_now)() noexcept = nullptr;

/// Ctrl-C, the window closed, the user logged off. What follows ends the program.
BOOL WINAPI end_cleanly(DWORD /*why*/) {
    clean_up_now();
    return FALSE;
}

HANDLE console_of(int stream) {
    auto* const handle = ::GetStdHandle(stream == kIn    ? STD_INPUT_HANDLE
                                        : stream == kOut ? STD_OUTPUT_HANDLE
                                                         : STD_ERROR_HANDLE);
    DWORD mode = 0;
    return ::GetConsoleMode(handle, &mode) != 0 ? handle : nullptr;
}

/// Older consoles show the signs that make colours unless they are told.
void understand_colours(int stream) {
    auto* const console = console_of(stream);
    DWORD mode = 0;
    if (console == nullptr || ::GetConsoleMode(console, &mode) == 0) return;
    ::SetConsoleMode(console, mode | ENABLE_PROCESSED_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

/// As UTF-16, which a console shows whatever its code page is.
bool write_to_console(HANDLE console, std::string_view text) {
    constexpr std::size_t kMost = 8192;  // units; older ones take no more than 64 KiB
    const auto wide = to_wide(text);
    for (std::size_t at = 0; at < wide.size();) {
        auto size = std::min(kMost, wide.size() - at);
        const bool pair = size == kMost && IS_HIGH_SURROGATE(wide[at + size - 1]);
        if (pair) --size;
        DWORD written = 0;
        const auto* const from = wide.data() + at;
        if (::WriteConsoleW(console, from, static_cast<DWORD>(size), &written, nullptr) == 0) {
            keep_last_error();
            return false;
        }
        at += written;
    }
    return true;
}

std::optional<std::string> read_line_of_console(HANDLE console) {
    std::wstring line;
    while (!line.ends_with(L'\n')) {
        std::array<wchar_t, 256> units{};
        DWORD got = 0;
        if (::ReadConsoleW(console, units.data(), static_cast<DWORD>(units.size()), &got,
                           nullptr) == 0 ||
            got == 0) {
            return std::nullopt;
        }
        line.append(units.data(), got);
        constexpr wchar_t kEnd = 26;  // Ctrl-Z at the beginning of a line
        if (line.front() == kEnd) return std::nullopt;
    }
    while (line.ends_with(L'\n') || line.ends_with(L'\r')) line.pop_back();
    return from_wide(line);
}

}  // namespace

void begin_process(bool (* /*later*/)(int signal) noexcept, void (*clean_up)() noexcept) {
    for (const int stream : {kIn, kOut, kErr}) ::_setmode(stream, _O_BINARY);
    understand_colours(kOut);
    understand_colours(kErr);
    clean_up_now = clean_up;
    ::SetConsoleCtrlHandler(&end_cleanly, TRUE);
}

void end_process(int status, std::string_view word) {
    write_to(kErr, word);
    ::_exit(status);
}

std::vector<std::string> arguments(int /*argc*/, char** /*argv*/) {
    struct Freeing {
        void operator()(wchar_t** words) const { ::LocalFree(words); }
    };
    int count = 0;
    const std::unique_ptr<wchar_t*[], Freeing> words(
        ::CommandLineToArgvW(::GetCommandLineW(), &count));
    std::vector<std::string> out;
    for (int i = 1; i < count; ++i) out.push_back(from_wide(words[static_cast<std::size_t>(i)]));
    return out;
}

std::string with_slashes(std::string path) {
    std::replace(path.begin(), path.end(), '\\', '/');
    return path;
}

std::optional<std::string> variable(const char* name) {
    const auto* const value = ::_wgetenv(to_wide(name).c_str());
    return value == nullptr ? std::nullopt : std::optional(from_wide(value));
}

bool write_to(int stream, std::string_view text) {
    auto* const console = console_of(stream);
    return console == nullptr ? write_all(stream, text) : write_to_console(console, text);
}

std::optional<std::string> read_line() {
    if (auto* const console = console_of(kIn)) return read_line_of_console(console);
    std::string line;
    if (!std::getline(std::cin, line)) return std::nullopt;
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

bool is_terminal(int stream) {
    return console_of(stream) != nullptr;
}

int terminal_columns() {
    auto* const console = console_of(kOut);
    CONSOLE_SCREEN_BUFFER_INFO facts{};
    if (console == nullptr || ::GetConsoleScreenBufferInfo(console, &facts) == 0) return 0;
    return facts.srWindow.Right - facts.srWindow.Left + 1;
}

int terminal_rows() {
    auto* const console = console_of(kOut);
    CONSOLE_SCREEN_BUFFER_INFO facts{};
    if (console == nullptr || ::GetConsoleScreenBufferInfo(console, &facts) == 0) return 0;
    return facts.srWindow.Bottom - facts.srWindow.Top + 1;
}

int usable_cores() {
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

Hush::Hush() : kept_(::_dup(kErr)) {
    const int nowhere = ::_wopen(L"NUL", _O_WRONLY | _O_BINARY | _O_NOINHERIT);
    if (kept_ >= 0 && nowhere >= 0) ::_dup2(nowhere, kErr);
    if (nowhere >= 0) ::_close(nowhere);
}

Hush::~Hush() {
    if (kept_ < 0) return;
    ::_dup2(kept_, kErr);
    ::_close(kept_);
}

}  // namespace plantool::os
