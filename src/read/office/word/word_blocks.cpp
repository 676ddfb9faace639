#include "read/office/word/word_blocks.hpp"

#include <algorithm>
#include <array>

#include "read/office/old_fonts.hpp"
#include "read/paper/clean_text.hpp"
#include "text/labels.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr int kMostColumns = 63;  // Word's own limit
constexpr int kHeadingLevels = 9;

template <class Names>
bool is_one_of(std::string_view name, const Names& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What stands around content without being any, whatever the content is: content controls, tracked
/// insertions, marks of other programs.
constexpr std::array<std::string_view, 5> kWrappers = {"sdtContent", "ins", "moveTo", "customXml",
                                                       "smartTag"};

/// The alternative of several that is read: the first, which programs of today understand.
pugi::xml_node chosen(pugi::xml_node alternatives) {
    const auto choice = child_named(alternatives, "Choice");
    return choice ? choice : child_named(alternatives, "Fallback");
}

/// The content of a control; a null node where it only asks to be filled in.
pugi::xml_node content_of(pugi::xml_node control) {
    if (is_on(descend(control, {"sdtPr", "showingPlcHdr"}))) return {};
    return child_named(control, "sdtContent");
}

/// The rows of a table or the cells of a row, through what stands around them.
template <class Take>
void each_named(pugi::xml_node parent, std::string_view name, const Take& take) {
    for (const auto child : parent.children()) {
        const auto kind = local_name(child);
        if (kind == name) {
            take(child);
        } else if (kind == "sdt") {
            // Controls round rows and cells have content even where they ask for some.
            each_named(child_named(child, "sdtContent"), name, take);
        } else if (kind == "AlternateContent") {
            each_named(chosen(child), name, take);
        } else if (is_one_of(kind, kWrappers)) {
            each_named(child, name, take);
        }
    }
}

/// Whether the cell goes on with the one above it or before it.
bool goes_on(pugi::xml_node properties, std::string_view name) {
    const auto merge = child_named(properties, name);
    return merge && attribute_named(merge, "val") != "restart";
}

/// What symbol fonts have of signs that numbers of documents are written with.
std::string_view symbol(std::string_view code) {
    return code == "F02D" || code == "002D" || code == "2D" ? "-" : "";
}

bool is_single_column(const TableText& table) {
    return std::all_of(table.rows.begin(), table.rows.end(),
                       [](const auto& row) { return row.size() <= 1; });
}

}  // namespace

std::vector<TextBlock> WordBlocks::blocks_of(pugi::xml_node part) {
    Blocks out;
    read_blocks(part, out);
    return out;
}

void WordBlocks::read_blocks(pugi::xml_node parent, Blocks& into) {
    for (const auto child : parent.children()) {
        const auto kind = local_name(child);
        if (kind == "p") {
            read_paragraph(child, into);
        } else if (kind == "tbl") {
            read_table(child, into);
        } else if (kind == "sdt") {
            read_blocks(content_of(child), into);
        } else if (kind == "AlternateContent") {
            read_blocks(chosen(child), into);
        } else if (is_one_of(kind, kWrappers)) {
            read_blocks(child, into);
        }
    }
}

void WordBlocks::read_paragraph(pugi::xml_node node, Blocks& into) {
    const auto properties = child_named(node, "pPr");
    const auto style = attribute_named(child_named(properties, "pStyle"), "val");
    Paragraph paragraph;
    paragraph.look = styles_.paragraph(style);
    paragraph.look.override_with(look_of(properties));
    Blocks boxes;
    paragraph.boxes = &boxes;
    fields_.erase(std::remove(fields_.begin(), fields_.end(), true), fields_.end());
    read_inline(node, paragraph);
    into.insert(into.end(), std::make_move_iterator(boxes.begin()),
                std::make_move_iterator(boxes.end()));

    const auto& look = paragraph.look;
    std::string number;
    if (look.list && *look.list != "0") {
        const int level = look.list_level.value_or(numbering_.level_of_style(*look.list, style));
        number = numbering_.next(*look.list, level);
    }
    auto text = clean_text(paragraph.text);
    if (trim(text).empty()) return;
    TextBlock block;
    block.text = number.empty() ? std::move(text) : number + " " + text;
    block.bold = paragraph.all_bold;
    const int outline = look.outline.value_or(kHeadingLevels);
    if (outline >= 0 && outline < kHeadingLevels) block.heading_level = outline + 1;
    into.push_back(std::move(block));
}

void WordBlocks::read_inline(pugi::xml_node parent, Paragraph& paragraph) {
    constexpr std::array<std::string_view, 8> kNoText = {"pPr",   "rPr",      "del",     "moveFrom",
                                                         "sdtPr", "sdtEndPr", "fldData", "rt"};
    for (const auto child : parent.children()) {
        const auto kind = local_name(child);
        if (kind == "r") {
            read_run(child, paragraph);
        } else if (kind == "sdt") {
            read_inline(content_of(child), paragraph);
        } else if (kind == "AlternateContent") {
            read_inline(chosen(child), paragraph);
        } else if (!is_one_of(kind, kNoText)) {
            read_inline(child, paragraph);
        }
    }
}

