# Run by embed_files() at build time: writes OUTPUT, a C++ source with the files NAMES below
# ROOT. Every byte is written as \xNN, so no content can break out of its literal.

set(entries "")
set(count 0)
foreach(name IN LISTS NAMES)
    file(SIZE "${ROOT}/${name}" size)
    file(READ "${ROOT}/${name}" bytes HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
    string(APPEND entries "    {\"${name}\", {\"${bytes}\", ${size}}},\n")
    math(EXPR count "${count} + 1")
endforeach()

file(WRITE "${OUTPUT}" "// Written by cmake/WriteEmbedded.cmake.
#include \"text/embedded.hpp\"

#include <array>

#pragma GCC diagnostic ignored \"-Woverlength-strings\"

namespace plantool {

static constexpr std::array<EmbeddedFile, ${count}> files{{
${entries}}};

std::span<const EmbeddedFile> embedded_files() { return files; }

}  // namespace plantool
")
