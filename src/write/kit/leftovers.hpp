// What a program that was killed may leave beside its outputs: files of a temporary name, and the
// list of files that were to take their places together. The next one that writes into the folder
// completes the list and removes the rest.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace plantool {

/// `.plantool-0123456789abcdef.tmp`. Short whatever the target is called, so that it is never too
/// long where the target is not.
std::string temporary_name();

/// One file of a set that takes its place: what it is called until then, and what thereafter, as
/// seen from the folder of the list.
struct Placement {
    std::uint64_t number = 0;  ///< of the new file, as the file system numbers them
    std::string temporary;
    std::string target;
};

/// Writes the list into the folder, synced, under a name that it gives. Until it is confirmed, what
/// it names is to be removed. Throws std::system_error.
std::string write_placements(int folder, const std::vector<Placement>& placements);
/// All files of the list bear their temporary names: from now on it is to be completed. Gives its
/// new name. Throws std::system_error.
std::string confirm_placements(int folder, const std::string& list);

/// Completes and removes what programs of the same user left that run no more. What another one is
/// at work on stays. Each folder is looked through once in the life of the program.
void tidy_folder(int folder);
/// The same of a folder that may not be there.
void tidy_folder(const std::filesystem::path& folder);

}  // namespace plantool
