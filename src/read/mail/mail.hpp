// One message as a mail program saves it (`.eml`, a file of a Maildir): who sent it, what it says,
// what is attached (papers.md, section 2).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/date.hpp"
#include "read/paper/unreadable.hpp"

namespace plantool {

struct MailAttachment {
    std::string name;        ///< without folders; empty where it has none
    std::string media_type;  ///< `application/pdf`
    std::string bytes;
};

struct Mail {
    std::string from_address;
    std::string from_name;
    std::string subject;
    std::string text;  ///< what is written, without marks of layout; then that of messages in it
    /// When it came by its uppermost Received, else when it was written by its Date.
    std::optional<std::chrono::sys_seconds> instant;
    std::optional<Day> received;               ///< the same, as a day of Viet Nam
    std::vector<std::string> inner_addresses;  ///< who sent the messages within it
    std::vector<MailAttachment> attachments;   ///< in their order, those of messages within it too
};

/// Broken is what has no header that mail has.
OrUnreadable<Mail> read_mail(std::string_view bytes);

}  // namespace plantool
