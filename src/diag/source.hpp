// Where things stand: a text that was read, and spans of it that survive into the domain values, so
// that a rule deep in the core can still point at line and column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace plantool {

/// A text that was read, or one piece of it. Spans point at it, so it must not move or die before
/// them. Any number of threads may ask it at once.
class Source {
  public:
    /// The text begins on that line (from 1) and at that byte (from 0) of the file.
    Source(std::string name, std::string text, int first_line = 1, std::size_t first_offset = 0)
        : name_(std::move(name)),
          own_(std::move(text)),
          text_(own_),
          first_line_(first_line),
          first_offset_(first_offset) {}
    /// A text in shared memory, where `spare` bytes behind it may be looked at too.
    Source(std::string name, std::shared_ptr<const char[]> bytes, std::string_view text,
           std::size_t spare, int first_line, std::size_t first_offset)
        : name_(std::move(name)),
          bytes_(std::move(bytes)),
          text_(text),
          spare_(spare),
          first_line_(first_line),
          first_offset_(first_offset) {}
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }
    std::size_t spare() const { return spare_; }
    /// The number of the line on which the text begins.
    int first_line() const { return first_line_; }
    /// Bytes of the file before the text.
    std::size_t first_offset() const { return first_offset_; }

    /// Line number (from 1, in the whole file) of a byte offset.
    int line_of(std::uint32_t offset) const;
    /// Column (from 1, in code points) of a byte offset in its line.
    int column_of(std::uint32_t offset) const;
    struct Position {
        int line = 1;
        int column = 1;
        int end_column = 1;  ///< in the line where the range ends
    };
    /// Where a caller asked last. Who asks from top to bottom keeps one, and is answered sooner. It
    /// serves one source, as long as that lives.
    class Hint {
        friend class Source;
        const Source* source_ = nullptr;
        std::size_t line_ = 0;
        std::uint32_t offset_ = 0;
        int column_ = 1;
    };
    /// Both, of a range of bytes.
    Position place_of(std::uint32_t begin, std::uint32_t end, Hint& hint) const;
    /// The line around a byte offset, without its line break.
    std::string_view line_text(std::uint32_t offset) const;
    /// The same of a line by its number, in the whole file; empty where the text has none such.
    std::string_view line_at(int line) const;
    /// A part of that line: from `before` code points ahead of the offset, or the line's start, at
    /// most `most` of them.
    std::string_view excerpt(std::uint32_t offset, int before, int most) const;

  private:
    const std::vector<std::uint32_t>& line_starts() const;
    /// The line of a byte offset, among those.
    std::size_t line_index(std::uint32_t offset) const;
    std::size_t line_index(std::uint32_t offset, Hint& hint) const;
    int column_in(std::uint32_t start, std::uint32_t offset) const;
    int letters_before(std::uint32_t offset) const;

    std::string name_;
    std::string own_;                      ///< the text, unless
    std::shared_ptr<const char[]> bytes_;  ///< these hold it
    std::string_view text_;
    std::size_t spare_ = 0;
    int first_line_;
    std::size_t first_offset_;
    // Made when first asked for, once: most sources are never asked.
    mutable std::once_flag lines_counted_;
    mutable std::vector<std::uint32_t> line_starts_;
    mutable std::once_flag letters_counted_;
    mutable std::vector<int> letters_;  ///< code points before every so many bytes
};

/// Bytes [begin, end) of a source. Without a source: nowhere, for values that no file holds.
struct Span {
    const Source* source = nullptr;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// A text and where it stands.
struct Text {
    std::string value;
    Span span;

    bool empty() const { return value.empty(); }
};

}  // namespace plantool
