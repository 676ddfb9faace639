// The parts of a Word file (ECMA-376, transitional), and the file that holds them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "write/kit/atomic_file.hpp"
#include "write/kit/word/word_document.hpp"

namespace plantool::word {

/// A file inside the file.
struct Part {
    std::string name;  ///< "word/document.xml"
    std::string bytes;
};

/// Every part of the document, the list of their kinds first. The same document gives the same
/// bytes.
std::vector<Part> parts_of(const Document& document);

/// Writes the document into the file, which is for the caller to commit, and sees that it reads
/// back. Throws IoError.
void write_document(const Document& document, const AtomicFile& file);

/// Packs the parts in their order; all of them bear the first day that a zip can name.
void write_package(const std::vector<Part>& parts, const AtomicFile& file);

}  // namespace plantool::word
