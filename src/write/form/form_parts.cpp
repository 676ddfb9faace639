#include "write/form/form_parts.hpp"

#include <fmt/format.h>

#include "core/submission/form_keys.hpp"

namespace plantool::form {

using xlsx::Row;
using xlsx::Style;

const Style& input_style() {
    static const Style style{.border = true, .fill = 0xFFF9DB, .unlocked = true};
    return style;
}

const Style& shut_style() {
    static const Style style{.border = true, .fill = 0xD0D0D0};
    return style;
}

const Style& label_style() {
    static const Style style{.bold = true, .border = true};
    return style;
}

const Style& plain_style() {
    static const Style style{};
    return style;
}

const Style& key_style() {
    static const Style style{.wrap = false};
    return style;
}

Style day_input_style() {
    return xlsx::with(input_style(), [](Style& s) {
        s.number = "dd/mm/yyyy";
        s.wrap = false;
    });
}

std::vector<std::string> titles_of(Word word, Language language) {
    constexpr std::string_view kBar = " | ";
    std::vector<std::string> titles;
    const auto all = say(word, language);
    std::size_t from = 0;
    while (from <= all.size()) {
        const auto bar = std::min(all.find(kBar, from), all.size());
        titles.push_back(all.substr(from, bar - from));
        from = bar + kBar.size();
    }
    return titles;
}

void add_key_sheet(xlsx::Book& book,
                   const std::vector<std::pair<std::string_view, std::string>>& keys) {
    auto sheet = book.add_sheet(kKeySheet, "", 0x808080);
    Row row = 0;
    for (const auto& [key, value] : keys) {
        sheet.text(row, 0, key, key_style());
        sheet.text(row, 1, value, key_style());
        ++row;
    }
    sheet.hide();
}

void set_properties(xlsx::Book& book, const std::string& title, Day as_of) {
    book.set_properties(
        {.title = title,
         .subject = {},
         .author = {},
         .company = {},
         .comments = fmt::format("plantool {}; as of {}", PLANTOOL_VERSION, format_date(as_of)),
         .created = as_of});
}

}  // namespace plantool::form
