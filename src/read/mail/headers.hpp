// The headers of mail: unfolded, with their words and parameters decoded (RFC 5322, 2047, 2231),
// and with what programs make of these rules.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/time/date.hpp"

namespace plantool {

class Headers {
  public:
    /// Reads them from the beginning of a message or a part, and takes them and the empty line
    /// behind them off.
    explicit Headers(std::string_view& rest);

    /// The first of the name, without regard to case; empty where there is none.
    std::string_view first(std::string_view name) const;
    std::vector<std::string_view> all(std::string_view name) const;
    bool has(std::string_view name) const { return !all(name).empty(); }

  private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

/// `application/pdf; name=…` as its first word in small letters and its parameters.
class HeaderValue {
  public:
    explicit HeaderValue(std::string_view written);

    const std::string& word() const { return word_; }
    /// Decoded, whatever way it is written in; empty where there is none.
    std::string parameter(std::string_view name) const;

  private:
    std::string word_;
    std::vector<std::pair<std::string, std::string>> parameters_;  ///< as they are written
};

/// The text of a header for people: encoded words in it decoded, in one line and NFC.
std::string header_text(std::string_view value);

struct MailAddress {
    std::string address;
    std::string name;
};
/// The first address of a list.
MailAddress first_address(std::string_view value);

/// `Mon, 27 Jun 2022 08:15:00 +0700 (ICT)`.
std::optional<std::chrono::sys_seconds> header_instant(std::string_view value);

}  // namespace plantool
