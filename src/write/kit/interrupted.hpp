// What a signal that ends the program finds under way.
#pragma once

#include <filesystem>
#include <string>

namespace plantool {

/// For a signal handler: unlinks the temporary files that have names. The program should end after
/// it.
void remove_unfinished_files() noexcept;

/// While it lives, files take their places: a signal that would end the program does so after it.
class TakingPlace {
  public:
    TakingPlace();
    ~TakingPlace();
    TakingPlace(const TakingPlace&) = delete;
    TakingPlace& operator=(const TakingPlace&) = delete;
};

/// For a signal handler: whether files take their places just now. The signal is then raised
/// again, by itself, as soon as they have.
bool end_when_in_place(int signal) noexcept;

// ---- for AtomicFile ----------------------------------------------------------------------------

constexpr int kUnlisted = -1;

/// The entry's number. Without room in the table the file is written all the same; only a signal
/// would leave it behind.
int list_unfinished(const std::string& path);
void strike_off(int slot);
/// A file that was made while the handler looked at the table would be left; it goes, and nothing
/// comes after it.
void wait_if_ending(const std::filesystem::path& made);

}  // namespace plantool
