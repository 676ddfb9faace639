// Rows as the server copies them in: its binary format (COPY … WITH (FORMAT binary)).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/date.hpp"

namespace plantool {

class CopiedRows {
  public:
    /// Of so many columns, which follow in their order.
    void begin_row(int columns) { put(columns, 2); }

    void null() { put(-1, 4); }
    void number(std::int32_t value) { put(4, 4), put(value, 4); }
    void large_number(std::int64_t value) { put(8, 4), put(value, 8); }
    void flag(bool value) { put(1, 4), put(value ? 1 : 0, 1); }
    void bytes(std::string_view value);
    /// A byte 0, which stands in no text of the server, becomes U+FFFD.
    void text(std::string_view value);
    void json(std::string_view value);
    void day(std::optional<Day> value);
    void texts(const std::vector<std::string>& values);

    const std::string& bytes() const { return out_; }
    bool empty() const { return out_.empty(); }
    void clear() { out_.clear(); }

  private:
    void put(std::int64_t value, int size);
    std::string out_;
};

}  // namespace plantool
