#include "read/office/word/word_styles.hpp"

#include <vector>

namespace plantool {
namespace {

constexpr std::size_t kLongestChain = 16;
constexpr int kBodyText = 9;  ///< the outline level of what is no heading

/// `heading 1`: the names of headings are English in every program, unlike their ids.
std::optional<int> outline_of_name(std::string_view name) {
    std::string small;
    for (const char c : name) {
        small += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    if (small == "title") return std::nullopt;
    if (!small.starts_with("heading ") || small.size() != 9) return std::nullopt;
    const char digit = small.back();
    return digit >= '1' && digit <= '9' ? std::optional(digit - '1') : std::nullopt;
}

std::optional<bool> switched(pugi::xml_node properties, std::string_view name) {
    const auto node = child_named(properties, name);
    return node ? std::optional(is_on(node)) : std::nullopt;
}

}  // namespace

void WordLook::override_with(const WordLook& other) {
    if (other.outline) outline = other.outline;
    if (other.list) list = other.list;
    if (other.list_level) list_level = other.list_level;
    if (other.bold) bold = other.bold;
    if (other.hidden) hidden = other.hidden;
    if (!other.font.empty()) font = other.font;
}

WordLook look_of(pugi::xml_node properties) {
    WordLook out;
    if (const auto outline = child_named(properties, "outlineLvl")) {
        out.outline = number_named(outline, "val", kBodyText);
    }
    if (const auto list = child_named(properties, "numPr")) {
        const auto id = attribute_named(child_named(list, "numId"), "val");
        if (!id.empty()) out.list = std::string(id);
        const auto level = child_named(list, "ilvl");
        if (level) out.list_level = number_named(level, "val", 0);
    }
    out.bold = switched(properties, "b");
    out.hidden = switched(properties, "vanish");
    const auto fonts = child_named(properties, "rFonts");
    out.font = attribute_named(fonts, "ascii");
    if (out.font.empty()) out.font = attribute_named(fonts, "hAnsi");
    return out;
}

WordStyles::WordStyles(pugi::xml_node styles) {
    const auto defaults = child_named(styles, "docDefaults");
    defaults_ = look_of(descend(defaults, {"pPrDefault", "pPr"}));
    defaults_.override_with(look_of(descend(defaults, {"rPrDefault", "rPr"})));
    for (const auto node : styles.children()) {
        if (!is_named(node, "style")) continue;
        const std::string id(attribute_named(node, "styleId"));
        Style style;
        style.base = attribute_named(child_named(node, "basedOn"), "val");
        style.look = look_of(child_named(node, "pPr"));
        style.look.override_with(look_of(child_named(node, "rPr")));
        const auto named = outline_of_name(attribute_named(child_named(node, "name"), "val"));
        if (named && !style.look.outline) style.look.outline = named;
        const auto standard = attribute_named(node, "default");
        if (attribute_named(node, "type") == "paragraph" &&
            (standard == "1" || standard == "true")) {
            standard_ = id;
        }
        styles_[id] = std::move(style);
    }
}

WordLook WordStyles::chain(std::string_view id) const {
    std::vector<const Style*> found;
    for (auto at = styles_.find(id); at != styles_.end() && found.size() < kLongestChain;
         at = styles_.find(at->second.base)) {
        found.insert(found.begin(), &at->second);
    }
    WordLook out;
    for (const auto* style : found) out.override_with(style->look);
    return out;
}

WordLook WordStyles::paragraph(std::string_view id) const {
    auto out = defaults_;
    out.override_with(chain(styles_.contains(id) ? id : standard_));
    return out;
}

}  // namespace plantool
