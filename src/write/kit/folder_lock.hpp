// A folder for one plantool at a time. The lock is the system's own (flock) on the folder itself:
// there is no file of it, and it ends with the process, however that ends.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

namespace plantool {

/// Where a folder cannot be locked (some network file systems), there is no lock, and no error.
/// Within the program a folder may be locked again by who has it.
class FolderLock {
  public:
    /// Waits until the folder is free. `waits` is called once if it is not.
    explicit FolderLock(const std::filesystem::path& folder,
                        const std::function<void()>& waits = {});
    /// Of a folder that is open.
    explicit FolderLock(int folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;

    /// Nothing where another process has it.
    static bool is_free(int folder);

  private:
    void lock(int folder, const std::function<void()>& waits);

    std::uint64_t device_ = 0;
    std::uint64_t number_ = 0;
    bool held_ = false;
};

}  // namespace plantool
