#include "os/process.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

using namespace plantool;

namespace {

os::ProgramAnswer shell(const std::string& commands, std::string_view input,
                        std::size_t most = 1000) {
    return os::run_program("sh", {"-c", commands}, input,
                           {.patience = std::chrono::seconds{1}, .output = most});
}

}  // namespace

TEST_CASE("os process: a program gets its input and gives its output and status") {
    const auto answer = shell("tr a-z A-Z; echo lost >&2; exit 3", "kế hoạch\n");
    CHECK(answer.output == "Kế HOạCH\n");
    CHECK(answer.status == 3);
    CHECK(!answer.cut);
}

TEST_CASE("os process: what is not there, too long, too slow or killed") {
    CHECK(os::run_program("no-such-program", {}, "", {.output = 1}).status == 127);
    CHECK(shell("yes", "").cut);
    CHECK(shell("exec sleep 60", "").cut);
    CHECK(shell("kill -9 $$", "").status == -1);
    CHECK(!shell("printf 1234", "", 4).cut);
    CHECK(shell("printf 12345", "", 4).cut);
}

TEST_CASE("os process: work is tried where it does no harm") {
    using namespace std::chrono_literals;
    int done = 0;
    CHECK(os::survives([&] { return ++done == 1; }, 5s));
    CHECK(done == 0);
    CHECK(!os::survives([] { return false; }, 5s));
    CHECK(!os::survives([]() -> bool { std::abort(); }, 5s));
}
