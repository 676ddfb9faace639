#include "read/digest.hpp"

#include "read/sha256.hpp"

namespace plantool {

Inputs digest_of(const std::vector<std::filesystem::path>& files) {
    Inputs inputs;
    Sha256 sum;
    for (const auto& path : files) {
        inputs.files.push_back({path.string(), sha256_of_file(path)});
        sum.add(inputs.files.back().sha256 + "  " + inputs.files.back().name + "\n");
    }
    inputs.digest = sum.hex();
    return inputs;
}

}  // namespace plantool
