#include "cli/import/letter_results.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "cli/papers/written_figure.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

/// `1.3` of `II.1.3`: without its first part; empty where there is none.
std::string_view without_chapter(std::string_view id) {
    const auto dot = id.find('.');
    return dot == std::string_view::npos ? std::string_view() : id.substr(dot + 1);
}

bool holds(const std::string& folded, std::string_view words) {
    return folded.find(fold_name(words)) != std::string::npos;
}

/// Which of the texts of a submission a heading opens; null where it is none of them.
std::string ComposedSubmission::*text_opened_by(const std::string& title) {
    const auto folded = fold_name(title);
    for (const auto* words : {"khó khăn", "hạn chế", "tồn tại", "vướng mắc"}) {
        if (holds(folded, words)) return &ComposedSubmission::difficulties;
    }
    for (const auto* words : {"kiến nghị", "đề xuất"}) {
        if (holds(folded, words)) return &ComposedSubmission::proposals;
    }
    // "Nhiệm vụ trọng tâm 6 tháng cuối năm", but not "Kết quả thực hiện nhiệm vụ 6 tháng cuối năm"
    const bool later =
        holds(folded, "tới") || (holds(folded, "cuối năm") && !holds(folded, "kết quả"));
    if ((holds(folded, "nhiệm vụ") && later) || holds(folded, "phương hướng"))
        return &ComposedSubmission::next;
    return nullptr;
}

class ResultReader {
  public:
    ResultReader(const Plan& plan, const std::vector<ObligationIx>& tasks, ComposedSubmission& out,
                 std::vector<Reason>& doubts)
        : plan_(plan), tasks_(tasks), out_(out), doubts_(doubts) {}

    void run(const PaperFacts& facts) {
        for (std::size_t i = 0; i < facts.sections.size(); ++i) {
            const auto& section = facts.sections[i];
            const bool parent =
                i + 1 < facts.sections.size() && gathers(section, facts.sections[i + 1]);
            enter(section, parent);
        }
        for (const auto& table : facts.annex_tables) read_figures(table);
        std::erase_if(out_.results, [](const ComposedResult& result) {
            return result.summary.empty() && result.figures.empty();
        });
    }

  private:
    struct Open {
        std::optional<ObligationIx> task;
        std::string ComposedSubmission::*text = nullptr;
        std::string path;
    };

    static bool is_below(std::string_view path, std::string_view above) {
        return !above.empty() && path.size() > above.size() && path.starts_with(above) &&
               path[above.size()] == '.';
    }

    /// Whether a heading gathers the next one. Letters do so too, and are in no path.
    static bool gathers(const PaperSection& section, const PaperSection& next) {
        const auto is_letter = [](const std::string& number) {
            return number.size() == 1 && number[0] >= 'A' && number[0] <= 'H';
        };
        const bool lettered = is_letter(section.number) && !next.number.empty();
        return is_below(next.path, section.path) || (lettered && !is_letter(next.number));
    }

    std::optional<ObligationIx> task_of(const PaperSection& section) const {
        const auto by = [&](const auto& judge) -> std::optional<ObligationIx> {
            std::optional<ObligationIx> found;
            for (const auto task : tasks_) {
                if (!judge(plan_.obligations[task])) continue;
                if (found) return std::nullopt;
                found = task;
            }
            return found;
        };
        const auto is = [](const Obligation& o, std::string_view number) {
            return !number.empty() && o.id.value == number;
        };
        if (auto task = by([&](const auto& o) { return is(o, section.number); })) return task;
        if (auto task = by([&](const auto& o) { return is(o, section.path); })) return task;
        if (!section.title.empty()) {
            const auto title = fold_name(section.title);
            if (auto task = by([&](const auto& o) { return fold_name(o.title.value) == title; })) {
                return task;
            }
        }
        // A single number says too little without those around it.
        if (section.number.find('.') == std::string::npos) return std::nullopt;
        return by([&](const auto& o) { return without_chapter(o.id.value) == section.number; });
    }

    void enter(const PaperSection& section, bool parent) {
        const bool nested = is_below(section.path, open_.path);
        const bool within_text = open_.text != nullptr && nested;
        if (!section.heading.empty() && !within_text) {
            if (const auto text = text_opened_by(section.title); text != nullptr) {
                open_ = {std::nullopt, text, section.path};
                return add_content(section);
            }
            if (const auto task = task_of(section)) {
                open_ = {task, nullptr, section.path};
                return add_content(section);
            }
            const bool numbered = !section.path.empty();
            if (numbered && !nested) open_ = {std::nullopt, nullptr, {}};
        }
        const auto& tables = section.tables;
        const bool figures =
            !tables.empty() && std::all_of(tables.begin(), tables.end(), [&](const auto& table) {
                return !figures_in(table).rows.empty();
            });
        // A heading that only gathers others, or stands over figures alone, says nothing by itself.
        const bool silent = section.paragraphs.empty() && (figures || (tables.empty() && parent));
        if (!silent && !section.heading.empty()) {
            const bool goes_on = section.run_in && !section.paragraphs.empty();
            add(goes_on ? section.heading + " " + section.paragraphs.front() : section.heading);
            return add_content(section, goes_on ? 1 : 0);
        }
        add_content(section);
    }

