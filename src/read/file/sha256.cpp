// The older interface: the newer one loads providers and their configuration on its first use,
// which costs 2 MB and more time than a year's attachments.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "read/file/sha256.hpp"

#include <fmt/format.h>

#include <array>

#include "read/file/stream.hpp"

namespace plantool {

Sha256::Sha256() {
    SHA256_Init(&context_);
}

void Sha256::add(std::string_view bytes) {
    SHA256_Update(&context_, bytes.data(), bytes.size());
}

std::string Sha256::hex() {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256_Final(digest.data(), &context_);
    std::string out;
    for (const auto byte : digest) out += fmt::format("{:02x}", byte);
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
