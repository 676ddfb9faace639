#include "read/sha256.hpp"

#include <sha2.h>

#include <array>

#include "read/file.hpp"

namespace plantool {

std::string sha256_of_file(const std::filesystem::path& path) {
    SHA2_CTX context;
    SHA256Init(&context);
    read_pieces(path, [&](std::string_view piece) {
        SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(piece.data()), piece.size());
    });
    std::array<char, SHA256_DIGEST_STRING_LENGTH> digest{};
    SHA256End(&context, digest.data());
    return digest.data();
}

}  // namespace plantool
