// A checked template filled in. Apart from template.hpp, because the library of it is known to this
// layer alone.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>

namespace plantool {

/// The template filled in. It must have no faults by check_template. Values go in as they are:
/// whoever made the context has escaped them, and a tag inside a value is text.
std::string render_template(std::string_view text, const kainjow::mustache::data& context);

}  // namespace plantool
