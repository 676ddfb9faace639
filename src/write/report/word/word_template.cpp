#include "write/report/word/word_template.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "text/utf8.hpp"
#include "text/words.hpp"
#include "write/kit/book/zip_check.hpp"
#include "write/report/word/template_keys.hpp"
#include "write/report/word/word_pieces.hpp"

namespace plantool {
namespace {

using namespace report_word;
using word::Node;

/// The styles of a template: those that it has take the place of ours by their names, the others
/// are added to it.
class StyleMap {
  public:
    StyleMap(Node styles, PaperLayout layout) : styles_(styles), ours_(styles_of(norm_of(layout))) {
        for (auto style = styles.child("w:style"); style; style = style.next_sibling("w:style")) {
            if (std::string_view(style.attribute("w:type").value()) != "paragraph") continue;
            const std::string name = style.child("w:name").attribute("w:val").value();
            known_[to_lower(name)] = style;
            ids_.insert(style.attribute("w:styleId").value());
        }
    }

    /// Renames the styles of what was generated, and takes away the numbers of lists that the
    /// template does not have.
    void adapt(Node node) {
        for (auto child = node.first_child(); child; child = child.next_sibling()) adapt(child);
        const std::string_view name = node.name();
        if (name == "w:pStyle")
            node.attribute("w:val").set_value(id_of(node.attribute("w:val").value()).c_str());
        if (name == "w:pPr") node.remove_child("w:numPr");
    }

    /// Whether the template numbers paragraphs of this style by itself.
    bool numbers(const std::string& id) const {
        const auto* ours = style_of(id);
        const auto found = ours == nullptr ? known_.end() : known_.find(to_lower(ours->name));
        return found != known_.end() && found->second.child("w:pPr").child("w:numPr");
    }

  private:
    const word::Style* style_of(const std::string& id) const {
        const auto found = std::find_if(ours_.begin(), ours_.end(),
                                        [&](const word::Style& style) { return style.id == id; });
        return found == ours_.end() ? nullptr : &*found;
    }

    std::string id_of(const std::string& id) {
        const auto* ours = style_of(id);
        if (ours == nullptr) return id;
        const auto found = known_.find(to_lower(ours->name));
        if (found != known_.end()) return found->second.attribute("w:styleId").value();
        return added(*ours);
    }

    std::string added(word::Style style) {
        while (!ids_.insert(style.id).second) style.id += "1";
        if (!style.based_on.empty()) style.based_on = id_of(style.based_on);
        style.paragraph.numbering = std::nullopt;
        word::add_style(styles_, style, false);
        known_[to_lower(style.name)] = styles_.last_child();
        return style.id;
    }

    Node styles_;
    std::vector<word::Style> ours_;
    std::map<std::string, Node> known_;  ///< by name in small letters
    std::set<std::string> ids_;
};

class TemplateFiller {
  public:
    TemplateFiller(const Report& report, Language language, StyleMap& styles)
        : report_(report),
          language_(language),
          styles_(styles),
          paper_(signed_paper(report, language)),
          norm_(norm_of(paper_.layout)) {}

    void fill(Node root) {
        for (const auto& paragraph : paragraphs_of(root)) fill_paragraph(paragraph);
    }

  private:
    void fill_paragraph(Node paragraph) {
        auto places = keys_in(text_of(paragraph));
        if (places.empty()) return;
        if (kind_of_key(places.front().key) == KeyKind::blocks) {
            return put_blocks(paragraph, places.front().key);
        }
        // From the last, so that the others stay where they are.
        std::reverse(places.begin(), places.end());
        for (const auto& place : places) put_text(paragraph, place, text_of_key(place.key));
    }

    std::string text_of_key(const std::string& key) const {
        const auto& head = report_.plan().head;
        const std::map<std::string, std::string> texts = {
            {"kind", paper_.kind},
            {"about", paper_.about},
            {"opening", paper_.opening},
            {"closing", paper_.closing},
            {"number", paper_.head.left.back().text},
            {"place_day", paper_.head.right.back().text},
            {"period", report_period(report_, language_)},
            {"as_of", official_date(report_.as_of(), language_)},
            {"plan_number", head.number},
            {"plan_title", head.title}};
        return texts.at(key);
    }

    /// The text in the first of the runs that hold the key, in its type; the others lose their part
    /// of the key.
    static void put_text(Node paragraph, const KeyPlace& place, const std::string& text) {
        std::size_t at = 0;
        bool put = false;
        for (auto node : texts_of(paragraph)) {
            const std::string old = node.child_value();
            const auto from = std::clamp(place.begin, at, at + old.size()) - at;
            const auto to = std::clamp(place.end, at, at + old.size()) - at;
            at += old.size();
            if (from == to) continue;
            const auto middle = put ? std::string() : text;
            put = true;
            set_text(node, old.substr(0, from) + middle + old.substr(to));
        }
    }

    static void set_text(Node node, const std::string& text) {
        node.remove_attribute("xml:space");
        word::set(node, "xml:space", "preserve");
        node.remove_children();
        node.append_child(pugi::node_pcdata).set_value(text.c_str());
    }

