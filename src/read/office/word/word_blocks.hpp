// The walk through the parts of a Word file.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "read/office/word/word_numbering.hpp"
#include "read/office/word/word_styles.hpp"
#include "read/office/xml.hpp"
#include "read/paper/paper_text.hpp"
#include "text/legacy.hpp"

namespace plantool {

class WordBlocks {
  public:
    /// `decoded`: the encodings of fonts from before Unicode whose text is in them indeed.
    WordBlocks(const WordStyles& styles, WordNumbering numbering,
               std::vector<LegacyEncoding> decoded)
        : styles_(styles), numbering_(std::move(numbering)), decoded_(std::move(decoded)) {}

    /// The blocks within a body, a page's head, or another part.
    std::vector<TextBlock> blocks_of(pugi::xml_node part);

    /// Whether tables lie deeper in one another than is read.
    bool is_too_deep() const { return too_deep_; }
    /// All that stood in fonts of an encoding.
    const std::map<LegacyEncoding, std::string>& in_old_fonts() const { return in_old_fonts_; }

  private:
    using Blocks = std::vector<TextBlock>;
    struct Paragraph {
        WordLook look;
        std::string text;
        bool all_bold = true;
        Blocks* boxes = nullptr;  ///< where text boxes go that hang on it
    };

    void read_blocks(pugi::xml_node parent, Blocks& into);
    void read_paragraph(pugi::xml_node node, Blocks& into);
    void read_inline(pugi::xml_node parent, Paragraph& paragraph);
    void read_run(pugi::xml_node run, Paragraph& paragraph);
    void read_run_content(pugi::xml_node parent, const WordLook& look, Paragraph& paragraph);
    void read_field_mark(pugi::xml_node mark);
    void read_boxes(pugi::xml_node parent, Blocks& into);
    void read_table(pugi::xml_node table, Blocks& into);
    void add_text(std::string text, const WordLook& look, Paragraph& paragraph);
    bool is_field_code() const;

    const WordStyles& styles_;
    WordNumbering numbering_;
    std::vector<LegacyEncoding> decoded_;
    std::map<LegacyEncoding, std::string> in_old_fonts_;
    std::vector<bool> fields_;  ///< the open ones: whether their code goes on
    int depth_ = 0;             ///< of tables and boxes
    bool too_deep_ = false;
};

}  // namespace plantool
