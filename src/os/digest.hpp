// SHA-256, by what the system has for it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace plantool::os {

class Digest {
  public:
    Digest();
    ~Digest();
    Digest(const Digest&) = delete;
    Digest& operator=(const Digest&) = delete;

    static constexpr std::size_t kSize = 32;

    void add(std::string_view bytes);
    /// Of all that was added. Once, at the end.
    std::array<unsigned char, kSize> end();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace plantool::os
