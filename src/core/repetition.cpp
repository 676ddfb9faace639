#include "core/repetition.hpp"

#include <algorithm>
#include <utility>

#include "text/hash.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

__extension__ using Wide = unsigned __int128;

}  // namespace

std::optional<std::uint64_t> fingerprint(const CheckedSubmission& s) {
    const auto number = s.raw->document_number;
    if (number.empty() || !s.agency || !s.obligation || !s.received) return std::nullopt;
    const auto day = static_cast<std::uint64_t>(s.received->time_since_epoch().count());
    const std::uint64_t slot = s.slot ? *s.slot + 1ULL : 0;
    auto hash = mix((std::uint64_t{*s.agency} << 32U) | *s.obligation, (slot << 32U) ^ day);
    hash = is_nfc(number) ? hash_text(number, hash) : hash_text(to_nfc(number), hash);
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
