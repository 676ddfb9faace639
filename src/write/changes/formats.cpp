#include <array>

#include "write/output_formats.hpp"

namespace plantool {
namespace {

constexpr std::array kFormats = {
    ChangesFormat{{.name = "text", .ending = ".txt", .by_default = true}, &write_changes_text},
    ChangesFormat{{.name = "json", .ending = ".json"},
                  [](const ChangesAnswer& answer, const TableStyle&, const TextSink& sink) {
                      write_changes_json(answer, sink);
                  }},
    ChangesFormat{{.name = "markdown", .ending = ".md"},
                  [](const ChangesAnswer& answer, const TableStyle& style, const TextSink& sink) {
                      write_changes_markdown(answer, style.language, sink);
                  }},
};

}  // namespace

std::span<const ChangesFormat> changes_formats() {
    return kFormats;
}

}  // namespace plantool
