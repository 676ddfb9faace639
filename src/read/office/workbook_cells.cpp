#include "read/office/workbook_cells.hpp"

#include <algorithm>

#include "read/office/package.hpp"
#include "read/office/sheet_cells.hpp"
#include "read/paper/clean_text.hpp"

namespace plantool {
namespace {

/// The strings and the formats; why not, where one of these parts is broken.
OrUnreadable<SharedContent> read_shared(const Package& package) {
    SharedContent out;
    const auto properties = child_named(package.root(), "workbookPr");
    const auto system = attribute_named(properties, "date1904");
    out.from_1904 = system == "1" || system == "true";
    if (const auto* const strings = package.of_kind("sharedStrings")) {
        const auto part = package.part(strings->target);
        if (readable(part) == nullptr) return why_unreadable(part);
        for (const auto item : readable(part)->root().children()) {
            if (is_named(item, "si")) out.strings.push_back(string_text(item));
        }
    }
    if (const auto* const styles = package.of_kind("styles")) {
        const auto part = package.part(styles->target);
        if (readable(part) == nullptr) return why_unreadable(part);
        out.formats = read_cell_formats(readable(part)->root());
    }
    return out;
}

/// The attribute is in a namespace of its own, and `sheetId` is another.
std::string_view relationship_of(pugi::xml_node sheet) {
    return attribute_named(sheet, "id");
}

}  // namespace

OrUnreadable<Workbook> read_workbook(std::string_view bytes) {
    const auto opened = Package::open(bytes, "workbook");
    const auto* const package = readable(opened);
    if (package == nullptr) return why_unreadable(opened);
    const auto shared = read_shared(*package);
    if (readable(shared) == nullptr) return why_unreadable(shared);
    Workbook out;
    for (const auto node : child_named(package->root(), "sheets").children()) {
        const auto* const target = package->of_id(relationship_of(node));
        // Charts and dialogues have sheets of their own.
        if (target == nullptr || target->kind != "worksheet") continue;
        const auto part = package->part(target->target);
        if (readable(part) == nullptr) return why_unreadable(part);
        const auto state = attribute_named(node, "state");
        out.sheets.push_back({clean_text(attribute_named(node, "name")),
                              state == "hidden" || state == "veryHidden",
                              read_cells(readable(part)->root(), *readable(shared))});
    }
    if (out.sheets.empty()) return UnreadablePaper{Unreadable::broken, "workbook"};
    return out;
}

std::string cell_name(int row, int column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return letters + std::to_string(row);
}

}  // namespace plantool
