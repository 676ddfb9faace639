#include "write/kit/book/book_style.hpp"

namespace plantool::xlsx {

const Style& title_style() {
    static const Style style{.bold = true, .align = Align::center, .middle = true, .size = 14};
    return style;
}

const Style& heading_style() {
    static const Style style{.bold = true, .middle = true, .size = 13};
    return style;
}

const Style& header_style() {
    static const Style style{
        .bold = true, .border = true, .align = Align::center, .middle = true, .fill = 0xD9E2EC};
    return style;
}

const Style& cell_style() {
    static const Style style{.border = true, .middle = true};
    return style;
}

const Style& number_style() {
    static const Style style{
        .wrap = false, .border = true, .align = Align::right, .middle = true, .number = "#,##0"};
    return style;
}

const Style& link_style() {
    static const Style style{
        .underline = true, .wrap = false, .middle = true, .size = 10, .ink = 0x1F4E79};
    return style;
}

Style state_style(State state) {
    Style style = with(cell_style(), [](Style& s) {
        s.align = Align::center;
        s.middle = true;
    });
    const auto paint = [&](lxw_color_t fill, bool bold) {
        style.fill = fill;
        style.bold = bold;
    };
    switch (state) {
        case State::on_time:
        case State::active:
            paint(0xE6F4E6, false);
            break;
        case State::late:
            paint(0xFFD98A, true);
            break;
        case State::overdue:
            paint(0xE07B54, true);
            break;
        case State::missing:
            paint(0x8B1A1A, true);
            style.ink = LXW_COLOR_WHITE;
            break;
        case State::due_soon:
        case State::quiet:
            paint(0xFFF3C4, false);
            style.italic = true;
            break;
        case State::waived:
            paint(0xE3E3E3, false);
            style.italic = true;
            break;
        case State::open:
        case State::upcoming:
            break;
    }
    return style;
}

std::string percent_format() {
    return "[=1]0%;0.0%";
}

std::string number_format(int decimals) {
    return decimals == 0 ? "#,##0"
                         : "#,##0." + std::string(static_cast<std::size_t>(decimals), '0');
}

}  // namespace plantool::xlsx
