#include "write/report/word/template_keys.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace plantool::report_word {
namespace {

struct Key {
    std::string_view name;
    KeyKind kind;
};

constexpr std::array kKeys = {Key{"head", KeyKind::blocks},    Key{"notes", KeyKind::blocks},
                              Key{kBodyKey, KeyKind::blocks},  Key{"foot", KeyKind::blocks},
                              Key{"annexes", KeyKind::blocks}, Key{"kind", KeyKind::text},
                              Key{"about", KeyKind::text},     Key{"opening", KeyKind::text},
                              Key{"closing", KeyKind::text},   Key{"number", KeyKind::text},
                              Key{"place_day", KeyKind::text}, Key{"period", KeyKind::text},
                              Key{"as_of", KeyKind::text},     Key{"plan_number", KeyKind::text},
                              Key{"plan_title", KeyKind::text}};

void collect_texts(word::Node node, std::vector<word::Node>& out) {
    for (auto child = node.first_child(); child; child = child.next_sibling()) {
        const std::string_view name = child.name();
        if (name == "w:p") continue;
        if (name == "w:t") out.push_back(child);
        collect_texts(child, out);
    }
}

void collect_paragraphs(word::Node node, std::vector<word::Node>& out) {
    for (auto child = node.first_child(); child; child = child.next_sibling()) {
        if (std::string_view(child.name()) == "w:p") out.push_back(child);
        collect_paragraphs(child, out);
    }
}

}  // namespace

std::optional<KeyKind> kind_of_key(std::string_view key) {
    const auto found =
        std::find_if(kKeys.begin(), kKeys.end(), [&](const Key& one) { return one.name == key; });
    return found == kKeys.end() ? std::nullopt : std::optional(found->kind);
}

std::vector<std::string> template_keys() {
    std::vector<std::string> out;
    for (const auto& key : kKeys) out.emplace_back(key.name);
    return out;
}

std::vector<KeyPlace> keys_in(std::string_view text) {
    std::vector<KeyPlace> out;
    for (auto at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at)) {
        const auto end = text.find("}}", at);
        if (end == std::string_view::npos) {
            out.push_back({std::string(text.substr(at + 2)), at, text.size(), false});
            break;
        }
        out.push_back({std::string(trim(text.substr(at + 2, end - at - 2))), at, end + 2, true});
        at = end + 2;
    }
    return out;
}

std::vector<word::Node> paragraphs_of(word::Node root) {
    std::vector<word::Node> out;
    collect_paragraphs(root, out);
    return out;
}

std::vector<word::Node> texts_of(word::Node paragraph) {
    std::vector<word::Node> out;
    collect_texts(paragraph, out);
    return out;
}

std::string text_of(word::Node paragraph) {
    std::string out;
    for (const auto& text : texts_of(paragraph)) out += text.child_value();
    return out;
}

bool is_written_in(const std::string& part) {
    const auto begins = [&](std::string_view with) { return part.starts_with(with); };
    return part.ends_with(".xml") &&
           (part == "word/document.xml" || begins("word/header") || begins("word/footer"));
}

bool read_xml(const std::string& bytes, pugi::xml_document& into) {
    constexpr std::string_view kEntities = "<!DOCTYPE";
    if (bytes.find(kEntities) != std::string::npos) return false;
    constexpr unsigned kAll = pugi::parse_default | pugi::parse_ws_pcdata;
    return static_cast<bool>(into.load_buffer(bytes.data(), bytes.size(), kAll)) &&
           into.document_element();
}

}  // namespace plantool::report_word