    void put_blocks(Node paragraph, const std::string& key) {
        pugi::xml_document xml;
        const auto made = xml.append_child("w:body");
        word::add_blocks(made, key == "annexes" ? annexes(paragraph) : blocks_of(key));
        styles_.adapt(made);
        auto body = paragraph.parent();
        for (auto node = made.first_child(); node; node = node.next_sibling()) {
            body.insert_copy_before(node, paragraph);
        }
        body.remove_child(paragraph);
    }

    std::vector<word::Block> blocks_of(const std::string& key) const {
        word::Document document;
        if (key == "head") add_head(document, paper_, norm_);
        if (key == "foot") add_foot(document, paper_, norm_, language_);
        for (const auto& note : key == "notes" ? paper_.notes : std::vector<std::string>()) {
            document.add(line(style::kNote, say(Word::paper_note, language_) + " " + note));
        }
        if (key == kBodyKey) add_parts(document);
        return std::move(document.blocks);
    }

    /// With their numbers as text, where the template's styles do not number them.
    void add_parts(word::Document& document) const {
        static constexpr std::array kRoman = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII"};
        const char* mark = paper_.layout == PaperLayout::dang_05 ? "- " : ". ";
        for (std::size_t i = 0; i < paper_.parts.size(); ++i) {
            const auto& part = paper_.parts[i];
            const auto number =
                styles_.numbers(style::kPart) ? std::string() : std::string(kRoman.at(i)) + mark;
            document.add(line(style::kPart, number + part.heading));
            add_blocks(document, numbered(part.blocks), upright_page(), false);
        }
    }

    std::vector<PaperBlock> numbered(std::vector<PaperBlock> blocks) const {
        int number = 0;
        for (auto& block : blocks) {
            if (block.kind == PaperBlock::Kind::heading && !styles_.numbers(style::kTask)) {
                block.text = std::to_string(++number) + ". " + block.text;
            }
            if (block.kind != PaperBlock::Kind::dash || styles_.numbers(style::kDash)) continue;
            (block.lead.empty() ? block.text : block.lead).insert(0, "- ");
        }
        return blocks;
    }

    /// Each on pages of its own; the pages above keep the template's look. Where nothing follows
    /// them, the file ends with the pages of the last.
    std::vector<word::Block> annexes(Node paragraph) {
        auto body = paragraph.parent();
        auto last = body.last_child();
        const bool has_pages = std::string_view(last.name()) == "w:sectPr";
        if (has_pages) {
            auto end = body.insert_child_before("w:p", paragraph);
            end.append_child("w:pPr").append_copy(last);
        }
        word::Document document;
        for (const auto& annex : paper_.annexes) {
            const auto page = annex.wide ? lying_page() : upright_page();
            document.add(line(style::kAnnex, annex.name));
            document.add(line(style::kAnnex, annex.title));
            document.add(line(style::kAnnexNote, paper_.attached));
            add_blocks(document, numbered_annex(annex.blocks), page, true);
            document.add(word::SectionEnd{.page = page, .header = false});
        }
        if (has_pages && paragraph.next_sibling() == last && !paper_.annexes.empty()) {
            set_page(last, std::get<word::SectionEnd>(document.blocks.back()).page);
            document.blocks.pop_back();
        }
        return std::move(document.blocks);
    }

    /// The size and the margins of a section that has others.
    static void set_page(Node section, const word::Page& page) {
        pugi::xml_document xml;
        const auto made = word::add_section(xml.append_child("w:body"), page, false);
        for (const auto* name : {"w:pgSz", "w:pgMar"}) {
            const auto old = section.child(name);
            if (old) {
                section.insert_copy_before(made.child(name), old);
                section.remove_child(old);
            } else {
                section.append_copy(made.child(name));
            }
        }
    }

    std::vector<PaperBlock> numbered_annex(std::vector<PaperBlock> blocks) const {
        for (auto& block : blocks) {
            if (block.kind != PaperBlock::Kind::dash || styles_.numbers(style::kDash)) continue;
            (block.lead.empty() ? block.text : block.lead).insert(0, "- ");
        }
        return blocks;
    }

    const Report& report_;
    Language language_;
    StyleMap& styles_;
    SignedPaper paper_;
    Norm norm_;
};

}  // namespace

void write_by_template(const WordTemplate& templ, const Report& report, Language language,
                       const AtomicFile& file) {
    auto parts = templ.parts;
    const auto styles = std::find_if(parts.begin(), parts.end(), [](const word::Part& part) {
        return part.name == "word/styles.xml";
    });
    pugi::xml_document styles_xml;
    if (styles == parts.end() || !read_xml(styles->bytes, styles_xml)) {
        word::word_root(styles_xml, "w:styles");
    }
    StyleMap map(styles_xml.document_element(), layout_of(report.plan().head, report.as_of()));
    TemplateFiller filler(report, language, map);
    for (auto& part : parts) {
        pugi::xml_document xml;
        if (!is_written_in(part.name) || !read_xml(part.bytes, xml)) continue;
        filler.fill(xml.document_element());
        part.bytes = word::xml_of(xml);
    }
    if (styles != parts.end()) styles->bytes = word::xml_of(styles_xml);
    word::write_package(parts, file);
    require_sound_zip(file.path(), file.target());
}

}  // namespace plantool
