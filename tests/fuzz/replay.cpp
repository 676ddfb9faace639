// Runs a harness on every file below the folders named, where libFuzzer is not there to do so.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>

#include "read/file/file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** arguments) {
    for (int i = 1; i < count; ++i) {
        int files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[i])) {
            if (!entry.is_regular_file()) continue;
            const auto text = std::string(plantool::read_source(entry.path().string())->text());
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
            ++files;
        }
        std::printf("%d files of %s\n", files, arguments[i]);
        if (files == 0) return 1;
    }
    return count > 1 ? 0 : 1;
}
