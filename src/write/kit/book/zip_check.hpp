// Whether a workbook that was written can be read back.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "text/message.hpp"

namespace plantool {

/// What is wrong with the bytes of a zip of XML files, such as every Office file is: an entry that
/// does not unpack to what its checksum says, or that is no whole XML. Empty: nothing.
Message zip_fault(std::string_view bytes);

/// Whether each element of the text is closed, and nothing stands behind the last one.
bool is_whole_xml(std::string_view text);

/// Throws IoError, which names `target`, unless the file reads back as a sound zip of XML files.
void require_sound_zip(const std::filesystem::path& file, const std::filesystem::path& target);

}  // namespace plantool
