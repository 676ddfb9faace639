#include "read/office/word/word.hpp"

#include <optional>

#include "read/office/package.hpp"
#include "read/office/word/word_blocks.hpp"
#include "read/paper/clean_text.hpp"

namespace plantool {
namespace {

/// The part of a kind; a null node within where the file has none.
struct SidePart {
    std::optional<XmlPart> xml;
    std::optional<UnreadablePaper> fault;

    SidePart(const Package& package, std::string_view kind) {
        const auto* const found = package.of_kind(kind);
        if (found == nullptr) return;
        auto part = package.part(found->target);
        if (auto* const read = readable(part)) {
            xml = std::move(*read);
        } else {
            fault = why_unreadable(part);
        }
    }
    pugi::xml_node root() const { return xml ? xml->root() : pugi::xml_node(); }
};

void read_all(const Package& package, WordBlocks& reader, PaperText& out) {
    for (const auto& one : package.relationships()) {
        if (one.kind != "header") continue;
        const auto part = package.part(one.target);
        if (readable(part) == nullptr) continue;
        for (auto& block : reader.blocks_of(readable(part)->root())) {
            out.page_heads.push_back(std::move(block));
        }
    }
    out.blocks = reader.blocks_of(child_named(package.root(), "body"));
}

}  // namespace

OrUnreadable<PaperText> read_word(std::string_view bytes) {
    const auto opened = Package::open(bytes, "document");
    const auto* const package = readable(opened);
    if (package == nullptr) return why_unreadable(opened);
    const SidePart look(*package, "styles");
    const SidePart numbering(*package, "numbering");
    for (const auto* part : {&look, &numbering}) {
        if (part->fault) return *part->fault;
    }
    const WordStyles styles(look.root());
    PaperText out;
    WordBlocks reader(styles, WordNumbering(numbering.root()), {});
    read_all(*package, reader, out);
    if (reader.is_too_deep()) return UnreadablePaper{Unreadable::too_large, "32"};
    std::vector<LegacyEncoding> decoded;
    for (const auto& [encoding, text] : reader.in_old_fonts()) {
        if (is_in_legacy(encoding, clean_text(text))) decoded.push_back(encoding);
    }
    if (!decoded.empty()) {
        out = {};
        WordBlocks again(styles, WordNumbering(numbering.root()), std::move(decoded));
        read_all(*package, again, out);
    }
    if (out.blocks.empty()) return UnreadablePaper{Unreadable::no_text, {}};
    return out;
}

}  // namespace plantool
