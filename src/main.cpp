#include <exception>
#include <string_view>

#include "bring_store.hpp"
#include "cli/env.hpp"
#include "cli/run.hpp"
#include "os/terminal.hpp"
#include "write/kit/interrupted.hpp"

namespace {

constexpr int kFailure = 2;

/// Nothing may end the program without a word: not even what nobody was there to catch.
[[noreturn]] void give_up() {
    constexpr std::string_view kText =
        "plantool: lỗi của chính chương trình; không mất dữ liệu nào · a fault of the program "
        "itself; nothing is lost\n";
    plantool::remove_unfinished_files();
    plantool::os::end_process(kFailure, kText);
}

}  // namespace

int main(int argc, char** argv) {
    std::set_terminate(&give_up);
    plantool::os::begin_process(&plantool::end_when_in_place, &plantool::remove_unfinished_files);
    if (argc < 1) return kFailure;
    auto env = plantool::process_env();
    plantool::bring_store(env, argv);
    return plantool::run(plantool::os::arguments(argc, argv), env);
}
