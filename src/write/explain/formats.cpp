#include <array>

#include "write/output_formats.hpp"

namespace plantool {
namespace {

constexpr std::array kFormats = {
    ExplanationFormat{
        {.name = "text", .ending = ".txt", .by_default = true}, &explanation_text, &terms_text},
    ExplanationFormat{{.name = "json", .ending = ".json"},
                      &explanation_json,
                      [](std::span<const Term> terms, Language language, int) {
                          return terms_json(terms, language);
                      }},
};

}  // namespace

std::span<const ExplanationFormat> explanation_formats() {
    return kFormats;
}

}  // namespace plantool
