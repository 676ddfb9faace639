#include <array>

#include "write/report/json_parts.hpp"
#include "write/report/paper/paper.hpp"

namespace plantool {
namespace {

class PaperPartWriter : private JsonPart {
  public:
    using JsonPart::JsonPart;

    void write(Language language) {
        const auto paper = signed_paper(report_, language);
        json_.key("paper");
        json_.begin_object(Layout::lines);
        json_.member("language", language_id(language));
        json_.text_or_null("kind", paper.kind);
        json_.member("about", paper.about);
        json_.member("opening", paper.opening);
        objects("parts", paper.parts, [&](const PaperPart& part) {
            json_.member("heading", part.heading);
            blocks(part.blocks);
        });
        json_.member("closing", paper.closing);
        objects("annexes", paper.annexes, [&](const PaperAnnex& annex) {
            json_.member("annex", annex_id(annex.kind));
            json_.member("name", annex.name);
            json_.member("title", annex.title);
            blocks(annex.blocks);
        });
        json_.end_object();
    }

  private:
    void blocks(const std::vector<PaperBlock>& all) {
        static constexpr std::array<std::string_view, 6> kKinds = {
            "heading", "paragraph", "paragraph", "item", "remark", "table"};
        objects("blocks", all, [&](const PaperBlock& block) {
            json_.member("kind", kKinds.at(static_cast<std::size_t>(block.kind)));
            if (block.kind == PaperBlock::Kind::table) return table(block.table);
            json_.text_or_null("lead", block.lead);
            json_.member("text", block.text);
        });
    }

    void table(const PaperTable& of) {
        json_.key("columns");
        json_.begin_array();
        for (const auto& column : of.columns) json_.value(column.heading);
        json_.end_array();
        list("rows", of.rows, [&](const auto& row) {
            json_.begin_array();
            for (const auto& cell : row) json_.value(cell);
            json_.end_array();
        });
    }
};

}  // namespace

void write_paper(const Report& report, Language language, JsonWriter& json) {
    PaperPartWriter(report, json).write(language);
}

}  // namespace plantool
