#include "read/file/sha256.hpp"

#include <fmt/format.h>

#include "read/file/stream.hpp"

namespace plantool {

std::string Sha256::hex() {
    std::string out;
    for (const auto byte : digest_.end()) out += fmt::format("{:02x}", byte);
    return out;
}

std::string sha256_of_file(const std::string& path) {
    Stream stream(path, true);
    while (!stream.ended()) {
        stream.fill();
        stream.skip(stream.text().size());
    }
    return stream.sha256();
}

}  // namespace plantool
