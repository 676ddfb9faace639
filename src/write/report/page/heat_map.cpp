#include "write/report/page/heat_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "text/words.hpp"
#include "write/kit/html_escape.hpp"
#include "write/report/page/html_blocks.hpp"
#include "write/report/shared_texts.hpp"

namespace plantool {
namespace {

class HeatMap {
  public:
    HeatMap(const Report& report, Language language)
        : report_(report),
          table_(report.timeliness),
          language_(language),
          lang_(lang_attribute(language, report.plan().head.language)) {
        // Who reads on a telephone sees the first of them alone.
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            (table_.columns[i].of_report ? own_ : others_).push_back(i);
        }
    }

    std::string run() {
        constexpr std::size_t kMostInWords = 8;
        letters_ = table_.columns.size() > kMostInWords;
        const auto caption = escape_html(say(Word::map_caption, language_));
        out_ = fmt::format(
            "<div class=\"scroll tall\" role=\"region\" aria-label=\"{0}\" tabindex=\"0\">"
            "<table class=\"sortable map{1}\">\n<caption>{0}</caption>\n",
            caption, letters_ ? " letters" : "");
        header();
        out_ += "<tbody>\n";
        for (const auto& row : table_.rows) agency(row);
        out_ += "</tbody>\n";
        rates();
        return std::move(out_) + "</table></div>\n";
    }

  private:
    static std::string percent(std::optional<int> rate, Language language) {
        return rate ? format_percent(*rate, language) : "–";
    }

    void column(std::size_t i) {
        const auto& slot = report_.schedule().slots[table_.columns[i].slot];
        const auto& o = report_.plan().obligations[slot.obligation];
        const bool once = o.cadence.value == Cadence::once;
        out_ += fmt::format(
            "<th scope=\"col\"><span{}>{}</span><span class=\"sub\">{}{} {}</span></th>", lang_,
            escape_html(obligation_label(o)),
            once ? ""
                 : escape_html(slot_period(report_, table_.columns[i].slot, language_)) + " · ",
            escape_html(say(Word::due, language_)), short_date(slot.due.due, language_));
    }

    void rate_headings() {
        for (const auto word : {Word::reporting_rate, Word::on_time_rate}) {
            out_ += fmt::format("<th scope=\"col\" class=\"count\">{}</th>",
                                escape_html(say(word, language_)));
        }
    }

    void header() {
        out_ += fmt::format("<thead><tr><th scope=\"col\" class=\"who\">{}</th>",
                            escape_html(say(Word::agency_or_unit, language_)));
        for (const auto i : own_) column(i);
        rate_headings();
        for (const auto i : others_) column(i);
        out_ += "</tr></thead>\n";
    }

    void cell(const std::optional<StatusRow>& status) {
        if (!status) {
            out_ += "<td></td>";
            return;
        }
        const auto id = info(status->state).id;
        const auto label = state_label(status->state, language_);
        const int late = status->days_late.value_or(0);
        if (letters_) {
            out_ += fmt::format("<td class=\"state {}\"><abbr title=\"{}\">{}</abbr></td>", id,
                                escape_html(label), escape_html(state_mark(*status, language_)));
        } else if (late > 0) {
            out_ += fmt::format("<td class=\"state {}\">{}, {}</td>", id, escape_html(label),
                                escape_html(say_count(Word::days, language_, late)));
        } else {
            out_ += fmt::format("<td class=\"state {}\">{}</td>", id, escape_html(label));
        }
    }

    void agency(const Timeliness::Row& row) {
        int urgency = 0;
        for (const auto& status : row.cells) {
            const bool owed =
                status && (status->state == State::overdue || status->state == State::missing);
            if (owed) urgency = std::max(urgency, status->days_late.value_or(0));
        }
        std::string states;
        for (const auto i : own_) {
            if (!row.cells[i]) continue;
            states += fmt::format("{}{}", states.empty() ? "" : " ", info(row.cells[i]->state).id);
        }
        out_ +=
            fmt::format("<tr data-states=\"{}\" data-urgency=\"{}\"><th scope=\"row\"{}>{}</th>",
                        states, urgency, lang_, escape_html(agency_name(report_, row.agency)));
        for (const auto i : own_) cell(row.cells[i]);
        out_ += fmt::format("<td class=\"count\">{}</td><td class=\"count\">{}</td>",
                            percent(row.summary.reporting_rate(), language_),
                            percent(row.summary.on_time_rate(), language_));
        for (const auto i : others_) cell(row.cells[i]);
        out_ += "</tr>\n";
    }

    void rates() {
        out_ += "<tfoot>\n";
        rate_row(Word::reporting_rate, &Summary::reporting_rate);
        rate_row(Word::on_time_rate, &Summary::on_time_rate);
        out_ += "</tfoot>";
    }

    void rate_row(Word name, std::optional<int> (Summary::*rate)() const) {
        out_ += fmt::format("<tr><th scope=\"row\">{}</th>", escape_html(say(name, language_)));
        const auto add = [&](std::size_t i) {
            out_ += fmt::format("<td class=\"count\">{}</td>",
                                percent((table_.columns[i].summary.*rate)(), language_));
        };
        for (const auto i : own_) add(i);
        out_ += "<td></td><td></td>";
        for (const auto i : others_) add(i);
        out_ += "</tr>\n";
    }

    const Report& report_;
    const Timeliness& table_;
    Language language_;
    std::string lang_;
    std::vector<std::size_t> own_;
    std::vector<std::size_t> others_;
    bool letters_ = false;
    std::string out_;
};

}  // namespace

std::string heat_map(const Report& report, Language language) {
    return report.timeliness.rows.empty() ? std::string() : HeatMap(report, language).run();
}

}  // namespace plantool
