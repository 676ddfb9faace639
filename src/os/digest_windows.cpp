// By the cryptography of Windows, which needs no library of another's.
#include <windows.h>

#include <bcrypt.h>

#include <algorithm>
#include <new>

#include "os/digest.hpp"

namespace plantool::os {

struct Digest::State {
    BCRYPT_HASH_HANDLE hash = nullptr;
};

namespace {

/// What fails here is memory: everything else is as the program was written.
void check(NTSTATUS status) {
    if (status < 0) throw std::bad_alloc();
}

/// Once for all threads, and never closed.
BCRYPT_ALG_HANDLE sha256() {
    static auto* const algorithm = [] {
        BCRYPT_ALG_HANDLE made = nullptr;
        check(::BCryptOpenAlgorithmProvider(&made, BCRYPT_SHA256_ALGORITHM, nullptr, 0));
        return made;
    }();
    return algorithm;
}

}  // namespace

Digest::Digest() : state_(std::make_unique<State>()) {
    check(::BCryptCreateHash(sha256(), &state_->hash, nullptr, 0, nullptr, 0, 0));
}

Digest::~Digest() {
    ::BCryptDestroyHash(state_->hash);
}

void Digest::add(std::string_view bytes) {
    constexpr std::size_t kMost = std::size_t{1} << 30U;
    while (!bytes.empty()) {
        const auto part = bytes.substr(0, kMost);
        // It only reads them.
        auto* const begin = reinterpret_cast<PUCHAR>(const_cast<char*>(part.data()));
        check(::BCryptHashData(state_->hash, begin, static_cast<ULONG>(part.size()), 0));
        bytes.remove_prefix(part.size());
    }
}

std::array<unsigned char, Digest::kSize> Digest::end() {
    std::array<unsigned char, kSize> digest{};
    check(::BCryptFinishHash(state_->hash, digest.data(), static_cast<ULONG>(digest.size()), 0));
    return digest;
}

}  // namespace plantool::os
