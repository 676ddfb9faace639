// Several files of one command that appear together or not at all.
#pragma once

#include <memory>
#include <vector>

#include "write/kit/atomic_file.hpp"

namespace plantool {

class FileSet {
  public:
    /// What stands where a file is to go.
    enum class There { replaced, refused };

    explicit FileSet(There there = There::replaced) : there_(there) {}

    /// The file is complete. One that is not to be written is not added.
    void add(std::unique_ptr<AtomicFile> file);
    const std::vector<std::unique_ptr<AtomicFile>>& files() const { return files_; }

    /// Puts all of them in their places. Where one cannot take its place, those that have are
    /// taken back and what stood there stands again. A program that is killed in the midst leaves
    /// whole files and a list, by which the next one that writes into the folder completes them.
    /// Throws IoError.
    void commit();

  private:
    std::vector<std::unique_ptr<AtomicFile>> files_;
    There there_;
};

}  // namespace plantool
