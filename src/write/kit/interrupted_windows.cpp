// Who presses Ctrl-C is heard in a thread of the system's, which may wait for ours.
#include <algorithm>
#include <array>
#include <cstddef>
#include <mutex>

#include "write/kit/interrupted.hpp"

namespace plantool {
namespace {

constexpr int kMostUnfinished = 64;
std::mutex unfinished_guard;
std::array<std::string, kMostUnfinished> unfinished;
std::recursive_mutex taking_place;

}  // namespace

int list_unfinished(const std::string& path) {
    const std::lock_guard guard(unfinished_guard);
    auto* const free = std::find(unfinished.begin(), unfinished.end(), std::string());
    if (free == unfinished.end()) return kUnlisted;
    *free = path;
    return static_cast<int>(free - unfinished.begin());
}

void strike_off(int slot) {
    if (slot == kUnlisted) return;
    const std::lock_guard guard(unfinished_guard);
    unfinished.at(static_cast<std::size_t>(slot)).clear();
}

void wait_if_ending(const std::filesystem::path&) {}

void remove_unfinished_files() noexcept {
    const std::lock_guard placed(taking_place);
    const std::lock_guard guard(unfinished_guard);
    for (const auto& path : unfinished) {
        std::error_code ignored;
        if (!path.empty()) std::filesystem::remove(path, ignored);
    }
}

TakingPlace::TakingPlace() {
    taking_place.lock();
}

TakingPlace::~TakingPlace() {
    taking_place.unlock();
}

bool end_when_in_place(int) noexcept {
    return false;  // remove_unfinished_files waits
}

}  // namespace plantool
