#include "read/sha256.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <new>

#include "read/file.hpp"

namespace plantool {

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
    if (context_ == nullptr) throw std::bad_alloc();
    EVP_DigestInit_ex(context_, EVP_sha256(), nullptr);
}

Sha256::~Sha256() {
    EVP_MD_CTX_free(context_);
}

void Sha256::add(std::string_view bytes) {
    EVP_DigestUpdate(context_, bytes.data(), bytes.size());
}

std::string Sha256::hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_DigestFinal_ex(context_, digest.data(), &size);
    std::string out;
    for (unsigned i = 0; i < size; ++i) out += fmt::format("{:02x}", digest.at(i));
    return out;
}

std::string sha256_of_file(const std::filesystem::path& path) {
    Sha256 sum;
    read_pieces(path, [&](std::string_view piece) { sum.add(piece); });
    return sum.hex();
}

}  // namespace plantool
