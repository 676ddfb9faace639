#include "text/words.hpp"

#include <cassert>

namespace plantool {

std::string say(Word word, Language language) {
    const auto text = entry_of(word).in(language);
    assert(placeholders(text) == 0);
    return std::string(text);
}

}  // namespace plantool
