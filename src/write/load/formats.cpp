#include <array>

#include "write/output_formats.hpp"

namespace plantool {
namespace {

constexpr std::array kFormats = {
    LoadFormat{{"text", ".txt", true, true}, &load_text},
    LoadFormat{{"json", ".json", false, true}, &load_json},
};

}  // namespace

std::span<const LoadFormat> load_formats() {
    return kFormats;
}

}  // namespace plantool
