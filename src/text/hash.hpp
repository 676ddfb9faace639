// Fingerprints of texts: 64 bits in which every bit of the text has its say. Not for secrets.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace plantool {

/// The two halves of a product, folded.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const auto product = static_cast<Wide>(a ^ 0x9E3779B97F4A7C15ULL) * (b ^ 0xD6E8FEB86659FD93ULL);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

/// The text's fingerprint, after what `hash` stands for.
inline std::uint64_t hash_text(std::string_view text, std::uint64_t hash = 0) {
    hash = mix(hash, text.size());
    while (text.size() >= sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), sizeof word);
        hash = mix(hash, word);
        text.remove_prefix(sizeof word);
    }
    std::uint64_t tail = 0;
    if (!text.empty()) std::memcpy(&tail, text.data(), text.size());  // no text has no address
    return mix(hash, tail);
}

}  // namespace plantool
