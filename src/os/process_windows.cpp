#include <io.h>
#include <windows.h>

#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <type_traits>

#include "os/process.hpp"
#include "os/temporary.hpp"
#include "os/wide.hpp"

namespace plantool::os {
namespace {

struct ClosingHandle {
    void operator()(HANDLE handle) const { ::CloseHandle(handle); }
};
using Handle = std::unique_ptr<std::remove_pointer_t<HANDLE>, ClosingHandle>;

/// In the folders of PATH alone: Windows would look in the current one first, where the program may
/// be anybody's.
std::optional<std::wstring> find_program(const std::string& program) {
    const auto name = wide_path(program);
    const auto* const folders = ::_wgetenv(L"PATH");
    std::array<wchar_t, 4096> path{};
    const auto size = ::SearchPathW(folders == nullptr ? L"" : folders, name.c_str(), L".exe",
                                    static_cast<DWORD>(path.size()), path.data(), nullptr);
    if (size == 0 || size >= path.size()) return std::nullopt;
    return std::wstring(path.data(), size);
}

/// For another process to have as a standard stream.
Handle for_child(HANDLE handle) {
    HANDLE copy = nullptr;
    auto* const self = ::GetCurrentProcess();
    ::DuplicateHandle(self, handle, self, &copy, 0, TRUE, DUPLICATE_SAME_ACCESS);
    return Handle(copy);
}

Handle nowhere() {
    return Handle(::CreateFileW(L"NUL", GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                OPEN_EXISTING, 0, nullptr));
}

/// Everything that comes through the pipe, within the limits.
void read_all(HANDLE from, const ProgramLimits& limits, ProgramAnswer& answer) {
    const auto end = std::chrono::steady_clock::now() + limits.patience;
    std::array<char, 65536> buffer{};
    while (!answer.cut) {
        DWORD waiting = 0;
        if (::PeekNamedPipe(from, nullptr, 0, nullptr, &waiting, nullptr) == 0) return;  // its end
        if (waiting == 0) {
            constexpr DWORD kMilliseconds = 5;
            ::Sleep(kMilliseconds);
            answer.cut = std::chrono::steady_clock::now() > end;
            continue;
        }
        DWORD got = 0;
        const auto size = static_cast<DWORD>(buffer.size());
        if (::ReadFile(from, buffer.data(), size, &got, nullptr) == 0) return;
        answer.output.append(buffer.data(), got);
        answer.cut = answer.output.size() > limits.output;
    }
}

/// In quotation marks, which none of the words has: they are the program's own.
std::wstring command_line(const std::string& program, const std::vector<std::string>& arguments) {
    auto line = L'"' + to_wide(program) + L'"';
    for (const auto& argument : arguments) line += L" \"" + to_wide(argument) + L'"';
    return line;
}

}  // namespace

ProgramAnswer run_program(const std::string& program, const std::vector<std::string>& arguments,
                          std::string_view input, const ProgramLimits& limits) {
    ProgramAnswer answer;
    const auto path = find_program(program);
    if (!path) return answer;
    const auto file = unnamed_file_of(input);
    HANDLE ends[2] = {};
    if (::CreatePipe(&ends[0], &ends[1], nullptr, 0) == 0) return answer;
    const Handle from(ends[0]);
    Handle to(ends[1]);
    const int number = ::_fileno(file.get());
    auto in = for_child(reinterpret_cast<HANDLE>(::_get_osfhandle(number)));
    auto out = for_child(to.get());
    auto err = for_child(nowhere().get());
    to.reset();
    STARTUPINFOW start{};
    start.cb = sizeof start;
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = in.get();
    start.hStdOutput = out.get();
    start.hStdError = err.get();
    PROCESS_INFORMATION process{};
    auto line = command_line(program, arguments);
    if (::CreateProcessW(path->c_str(), line.data(), nullptr, nullptr, TRUE, CREATE_NO_WINDOW,
                         nullptr, nullptr, &start, &process) == 0) {
        return answer;
    }
    const Handle child(process.hProcess);
    ::CloseHandle(process.hThread);
    out.reset();
    read_all(from.get(), limits, answer);
    if (answer.cut) ::TerminateProcess(child.get(), 1);
    ::WaitForSingleObject(child.get(), INFINITE);
    DWORD status = 0;
    ::GetExitCodeProcess(child.get(), &status);
    answer.status = static_cast<int>(status);
    return answer;
}

bool has_program(const std::string& name) {
    return find_program(name).has_value();
}

/// Consoles of Windows scroll back by themselves.
bool show_by(const std::string& /*command*/, std::string_view /*text*/) {
    return false;
}

std::string own_program() {
    return {};
}

/// No program can take another's place there.
void become(const std::string& /*program*/, char** /*arguments*/) {
    errno = ENOSYS;
}

bool survives(const std::function<bool()>& /*work*/, std::chrono::seconds /*patience*/) {
    return true;
}

}  // namespace plantool::os
