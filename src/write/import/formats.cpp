#include <array>

#include "write/output_formats.hpp"

namespace plantool {
namespace {

constexpr std::array kFormats = {
    ImportFormat{{"text", ".txt", true, true}, &import_text},
    ImportFormat{{"json", ".json", false, true}, &import_json},
};

}  // namespace

std::span<const ImportFormat> import_formats() {
    return kFormats;
}

}  // namespace plantool
