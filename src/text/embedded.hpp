// Files that travel inside the program: templates and schemas, generated at build time.
#pragma once

#include <span>
#include <string_view>

namespace plantool {

struct EmbeddedFile {
    std::string_view
        name;  ///< path relative to the project root, e.g. "templates/report.vi.mustache"
    std::string_view content;
};

std::span<const EmbeddedFile> embedded_files();

}  // namespace plantool
