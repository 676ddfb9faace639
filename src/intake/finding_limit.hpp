// A file with one cause of trouble in each of its million lines: the first findings are told, the
// others are counted.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "diag/diagnostic.hpp"

namespace plantool {

class FindingLimit {
  public:
    /// Findings of one code in one file that are kept.
    static constexpr std::size_t kMost = 1000;

    /// Takes in the findings of a piece of the file and passes on those that are still told.
    void pass(const std::string& file, Diagnostics&& findings, Diagnostics& into);
    /// Says of each file and code how many were not told.
    void finish(Diagnostics& into);

  private:
    struct Count {
        std::size_t told = 0;
        std::size_t counted = 0;
        Diagnostic last;  ///< of those that were told: where the others go on
    };
    std::string file_;
    std::map<Code, Count> of_file_;
    Diagnostics totals_;

    void close_file();
};

/// Whether it is not one of them, but says how many more there are.
bool says_how_many_more(const Diagnostic& diagnostic);

/// Of each cause in each file as many as are kept, and how many more there are; all of them count.
Diagnostics limited(Diagnostics found);

}  // namespace plantool
