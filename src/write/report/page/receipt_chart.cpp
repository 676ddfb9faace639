#include "write/report/page/receipt_chart.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/words.hpp"
#include "write/kit/html_escape.hpp"

namespace plantool {
namespace {

// The plot: across in percent, down in pixels. Around it is room for the numbers and days.
constexpr double kLeft = 9;
constexpr double kRight = 97;
constexpr int kTop = 28;
constexpr int kBottom = 232;

class Chart {
  public:
    Chart(const Report& report, Language language)
        : curve_(report.receipt), language_(language), as_of_(report.as_of()) {
        const auto& points = curve_.points;
        from_ = points.front().day;
        length_ = std::max(1, whole_days(points.back().day - from_));
        top_ = std::max({1, curve_.expected, points.back().due});
    }

    std::string draw() && {
        out_ = fmt::format("<svg class=\"chart\" role=\"img\" aria-label=\"{}\">\n", summary());
        grid();
        due_days();
        line("due-line", [](const Point& point) { return std::optional(point.due); });
        line("received-line", [](const Point& point) { return point.received; });
        days();
        return out_ + "</svg>";
    }

  private:
    using Point = ReceiptCurve::Point;

    double x(Day day) const { return kLeft + (kRight - kLeft) * whole_days(day - from_) / length_; }
    double y(int reports) const {
        return kBottom - static_cast<double>(kBottom - kTop) * reports / top_;
    }
    int received() const {
        int reports = 0;
        for (const auto& point : curve_.points) reports = point.received.value_or(reports);
        return reports;
    }

    std::string summary() const {
        return escape_html(say(Word::chart_summary, language_, official_date(as_of_, language_),
                               received(), curve_.expected));
    }

    void text(double across, double down, std::string_view anchor, std::string_view words,
              std::string_view look = "") {
        out_ += fmt::format("<text x=\"{:.2f}%\" y=\"{:.1f}\" text-anchor=\"{}\"{}>{}</text>\n",
                            across, down, anchor, look, words);
    }

    /// Lines at nothing, half and all of the reports.
    void grid() {
        std::vector<int> marks{0, top_};
        if (top_ % 2 == 0) marks.insert(marks.begin() + 1, top_ / 2);
        for (const int reports : marks) {
            out_ += fmt::format(
                "<line class=\"grid\" x1=\"{:.2f}%\" x2=\"{:.2f}%\" y1=\"{:.1f}\" "
                "y2=\"{:.1f}\"/>\n",
                kLeft, kRight, y(reports), y(reports));
            text(kLeft - 1.5, y(reports) + 4, "end", format_integer(reports, language_));
        }
    }

    /// A line at each due day. Most reports are due on one; its line bears the words.
    void due_days() {
        Day main = curve_.due_days.front();
        int most = 0;
        int before = 0;
        for (const auto& point : curve_.points) {
            if (point.due - before > most) {
                most = point.due - before;
                main = point.day;
            }
            before = point.due;
        }
        for (const auto day : curve_.due_days) {
            out_ += fmt::format(
                "<line class=\"day\" x1=\"{0:.2f}%\" x2=\"{0:.2f}%\" y1=\"{1}\" y2=\"{2}\"/>\n",
                x(day), kTop - 8, kBottom);
        }
        const auto words =
            fmt::format("{} {}", say(Word::due, language_), short_date(main, language_));
        const double at = x(main);
        text(at, kTop - 14, at < 30 ? "start" : at > 70 ? "end" : "middle", words);
    }

    template <class Value>
    void line(std::string_view look, Value value) {
        const Point* last = nullptr;
        for (const auto& point : curve_.points) {
            if (!value(point)) break;
            if (last != nullptr) {
                out_ += fmt::format(
                    "<line class=\"{}\" x1=\"{:.2f}%\" y1=\"{:.1f}\" x2=\"{:.2f}%\" "
                    "y2=\"{:.1f}\"/>\n",
                    look, x(last->day), y(*value(*last)), x(point.day), y(*value(point)));
            }
            last = &point;
        }
    }

    /// The first and the last day below, and how many had come by as-of.
    void days() {
        const auto& points = curve_.points;
        text(kLeft, kBottom + 22, "start", short_date(from_, language_));
        text(kRight, kBottom + 22, "end", short_date(points.back().day, language_));
        if (as_of_ < from_) return;
        const double at = x(std::min(as_of_, points.back().day));
        text(std::max(at, kLeft + 3), std::max(y(received()) - 8, 12.0), at > 60 ? "end" : "start",
             format_integer(received(), language_), " class=\"value\"");
    }

    const ReceiptCurve& curve_;
    Language language_;
    Day as_of_;
    Day from_;
    int length_ = 1;
    int top_ = 1;
    std::string out_;
};

}  // namespace

std::string receipt_chart(const Report& report, Language language) {
    if (report.receipt.points.empty()) return "";
    return Chart(report, language).draw();
}

}  // namespace plantool