    void add_content(const PaperSection& section, std::size_t from = 0) {
        for (auto i = from; i < section.paragraphs.size(); ++i) add(section.paragraphs[i]);
        for (const auto& table : section.tables) {
            if (!read_figures(table)) add_as_text(table);
        }
    }

    void add(std::string_view paragraph) {
        const auto text = trim(paragraph);
        if (text.empty()) return;
        auto& into = target();
        if (!into.empty()) into += "\n";
        into += text;
    }

    std::string& target() {
        if (open_.text != nullptr) return out_.*open_.text;
        const auto id =
            open_.task ? std::optional(plan_.obligations[*open_.task].id.value) : std::nullopt;
        return out_.result_of(id).summary;
    }

    void add_as_text(const TableText& table) {
        for (const auto& row : table.rows) {
            std::string line;
            for (const auto& cell : row) {
                if (!trim(cell).empty())
                    line += (line.empty() ? "" : " | ") + std::string(trim(cell));
            }
            std::replace(line.begin(), line.end(), '\n', ' ');
            add(line);
        }
    }

    const Indicator* indicator_called(const std::string& cell) const {
        const auto written = fold_name(cell);
        if (written.empty()) return nullptr;
        for (const auto& indicator : plan_.indicators) {
            const auto name = fold_name(indicator.name.value);
            const auto with_unit =
                fold_name(indicator.name.value + " (" + indicator.unit.value + ")");
            if (written == name || written == with_unit ||
                written == fold_name(indicator.id.value)) {
                return &indicator;
            }
        }
        return nullptr;
    }

    std::optional<ObligationIx> task_called(const std::string& cell) const {
        auto text = std::string(trim(cell));
        while (!text.empty() && (text.back() == '.' || text.back() == ':')) text.pop_back();
        PaperSection section;
        section.title = text;
        section.number = text.substr(0, text.find(' '));
        while (!section.number.empty() && section.number.back() == '.') section.number.pop_back();
        return task_of(section);
    }

    using Columns = std::map<std::size_t, const Indicator*>;

    Columns columns_of(const std::vector<std::string>& header) const {
        Columns columns;
        for (std::size_t at = 0; at < header.size(); ++at) {
            if (const auto* indicator = indicator_called(header[at])) columns[at] = indicator;
        }
        return columns;
    }

    /// What a table gives: its columns of indicators, and the rows of tasks. No rows: no figures.
    struct FigureTable {
        Columns columns;
        std::vector<std::pair<const std::vector<std::string>*, ObligationIx>> rows;
    };

    /// A table whose header names indicators and whose first columns name tasks. A title over
    /// several columns may stand above their names, which are in the second or third row then.
    FigureTable figures_in(const TableText& table) const {
        constexpr std::size_t kMostHeaderRows = 3;
        FigureTable out;
        std::size_t at = 0;
        while (out.columns.empty() && at < std::min(table.rows.size(), kMostHeaderRows)) {
            out.columns = columns_of(table.rows[at++]);
        }
        if (out.columns.empty()) return out;
        for (; at < table.rows.size(); ++at) {
            const auto task = task_in(table.rows[at], out.columns.begin()->first);
            if (task) out.rows.emplace_back(&table.rows[at], *task);
        }
        return out;
    }

    bool read_figures(const TableText& table) {
        const auto found = figures_in(table);
        for (const auto& [row, task] : found.rows) read_row(*row, task, found.columns);
        return !found.rows.empty();
    }

    /// The cells before the figures: a number of its own may stand first.
    std::optional<ObligationIx> task_in(const std::vector<std::string>& row,
                                        std::size_t most) const {
        for (std::size_t at = 0; at < std::min(most, row.size()); ++at) {
            if (const auto task = task_called(row[at])) return task;
        }
        return std::nullopt;
    }

    void read_row(const std::vector<std::string>& row, ObligationIx task, const Columns& columns) {
        const auto& id = plan_.obligations[task].id.value;
        for (const auto& [column, indicator] : columns) {
            if (column >= row.size()) continue;
            auto figure =
                written_figure(figure_in_text(row[column], is_percent(*indicator)), *indicator);
            if (figure.absent) continue;
            if (figure.number.empty()) {
                doubts_.push_back({"results/" + id + "/figures/" + indicator->id.value,
                                   refusal_of(row[column], *indicator, std::move(figure.fault))});
                continue;
            }
            out_.result_of(id).figures.push_back({indicator->id.value, figure.number, true});
        }
    }

    const Plan& plan_;
    const std::vector<ObligationIx>& tasks_;
    ComposedSubmission& out_;
    std::vector<Reason>& doubts_;
    Open open_;
};

}  // namespace

void read_results(const Plan& plan, const std::vector<ObligationIx>& tasks, const PaperFacts& facts,
                  ComposedSubmission& out, std::vector<Reason>& doubts) {
    ResultReader(plan, tasks, out, doubts).run(facts);
}

}  // namespace plantool
