// SHA-256, by which attachments are checked and inputs are known again.
#pragma once

#include <string>
#include <string_view>

#include "os/digest.hpp"

namespace plantool {

class Sha256 {
  public:
    void add(std::string_view bytes) { digest_.add(bytes); }
    /// The sum of all that was added: 64 lower-case hexadecimal digits. Once, at the end.
    std::string hex();

  private:
    os::Digest digest_;
};

/// The sum of a file's bytes. Throws IoError when it cannot be read or is no regular file.
std::string sha256_of_file(const std::string& path);

}  // namespace plantool
