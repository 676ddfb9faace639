#include "read/syntax/yaml_insert.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace plantool;

namespace {

const YamlEntry kEntry{{"- obligation: r", "  period: P"}, "{obligation: r, period: P}"};

std::string edited(const std::string& text) {
    return with_yaml_entry(text, "returns", kEntry).value_or("cannot");
}

}  // namespace

TEST_CASE("yaml insert: behind the last entry, with all else as it was") {
    struct Case {
        const char* what;
        const char* before;
        const char* after;
    };
    const Case cases[] = {
        {"no such list", "format: x\n# end\n",
         "format: x\n# end\nreturns:\n  - obligation: r\n    period: P\n"},
        {"no line end", "format: x", "format: x\nreturns:\n  - obligation: r\n    period: P\n"},
        {"nothing in it", "returns:   # none yet\nnote: x\n",
         "returns:   # none yet\n  - obligation: r\n    period: P\nnote: x\n"},
        {"an empty list", "returns: []\n", "returns:\n  - obligation: r\n    period: P\n"},
        {"an empty list with a comment", "returns: [] # none\n",
         "returns: # none\n  - obligation: r\n    period: P\n"},
        {"a word for nothing", "returns: ~\n", "returns:\n  - obligation: r\n    period: P\n"},
        {"a list of blocks",
         "a: 1\nreturns:\n  - x: 1   # first\n    y: 2\n\n# of the next\nb: 2\n",
         "a: 1\nreturns:\n  - x: 1   # first\n    y: 2\n  - obligation: r\n    period: P\n\n# of "
         "the "
         "next\nb: 2\n"},
        {"dashes below the key", "returns:\n- x: 1\n- x: 2\nb: 2\n",
         "returns:\n- x: 1\n- x: 2\n- obligation: r\n  period: P\nb: 2\n"},
        {"four blanks", "returns:\n    - x: 1\n",
         "returns:\n    - x: 1\n    - obligation: r\n      period: P\n"},
        {"text in lines", "returns:\n  - x: |\n      a\n      # b\n\n  # end\nb: 2\n",
         "returns:\n  - x: |\n      a\n      # b\n  - obligation: r\n    period: P\n\n  # end\nb: "
         "2\n"},
        {"entries in brackets", "returns:\n  - {x: 1, y: [1, 2]}\n",
         "returns:\n  - {x: 1, y: [1, 2]}\n  - obligation: r\n    period: P\n"},
        {"a list in brackets", "returns: [{x: 1}]  # c\nb: 2\n",
         "returns: [{x: 1}, {obligation: r, period: P}]  # c\nb: 2\n"},
        {"a comma at its end", "returns: [\n  {x: 'a]'},  # c ]\n  {x: \"b]\"},\n  # end\n  ]\n",
         "returns: [\n  {x: 'a]'},  # c ]\n  {x: \"b]\"}, {obligation: r, period: P}\n  # end\n  "
         "]\n"},
        {"no line end behind it", "returns:\n  - x: 1",
         "returns:\n  - x: 1\n  - obligation: r\n    period: P\n"},
        {"line ends of Windows", "a: 1\r\nreturns:\r\n  - x: 1\r\nb: 2\r\n",
         "a: 1\r\nreturns:\r\n  - x: 1\r\n  - obligation: r\r\n    period: P\r\nb: 2\r\n"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.what);
        CHECK(edited(c.before) == c.after);
    }
}

TEST_CASE("yaml insert: what is not understood is left alone") {
    for (const std::string text : {"", "- a\n", "returns: x\n", "returns: {a: b}\n", "a: [\n",
                                   "{a: 1}\n", "a: 1\n---\nb: 2\n", "a: 1\n...\n"}) {
        CAPTURE(text);
        CHECK(edited(text) == "cannot");
    }
}
