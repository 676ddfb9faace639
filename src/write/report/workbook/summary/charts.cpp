#include "write/report/workbook/summary/charts.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <cmath>

namespace plantool::xlsx {
namespace {

lxw_chart_font font_of(double size, bool bold = false) {
    static char name[] = "Times New Roman";
    lxw_chart_font font{};
    font.name = name;
    font.size = size;
    font.bold = bold ? 1 : LXW_EXPLICIT_FALSE;
    return font;
}

/// Excel's number of a day.
double serial(Day day) {
    return whole_days(day - make_day(1899, 12, 30));
}

void set_fonts(lxw_chart* chart) {
    auto font = font_of(10);
    chart_axis_set_num_font(chart->x_axis, &font);
    chart_axis_set_num_font(chart->y_axis, &font);
    chart_legend_set_font(chart, &font);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
}

void set_titles(lxw_chart* chart, const std::string& title, const std::string& x,
                const std::string& y) {
    auto bold = font_of(12, true);
    auto plain = font_of(10);
    chart_title_set_name(chart, title.c_str());
    chart_title_set_name_font(chart, &bold);
    if (!x.empty()) chart_axis_set_name(chart->x_axis, x.c_str());
    if (!y.empty()) chart_axis_set_name(chart->y_axis, y.c_str());
    chart_axis_set_name_font(chart->x_axis, &plain);
    chart_axis_set_name_font(chart->y_axis, &plain);
}

/// Steps of whole reports, so that no axis counts halves: about five of them.
double step_of(double most) {
    return std::max(1.0, static_cast<double>(static_cast<int>((most + 4) / 5)));
}

void add_line(lxw_chart* chart, const std::string& days, const std::string& values,
              const std::string& name, lxw_color_t color, bool dashed) {
    auto* series = chart_add_series(chart, days.c_str(), values.c_str());
    chart_series_set_name(series, name.c_str());
    lxw_chart_line line{};
    line.color = color;
    line.width = 2.25F;
    line.dash_type = dashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
}

}  // namespace

lxw_chart* add_group_chart(const Context& context, const GroupChart& data) {
    // The colours of the sheets, and hatching that tells them apart in black and white.
    const std::array<lxw_color_t, 4> fills = {
        state_style(State::on_time).fill, state_style(State::late).fill,
        state_style(State::overdue).fill, lxw_color_t{0xF7F7F7}};
    constexpr std::array<std::uint8_t, 4> kPatterns = {
        LXW_CHART_PATTERN_NONE, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL,
        LXW_CHART_PATTERN_LIGHT_DOWNWARD_DIAGONAL, LXW_CHART_PATTERN_PERCENT_10};
    auto* chart = context.book.add_chart(LXW_CHART_BAR_STACKED);
    for (std::size_t i = 0; i < data.parts.size(); ++i) {
        const auto& part = data.parts.at(i);
        auto* series = chart_add_series(chart, data.names.c_str(), part.values.c_str());
        chart_series_set_name(series, part.name.c_str());
        if (kPatterns.at(i) == LXW_CHART_PATTERN_NONE) {
            lxw_chart_fill fill{};
            fill.color = fills.at(i);
            chart_series_set_fill(series, &fill);
        } else {
            lxw_chart_pattern pattern{};
            pattern.fg_color = 0x808080;
            pattern.bg_color = fills.at(i);
            pattern.type = kPatterns.at(i);
            chart_series_set_pattern(series, &pattern);
        }
        lxw_chart_line edge{};
        edge.color = 0x404040;
        edge.width = 0.75F;
        chart_series_set_line(series, &edge);
        chart_series_set_labels(series);
        chart_series_set_labels_num_format(series, "0;;");  // a part of nothing has no label
        auto font = font_of(10, true);
        chart_series_set_labels_font(series, &font);
    }
    set_fonts(chart);
    set_titles(chart, say(Word::groups_chart, context.language),
               say(Word::chart_reports, context.language), "");
    // Of a bar chart the library calls the vertical axis y, though it has the names.
    chart_axis_set_reverse(chart->y_axis);  // the first group on top, as in the table
    int most = 0;
    for (const auto& group : context.report.groups) most = std::max(most, group.summary.expected);
    chart_axis_set_major_unit(chart->x_axis, step_of(most));
    chart_axis_set_num_format(chart->x_axis, "0");
    chart_axis_set_min(chart->x_axis, 0);
    chart_axis_set_crossing_max(chart->y_axis);
    chart_axis_set_max(chart->x_axis, step_of(most) * std::ceil(std::max(1, most) / step_of(most)));
    chart_set_series_gap(chart, 50);
    return chart;
}

lxw_chart* add_receipt_chart(const Context& context, const std::string& days,
                             const std::string& due, const std::string& received) {
    const auto& points = context.report.receipt.points;
    auto* chart = context.book.add_chart(LXW_CHART_SCATTER_STRAIGHT);
    add_line(chart, days, due, say(Word::due_by_day, context.language), 0x7F7F7F, true);
    add_line(chart, days, received, say(Word::received, context.language), 0x1F4E79, false);
    set_fonts(chart);
    set_titles(chart, say(Word::receipt_chart, context.language),
               say(Word::chart_days, context.language), say(Word::chart_reports, context.language));
    chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
    const double first = serial(points.front().day);
    const double last = std::max(serial(points.back().day), first + 1);
    chart_axis_set_min(chart->x_axis, first);
    chart_axis_set_max(chart->x_axis, last);
    chart_axis_set_major_unit(chart->x_axis, step_of(last - first));
    chart_axis_set_num_format(chart->x_axis,
                              date_format(points.front().day, context.language).c_str());
    chart_axis_set_min(chart->y_axis, 0);
    const double step = step_of(context.report.receipt.expected);
    chart_axis_set_max(chart->y_axis,
                       step * std::ceil(std::max(1, context.report.receipt.expected) / step));
    chart_axis_set_major_unit(chart->y_axis, step);
    chart_axis_set_num_format(chart->y_axis, "0");
    return chart;
}

}  // namespace plantool::xlsx
