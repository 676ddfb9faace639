#include "read/digest.hpp"

#include <sha2.h>

#include <array>
#include <cstdint>

#include "read/sha256.hpp"

namespace plantool {

Inputs digest_of(const std::vector<std::filesystem::path>& files) {
    Inputs inputs;
    SHA2_CTX context;
    SHA256Init(&context);
    for (const auto& path : files) {
        inputs.files.push_back({path.string(), sha256_of_file(path)});
        const auto line = inputs.files.back().sha256 + "  " + inputs.files.back().name + "\n";
        SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(line.data()), line.size());
    }
    std::array<char, SHA256_DIGEST_STRING_LENGTH> digest{};
    SHA256End(&context, digest.data());
    inputs.digest = digest.data();
    return inputs;
}

}  // namespace plantool
