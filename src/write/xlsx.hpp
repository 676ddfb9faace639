// A report as an Excel workbook: the first sheet to read and to print, the others to look things
// up in.
#pragma once

#include <filesystem>

#include "core/report.hpp"
#include "text/labels.hpp"

namespace plantool {

/// Writes the workbook, whole or not at all. The same report makes the same bytes. Texts that a
/// cell cannot hold (more than 32,767 characters) are cut with a visible mark. IoError when it
/// cannot be written.
void write_xlsx(const Report& report, Language language, const std::filesystem::path& target);

}  // namespace plantool
