// The paper as it is signed: its parts and annexes, written out.

#include <array>

#include "write/report/context/context_entry.hpp"

namespace plantool::report_context_parts {
namespace {

constexpr std::array kRoman = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII"};

}  // namespace

void add_paper(const Context& c, Entry& out) {
    const auto paper = signed_paper(c.report, c.language);
    BlockSetting setting{.language = c.language, .plan_language = c.report.plan().head.language};
    for (const auto& annex : paper.annexes) {
        setting.anchors.emplace_back(annex.name, "annex-" + std::string(annex_id(annex.kind)));
    }
    const auto blocks = [&](const auto& of, const std::string& title, bool in_annex) {
        setting.in_annex = in_annex;
        setting.title = title;
        return c.markup.blocks(of.blocks, setting);
    };
    out.text("kind", paper.kind);
    out.text("about", paper.about);
    out.text("opening", paper.opening);
    out.text("closing", paper.closing);
    std::size_t number = 0;
    out.list("parts", paper.parts, [&](Entry& entry, const PaperPart& part) {
        entry.flag("on_standing", number == 0);
        entry.plain("roman", kRoman.at(number++));
        entry.text("heading", part.heading);
        entry.plain("body", blocks(part, part.heading, false));
    });
    out.text("attached", paper.attached);
    out.list("annexes", paper.annexes, [&](Entry& entry, const PaperAnnex& annex) {
        entry.plain("annex_id", std::string(annex_id(annex.kind)));
        entry.flag("for_leader", annex.kind == PaperAnnex::Kind::summary);
        entry.text("name", annex.name);
        entry.text("title", annex.title);
        entry.plain("body", blocks(annex, annex.title, true));
    });
}

}  // namespace plantool::report_context_parts
