#include "write/kit/interrupted.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstring>

namespace plantool {
namespace {

// A signal handler may read it at any instant, so it holds nothing but plain bytes and lock-free
// flags, and an entry becomes visible only when it is complete.

struct Unfinished {
    enum State : int { free, claimed, listed };
    std::atomic<int> state{free};
    std::array<char, PATH_MAX> path{};
};
static_assert(std::atomic<int>::is_always_lock_free);

constexpr int kMostUnfinished = 64;
std::array<Unfinished, kMostUnfinished> unfinished;

/// The program ends, by a signal.
std::atomic<bool> ending{false};

std::atomic<int> taking_place{0};
std::atomic<int> waiting_signal{0};
static_assert(std::atomic<bool>::is_always_lock_free);

}  // namespace

int list_unfinished(const std::string& path) {
    for (int i = 0; i < kMostUnfinished && path.size() < PATH_MAX; ++i) {
        auto& entry = unfinished[static_cast<std::size_t>(i)];
        int expected = Unfinished::free;
        if (!entry.state.compare_exchange_strong(expected, Unfinished::claimed)) continue;
        std::memcpy(entry.path.data(), path.c_str(), path.size() + 1);
        entry.state.store(Unfinished::listed);
        return i;
    }
    return kUnlisted;
}

void wait_if_ending(const std::filesystem::path& made) {
    if (!ending.load()) return;
    ::unlink(made.c_str());
    while (true) ::pause();
}

void strike_off(int slot) {
    if (slot == kUnlisted) return;
    unfinished[static_cast<std::size_t>(slot)].state.store(Unfinished::free);
}

void remove_unfinished_files() noexcept {
    ending.store(true);
    for (auto& entry : unfinished) {
        if (entry.state.load() == Unfinished::listed) ::unlink(entry.path.data());
    }
}

TakingPlace::TakingPlace() {
    taking_place.fetch_add(1);
}

TakingPlace::~TakingPlace() {
    if (taking_place.fetch_sub(1) != 1) return;
    if (const int signal = waiting_signal.exchange(0); signal != 0) std::raise(signal);
}

bool end_when_in_place(int signal) noexcept {
    if (taking_place.load() == 0) return false;
    waiting_signal.store(signal);
    // Where the last has taken its place meanwhile, nobody will look at the signal any more.
    return taking_place.load() != 0 || waiting_signal.exchange(0) == 0;
}

}  // namespace plantool
