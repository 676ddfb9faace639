#include "core/submission/cross/repetition.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/hash.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

__extension__ using Wide = unsigned __int128;

/// The fingerprint of the folded name. Nearly all numbers are short and of ASCII without blanks:
/// there the case alone is folded, in place.
std::uint64_t hash_name(std::string_view name, std::uint64_t hash) {
    std::array<char, 48> folded{};
    bool plain = name.size() <= folded.size();
    for (std::size_t i = 0; plain && i < name.size(); ++i) {
        const char c = name[i];
        plain = c > ' ' && c < 0x7F && c != '.';
        folded[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    if (plain) return hash_text({folded.data(), name.size()}, hash);
    return hash_text(fold_name(name), hash);
}

}  // namespace

std::optional<std::uint64_t> fingerprint(const Paper& paper, std::string_view document_number,
                                         std::uint32_t plan) {
    if (!paper.agency || !paper.obligation || !paper.received) return std::nullopt;
    const auto count = [](Day day) {
        return static_cast<std::uint64_t>(day.time_since_epoch().count());
    };
    const std::uint64_t slot = paper.slot ? *paper.slot + 1ULL : 0;
    auto hash = mix((std::uint64_t{*paper.agency} << 32U) | *paper.obligation,
                    (slot << 32U) ^ count(paper.received->day));
    if (plan != 0) hash = mix(hash, plan);
    const auto number = trim(document_number);
    if (number.empty()) {
        hash = mix(hash, paper.document_date ? count(*paper.document_date) : ~0ULL);
    } else {
        hash = hash_name(number, hash);
    }
    return hash == 0 ? 1 : hash;
}

std::size_t Repetitions::home(const Shard& shard, std::uint64_t print) {
    // The low bits chose the shard; these choose the place in it.
    return static_cast<std::size_t>((static_cast<Wide>(print) * shard.entries.size()) >> 64U);
}

Repetitions::Entry& Repetitions::find(Shard& shard, std::uint64_t print) {
    auto at = home(shard, print);
    while (shard.entries[at].print != 0 && shard.entries[at].print != print) {
        if (++at == shard.entries.size()) at = 0;
    }
    return shard.entries[at];
}

void Repetitions::grow(Shard& shard) {
    // Shards fill up alike. Begun with unlike sizes, they do not all grow at the same time.
    const auto first = kShards / 4 + static_cast<std::size_t>(&shard - shards_.data()) / 8;
    const auto wider = std::max(first, shard.entries.size() + shard.entries.size() / 2);
    const auto before = std::exchange(shard.entries, std::vector<Entry>(wider));
    for (const auto& entry : before) {
        if (entry.print != 0) find(shard, entry.print) = entry;
    }
}

std::optional<Repetitions::Place> Repetitions::note(std::uint64_t print, Place place) {
    auto& shard = shards_[print % kShards];
    if (shard.used * 8 >= shard.entries.size() * 7) grow(shard);
    auto& entry = find(shard, print);
    if (entry.print != 0) return entry.place;
    entry = {print, place};
    ++shard.used;
    return std::nullopt;
}

void Repetitions::expect(std::uint64_t print) const {
    const auto& shard = shards_[print % kShards];
    if (!shard.entries.empty()) __builtin_prefetch(&shard.entries[home(shard, print)]);
}

}  // namespace plantool
