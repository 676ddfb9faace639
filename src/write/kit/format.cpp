#include "write/kit/format.hpp"

#include "text/labels.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {

NoSuchFormat no_such_format(std::string_view name, std::span<const std::string> known) {
    return {{Word::no_format, printable(name)},
            suggestion(name, known, {Word::write_one_of, in_backquotes(known)})};
}

}  // namespace plantool
