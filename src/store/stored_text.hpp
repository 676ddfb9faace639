// A piece of a file as a store keeps it, and what was found under the names of attachments in it,
// so that it reads later, elsewhere, as it was read when it was loaded.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "read/submission/reading.hpp"

namespace plantool {

/// What was found when attachments were looked for, by the names that the file gives them.
using Attachments = std::map<std::string, AttachedFile>;

/// Looks on the disk and notes what it finds. One piece has one; it is read by one thread.
struct NotingLook {
    std::shared_ptr<Attachments> found = std::make_shared<Attachments>();

    AttachedFile operator()(const AttachmentFolders& folders, const std::string& name,
                            bool hashed) const;
};

/// Lets what is found for the piece be noted.
void note_attachments(Piece& piece);
/// What was noted for it, as bytes.
std::string noted_attachments(const Piece& piece);
/// Finds again what was noted as those bytes; what was not is missing.
AttachmentLook look_in(std::string_view noted);

}  // namespace plantool