void WordBlocks::read_run(pugi::xml_node run, Paragraph& paragraph) {
    const auto properties = child_named(run, "rPr");
    auto look = paragraph.look;
    look.override_with(styles_.run(attribute_named(child_named(properties, "rStyle"), "val")));
    look.override_with(look_of(properties));
    if (!look.hidden.value_or(false)) read_run_content(run, look, paragraph);
}

void WordBlocks::read_run_content(pugi::xml_node parent, const WordLook& look,
                                  Paragraph& paragraph) {
    for (const auto child : parent.children()) {
        const auto kind = local_name(child);
        if (kind == "t") {
            add_text(child.text().get(), look, paragraph);
        } else if (kind == "tab" || kind == "ptab") {
            add_text("\t", look, paragraph);
        } else if (kind == "br" || kind == "cr") {
            add_text("\n", look, paragraph);
        } else if (kind == "noBreakHyphen") {
            add_text("-", look, paragraph);
        } else if (kind == "sym") {
            add_text(std::string(symbol(attribute_named(child, "char"))), look, paragraph);
        } else if (kind == "fldChar") {
            read_field_mark(child);
        } else if (kind == "ruby") {
            read_inline(child_named(child, "rubyBase"), paragraph);
        } else if (kind == "AlternateContent") {
            read_run_content(chosen(child), look, paragraph);
        } else if (kind == "drawing" || kind == "pict" || kind == "object") {
            read_boxes(child, *paragraph.boxes);
        }
    }
}

void WordBlocks::read_field_mark(pugi::xml_node mark) {
    const auto type = attribute_named(mark, "fldCharType");
    if (type == "begin") fields_.push_back(true);
    if (fields_.empty()) return;
    if (type == "separate") fields_.back() = false;
    if (type == "end") fields_.pop_back();
}

bool WordBlocks::is_field_code() const {
    return std::find(fields_.begin(), fields_.end(), true) != fields_.end();
}

void WordBlocks::read_boxes(pugi::xml_node parent, Blocks& into) {
    for (const auto child : parent.children()) {
        if (is_named(child, "AlternateContent")) {
            read_boxes(chosen(child), into);
        } else if (!is_named(child, "txbxContent")) {
            read_boxes(child, into);
        } else if (depth_ >= kDeepest) {
            too_deep_ = true;
        } else {
            ++depth_;
            auto outer = std::move(fields_);
            fields_.clear();
            read_blocks(child, into);
            fields_ = std::move(outer);
            --depth_;
        }
    }
}

void WordBlocks::read_table(pugi::xml_node table, Blocks& into) {
    if (depth_ >= kDeepest) {
        too_deep_ = true;
        return;
    }
    ++depth_;
    TextBlock block;
    block.kind = TextBlock::Kind::table;
    Blocks framed;  // what a table of one column holds
    Blocks nested;
    each_named(table, "tr", [&](pugi::xml_node row) {
        const auto row_properties = child_named(row, "trPr");
        if (child_named(row_properties, "del")) return;
        std::vector<std::string> cells(static_cast<std::size_t>(std::clamp(
            number_named(child_named(row_properties, "gridBefore"), "val", 0), 0, kMostColumns)));
        each_named(row, "tc", [&](pugi::xml_node cell) {
            const auto properties = child_named(cell, "tcPr");
            Blocks content;
            if (!goes_on(properties, "vMerge") && !goes_on(properties, "hMerge")) {
                read_blocks(cell, content);
            }
            std::string text;
            for (auto& inner : content) {
                framed.push_back(inner);
                if (inner.kind == TextBlock::Kind::table) {
                    nested.push_back(std::move(inner));
                    continue;
                }
                if (!text.empty()) text += '\n';
                text += inner.text;
            }
            cells.push_back(std::move(text));
            const int span = number_named(child_named(properties, "gridSpan"), "val", 1);
            cells.resize(cells.size() +
                         static_cast<std::size_t>(std::clamp(span, 1, kMostColumns) - 1));
        });
        block.table.rows.push_back(std::move(cells));
    });
    --depth_;
    if (is_single_column(block.table)) {
        into.insert(into.end(), framed.begin(), framed.end());
        return;
    }
    into.push_back(std::move(block));
    into.insert(into.end(), nested.begin(), nested.end());
}

void WordBlocks::add_text(std::string text, const WordLook& look, Paragraph& paragraph) {
    if (is_field_code() || text.empty()) return;
    if (!look.bold.value_or(false) && !trim(text).empty()) paragraph.all_bold = false;
    if (const auto encoding = encoding_of_font(look.font)) {
        in_old_fonts_[*encoding] += text + " ";
        if (std::find(decoded_.begin(), decoded_.end(), *encoding) != decoded_.end()) {
            text = decode_legacy(*encoding, with_valid_utf8(text));
            if (is_capitals_font(look.font)) text = to_upper(text);
        }
    }
    paragraph.text += text;
}

}  // namespace plantool
