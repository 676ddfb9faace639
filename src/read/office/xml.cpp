#include "read/office/xml.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace plantool {
namespace {

constexpr int kDeepestElement = 512;
// A node takes 64 bytes in memory and four in a file.
constexpr std::ptrdiff_t kMostMarkup = 12'000'000;

std::string_view without_prefix(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Whether no element lies too deep for those who walk the tree.
bool is_flat(pugi::xml_node root) {
    int depth = 0;
    for (auto node = root; node;) {
        if (depth > kDeepestElement) return false;
        if (node.first_child()) {
            node = node.first_child();
            ++depth;
            continue;
        }
        while (node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node == root) break;
        node = node.next_sibling();
    }
    return true;
}

}  // namespace

OrUnreadable<XmlPart> XmlPart::parse(std::string bytes, std::string_view name) {
    const auto markup =
        std::count(bytes.begin(), bytes.end(), '<') + std::count(bytes.begin(), bytes.end(), '=');
    if (markup > kMostMarkup) return UnreadablePaper{Unreadable::too_large, std::string(name)};
    const UnreadablePaper broken{Unreadable::broken, std::string(name)};
    if (bytes.find("<!DOCTYPE") != std::string::npos) return broken;
    XmlPart out;
    out.bytes_ = std::make_unique<std::string>(std::move(bytes));
    out.document_ = std::make_unique<pugi::xml_document>();
    // A blank alone between two tags is a word's end where text is, and nothing elsewhere.
    constexpr auto kOptions = pugi::parse_default | pugi::parse_ws_pcdata_single;
    const auto parsed =
        out.document_->load_buffer_inplace(out.bytes_->data(), out.bytes_->size(), kOptions);
    if (!parsed || !out.root()) return broken;
    if (!is_flat(out.root())) return UnreadablePaper{Unreadable::too_large, std::string(name)};
    return out;
}

std::string_view local_name(pugi::xml_node node) {
    return without_prefix(node.name());
}

pugi::xml_node child_named(pugi::xml_node node, std::string_view name) {
    for (const auto child : node.children()) {
        if (is_named(child, name)) return child;
    }
    return {};
}

pugi::xml_node descend(pugi::xml_node node, std::initializer_list<std::string_view> names) {
    for (const auto name : names) node = child_named(node, name);
    return node;
}

std::string_view attribute_named(pugi::xml_node node, std::string_view name) {
    for (const auto attribute : node.attributes()) {
        if (without_prefix(attribute.name()) == name) return attribute.value();
    }
    return {};
}

int number_named(pugi::xml_node node, std::string_view name, int otherwise) {
    const auto text = attribute_named(node, name);
    int value = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc() && read.ptr == end ? value : otherwise;
}

bool is_on(pugi::xml_node node) {
    if (!node) return false;
    const auto value = attribute_named(node, "val");
    return value != "0" && value != "false" && value != "off" && value != "none";
}

}  // namespace plantool
