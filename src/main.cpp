#include <string>
#include <vector>

#include "cli/env.hpp"
#include "cli/run.hpp"

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return plantool::run(arguments, plantool::process_env());
}
