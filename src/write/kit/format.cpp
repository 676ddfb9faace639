#include "write/kit/format.hpp"

#include <fmt/format.h>

#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {

NoSuchFormat no_such_format(std::string_view name, std::span<const std::string> known) {
    return {
        {Word::no_format, printable(name)},
        suggestion(name, known, {Word::write_one_of, fmt::format("{}", fmt::join(known, ", "))})};
}

}  // namespace plantool
