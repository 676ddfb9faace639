#include "read/file/excerpts.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "diag/io_error.hpp"
#include "read/file/stream.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// Byte offset of a column (from 1, in code points) of a line.
std::uint32_t offset_of(std::string_view line, int column) {
    std::size_t at = 0;
    while (--column > 0 && at < line.size()) next_code_point(line, at);
    return static_cast<std::uint32_t>(at);
}

void give_excerpt(Place& place, const std::string& line) {
    const Source source(place.file, line, place.line);
    const auto begin = offset_of(line, place.column);
    const auto end = place.end_line == place.line ? offset_of(line, place.end_column)
                                                  : static_cast<std::uint32_t>(line.size());
    const auto shown = place_of({&source, begin, end});
    place.excerpt = shown.excerpt;
    place.excerpt_column = shown.excerpt_column;
}

/// The places by the lines on which they begin.
using Wanted = std::multimap<int, Place*>;

void read_lines(const std::string& file, const Wanted& wanted) {
    Stream stream(file);
    Lines lines(stream);
    std::string_view line;
    for (auto next = wanted.begin(); next != wanted.end() && lines.next(line);) {
        if (first_invalid_utf8(line)) continue;
        for (; next != wanted.end() && next->first == lines.number(); ++next) {
            give_excerpt(*next->second, std::string(line));
        }
    }
}

}  // namespace

void read_excerpts(Diagnostics& diagnostics) {
    std::map<std::string, Wanted> wanted;
    const auto want = [&](Place& place) {
        if (!place.file.empty() && place.excerpt.empty()) {
            wanted[place.file].emplace(place.line, &place);
        }
    };
    for (auto& diagnostic : diagnostics.all()) {
        want(diagnostic);
        for (auto& note : diagnostic.notes) want(note.place);
    }
    for (const auto& [file, places] : wanted) {
        try {
            read_lines(file, places);
        } catch (const IoError&) {
            continue;  // The findings say where; that they cannot show it is no fault of theirs.
        }
    }
}

}  // namespace plantool
