// The older interface: the newer one loads providers and their configuration on its first use,
// which costs 2 MB and more time than a year's attachments.
#define OPENSSL_SUPPRESS_DEPRECATED

#include <openssl/sha.h>

#include "os/digest.hpp"

namespace plantool::os {

static_assert(Digest::kSize == SHA256_DIGEST_LENGTH);

struct Digest::State {
    SHA256_CTX context{};
};

Digest::Digest() : state_(std::make_unique<State>()) {
    SHA256_Init(&state_->context);
}

Digest::~Digest() = default;

void Digest::add(std::string_view bytes) {
    SHA256_Update(&state_->context, bytes.data(), bytes.size());
}

std::array<unsigned char, Digest::kSize> Digest::end() {
    std::array<unsigned char, kSize> digest{};
    SHA256_Final(digest.data(), &state_->context);
    return digest;
}

}  // namespace plantool::os
