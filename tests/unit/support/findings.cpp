#include "support/findings.hpp"

#include <fmt/format.h>

namespace plantool::testing {

Strings codes_of(const Diagnostics& found) {
    Strings out;
    for (const auto& d : found.all()) out.emplace_back(info(d.code).id);
    return out;
}

Strings errors_of(const Diagnostics& found) {
    Strings out;
    for (const auto& d : found.all()) {
        if (d.severity == Severity::error) out.emplace_back(info(d.code).id);
    }
    return out;
}

Strings places_of(const Diagnostics& found) {
    auto sorted = found;
    sorted.sort();
    Strings out;
    for (const auto& d : sorted.all()) {
        out.push_back(fmt::format("{} {}:{}", info(d.code).id, d.line, d.column));
    }
    return out;
}

Strings pointed_at(const Diagnostics& found) {
    Strings out;
    for (const auto& d : found.all()) out.push_back(fmt::format("{} {}", info(d.code).id, d.file));
    return out;
}

}  // namespace plantool::testing
