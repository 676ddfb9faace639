// The records of a CSV text: where each ends, and its fields (RFC 4180, with any delimiter),
// without white space around them.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/submission/submission.hpp"
#include "read/syntax/node.hpp"

namespace plantool {

class CsvRecords {
  public:
    /// Reads on from the offset `at`.
    CsvRecords(const Source& source, char delimiter, std::size_t at = 0)
        : source_(source), delimiter_(delimiter), next_(at) {}

    /// Reads the next record; false at the end. Blank lines are none.
    bool next();

    /// Without the line break.
    Range range() const { return range_; }
    /// Where the next one begins.
    std::size_t end() const { return next_; }
    /// The line on which it begins.
    int line() const { return line_; }
    /// Whether its quotes are as they should be.
    bool sound() const { return sound_; }
    /// Where they are not: a quote that is never closed, or one that cannot stand there.
    std::uint32_t fault() const { return fault_; }
    bool unclosed() const { return unclosed_; }
    /// Of a sound record. The list is good until the next one is read, the texts as long as this.
    const std::vector<TextView>& fields() const { return fields_; }

  private:
    void split();
    bool quoted_field(std::size_t& at);
    void fail(std::size_t at, bool unclosed);
    void add(std::size_t begin, std::size_t end, std::string_view value);

    const Source& source_;
    char delimiter_;
    std::size_t next_;
    Range range_;
    int line_ = 0;
    int lines_ = 1;  ///< that the record takes up
    bool started_ = false;
    bool sound_ = true;
    bool unclosed_ = false;
    std::uint32_t fault_ = 0;
    std::vector<TextView> fields_;
    std::deque<std::string> texts_;
};

}  // namespace plantool
