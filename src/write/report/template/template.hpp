// A mustache template that an office may have written, checked against the keys that it may use.
// Mustache itself renders a key that it does not know as nothing, so a slip of the pen would lose a
// part of a report without a word; here it is a fault.
//
// What templates have: `{{key}}`, `{{#key}}…{{/key}}`, `{{^key}}…{{/key}}`, `{{! a comment }}`; a
// line that holds nothing but such sections and comments leaves none behind. There are no partials
// and no other delimiters. For each list `xs` there is a flag `any_xs`, for what stands once around
// its entries; each entry knows its `number`, from 1, and whether it is the `last`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/message.hpp"

namespace plantool {

/// A key that a template may use.
struct TemplateKey {
    enum class Kind {
        text,  ///< a value, or a section that is there when the value is not empty
        flag,  ///< a section only
        list   ///< a section once for each entry; `inside` are the keys of an entry
    };
    std::string_view name;
    Kind kind = Kind::text;
    std::vector<TemplateKey> inside = {};
};

/// A file of the folder `templates`, which is compiled into the program.
std::string_view embedded_template(std::string_view name);

struct TemplateFault {
    int line = 1;
    Message message;
    Message help;  ///< empty: none
};

/// What is wrong with a template, in its order; nothing: it can be rendered.
std::vector<TemplateFault> check_template(std::string_view text,
                                          const std::vector<TemplateKey>& keys);

}  // namespace plantool
