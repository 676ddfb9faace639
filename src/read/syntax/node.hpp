// A document as it was written, whatever its syntax: texts, lists and mappings with their places.
// Nothing is typed yet: a scalar is the text that stands there, and the field says what it means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "diag/source.hpp"

namespace plantool {

struct Node {
    enum class Kind { null, scalar, sequence, mapping };
    Kind kind = Kind::null;
    std::string text;      ///< of a scalar
    bool quoted = false;   ///< a scalar in quotes or a block: a text for certain
    bool refused = false;  ///< what stands here was reported already
    bool boolean = false;  ///< JSON's true or false
    Span span;
    std::vector<Text> keys;   ///< of a mapping, one for each item
    std::vector<Node> items;  ///< of a sequence or mapping
};

/// Which codes the faults of shape have: the plan's files and the submissions differ.
struct ShapeCodes {
    Code syntax;
    Code missing_key;
    Code unknown_key;
    Code duplicate_key;
    Code wrong_type;
    Code invalid_utf8;
    Code unsupported_yaml;
    Code unknown_format;
    Code bad_date;
    Code bad_value;
};

inline constexpr ShapeCodes kPlanShape = {
    Code::p_syntax,     Code::p_missing_key,  Code::p_unknown_key,      Code::p_duplicate_key,
    Code::p_wrong_type, Code::p_invalid_utf8, Code::p_unsupported_yaml, Code::p_unknown_format,
    Code::p_bad_date,   Code::p_bad_value};

inline constexpr ShapeCodes kSubmissionShape = {
    Code::s_syntax,     Code::s_missing_key,  Code::s_unknown_key,      Code::s_duplicate_key,
    Code::s_wrong_type, Code::s_invalid_utf8, Code::s_unsupported_yaml, Code::s_unknown_format,
    Code::s_bad_date,   Code::s_bad_value};

/// Documents nested deeper than this are refused: no plan or submission comes near it.
inline constexpr int kDeepestNesting = 64;
/// Values and keys that one document of YAML may have: some 500 MB of nodes.
inline constexpr std::size_t kMostNodes = 2'000'000;

/// From one cause so many findings are made, and one more that says how many there are.
inline constexpr std::size_t kMostTold = 20;

/// The one more of keys that stand twice in a mapping.
Finding duplicates_in_all(const Node& mapping, std::size_t duplicates, const ShapeCodes& codes);

/// A part of a source: bytes [begin, end).
struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};
inline Range whole(const Source& source) {
    return {0, static_cast<std::uint32_t>(source.text().size())};
}
inline std::string_view text_of(const Source& source, Range range) {
    return source.text().substr(range.begin, range.end - range.begin);
}

/// Adds a finding and returns false when that part of the source is not valid UTF-8.
bool check_utf8(const Source& source, Range range, const ShapeCodes& codes,
                Diagnostics& diagnostics);

}  // namespace plantool
