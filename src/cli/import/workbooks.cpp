#include "cli/import/workbooks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/import/form_sheet.hpp"
#include "cli/import/sheet_table.hpp"
#include "cli/import/sheet_values.hpp"
#include "cli/import/unreadable_reason.hpp"
#include "core/submission/figure.hpp"
#include "core/submission/form_keys.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

const Plan& plan_named(const Session& session, const std::string& id) {
    for (const auto& plan : session.plans) {
        if (plan->plan.head.id.value == id) return plan->plan;
    }
    return session.plans.front()->plan;
}

const Indicator* indicator_named(const Plan& plan, const std::string& id) {
    const auto found = plan.indicator_ids.find(id);
    return found == plan.indicator_ids.end() ? nullptr : &plan.indicators[found->second];
}

/// Where a plan is the only one that is known, a submission need not name it.
std::string plan_to_name(const Session& session, const std::string& id) {
    const bool only = session.plans.size() == 1 && session.plans.front()->plan.head.id.value == id;
    return only ? std::string() : id;
}

/// Puts values of cells under keys of a submission, and notes where they stand.
class SheetReader {
  public:
    SheetReader(const KeyedSheet& sheet, Incoming& out) : sheet_(sheet), out_(out) {}

    void text(const SheetCell* cell, const std::string& field, std::string& into) {
        if (cell == nullptr) return;
        into = sheet_text(*cell);
        note(*cell, field);
    }

    void value(const SheetCell* cell, const std::string& field,
               SheetValue (*read)(const SheetCell&), std::string& into) {
        if (cell != nullptr) put(*cell, field, read(*cell), into);
    }

    void figure(const SheetCell& cell, const std::string& id, const Indicator* indicator,
                std::size_t index, ComposedResult& result) {
        std::string number;
        const auto field = fmt::format("results/{}/figures/{}", index, id);
        if (indicator != nullptr) {
            put(cell, field, sheet_figure(cell, *indicator), number);
        } else {
            text(&cell, field, number);
        }
        if (!number.empty()) result.figures.push_back({id, number, is_json_number(number)});
    }

    void doubt(const SheetCell& cell, const std::string& field, Message message) {
        out_.doubts.push_back({field,
                               {Word::cell_of_sheet, sheet_.name(),
                                cell_name(cell.row, cell.column), std::move(message)}});
    }

  private:
    void put(const SheetCell& cell, const std::string& field, SheetValue value, std::string& into) {
        note(cell, field);
        if (auto* message = std::get_if<Message>(&value)) {
            doubt(cell, field, std::move(*message));
        } else {
            into = std::get<std::string>(std::move(value));
        }
    }

    void note(const SheetCell& cell, const std::string& field) {
        out_.places[field] = {sheet_.name(), cell_name(cell.row, cell.column)};
    }

    const KeyedSheet& sheet_;
    Incoming& out_;
};

// ---- forms

/// The column of the row keys, which are in the first one unless a column was put before it.
int key_column(const KeyedSheet& sheet) {
    std::map<int, int> hits;
    for (const auto row : sheet.rows()) {
        for (int column = 1; column <= 10; ++column) {
            const auto* cell = sheet.at(row, column);
            if (cell == nullptr) continue;
            const auto key = trim(cell->text);
            if (key == form::kNumber || key == form::kDifficulties || key == form::kProposals) {
                ++hits[column];
            }
        }
    }
    constexpr int kEnough = 2;
    for (const auto& [column, count] : hits) {
        if (count >= kEnough) return column;
    }
    return 1;
}

class FormReader {
  public:
    FormReader(const KeyedSheet& sheet, const Plan& plan, Incoming& out)
        : sheet_(sheet), plan_(plan), out_(out), reader_(sheet, out), keys_(key_column(sheet)) {}

    void run() {
        for (const auto row : sheet_.rows()) {
            const auto* key = sheet_.at(row, keys_);
            if (key != nullptr && !trim(key->text).empty())
                read_row(row, std::string(trim(key->text)));
        }
        const auto& s = out_.submission;
        const bool empty = s.results.empty() && !s.nil && s.difficulties.empty() &&
                           s.proposals.empty() && s.next.empty() && s.document_number.empty() &&
                           s.document_date.empty();
        if (empty) out_.doubts.push_back({"", {Word::form_is_empty}});
    }

  private:
    void read_row(int row, const std::string& key) {
        auto& s = out_.submission;
        const auto* value = sheet_.at(row, form::kValue);
        if (key == form::kNumber) return single(value, "document/number", s.document_number);
        if (key == form::kDifficulties) return single(value, "difficulties", s.difficulties);
        if (key == form::kProposals) return single(value, "proposals", s.proposals);
        if (key == form::kNext) return single(value, "next", s.next);
        if (key == form::kNote) return single(value, "note", s.note);
        if (key == form::kDate) {
            return reader_.value(value, "document/date", &sheet_day, s.document_date);
        }
        if (key == form::kNil) {
            std::string nil;
            reader_.value(value, "nil", &sheet_flag, nil);
            s.nil = s.nil || !nil.empty();
            return;
        }
        read_result(row, key);
    }

    void single(const SheetCell* cell, const std::string& field, std::string& into) {
        if (cell == nullptr || trim(cell->text).empty()) return;
        if (!into.empty()) return reader_.doubt(*cell, field, {Word::row_twice, field});
        reader_.text(cell, field, into);
    }

    void read_result(int row, const std::string& key) {
        auto& results = out_.submission.results;
        ComposedResult result;
        if (key != form::kWhole) result.task = key;
        const auto index = results.size();
        reader_.text(sheet_.at(row, form::kSummary), fmt::format("results/{}/summary", index),
                     result.summary);
        for (const auto& [id, column] : sheet_.columns()) {
            if (id == form::kValue || id == form::kSummary || column == keys_) continue;
            const auto* cell = sheet_.at(row, column);
            const auto* indicator = indicator_named(plan_, id);
            const bool is_id = id.find(' ') == std::string::npos;
            if (cell == nullptr || (indicator == nullptr && !is_id)) continue;
            reader_.figure(*cell, id, indicator, index, result);
        }
        if (result.summary.empty() && result.figures.empty()) return;
        order(result);
        results.push_back(std::move(result));
    }

    /// As the plan lists its indicators, not as columns are called.
    void order(ComposedResult& result) const {
        const auto rank = [&](const ComposedFigure& figure) {
            const auto found = plan_.indicator_ids.find(figure.indicator);
            return found == plan_.indicator_ids.end() ? plan_.indicators.size() : found->second;
        };
        std::stable_sort(result.figures.begin(), result.figures.end(),
                         [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    }

    const KeyedSheet& sheet_;
    const Plan& plan_;
    Incoming& out_;
    SheetReader reader_;
    int keys_;
};

// ---- the register

bool has_text(const SheetCell* cell) {
    return cell != nullptr && !trim(cell->text).empty();
}

void read_line(const KeyedSheet& sheet, int row, Incoming& out) {
    SheetReader reader(sheet, out);
    auto& s = out.submission;
    reader.text(sheet.at(row, "agency"), "agency", s.agency);
    reader.text(sheet.at(row, "obligation"), "obligation", s.obligation);
    reader.text(sheet.at(row, "period"), "period", s.period);
    reader.text(sheet.at(row, "document_number"), "document/number", s.document_number);
    reader.text(sheet.at(row, "via"), "via", s.via);
    reader.text(sheet.at(row, "note"), "note", s.note);
    reader.value(sheet.at(row, "received"), "received", &sheet_day, s.received);
    reader.value(sheet.at(row, "document_date"), "document/date", &sheet_day, s.document_date);
    std::string nil;
    reader.value(sheet.at(row, "nil"), "nil", &sheet_flag, nil);
    s.nil = !nil.empty();
}

class WorkbookReader {
  public:
    WorkbookReader(const PaperFile& paper, const Session& session, const IncomingSink& sink)
        : paper_(paper), session_(session), sink_(sink) {}

    void run(const Workbook& book, std::string_view bytes) {
        const auto keys = workbook_keys(book);
        const auto format = keys.find("format");
        if (format != keys.end() && format->second == form::kFormFormat) {
            const auto sheet = KeyedSheet::find(book, {form::kValue, form::kSummary});
            if (sheet) return read_form(*sheet, keys, bytes);
        }
        if (format != keys.end() && format->second == form::kRegisterFormat) {
            const auto sheet = KeyedSheet::find(book, {"agency", "obligation", "received"});
            if (sheet) return read_register(*sheet, keys);
        }
        if (read_sheet_table(book, base(), session_, sink_)) return;
        sink_(settled(Outcome::unreadable, paper_.source, paper_.part,
                      {{"", {Word::no_keys_no_header}}}));
    }

  private:
    Incoming base() const {
        Incoming out;
        out.source = paper_.source;
        out.part = paper_.part;
        out.stem = std::filesystem::path(paper_.name).stem().generic_string();
        out.submission.received = paper_.received;
        out.submission.via = paper_.via;
        return out;
    }

    static std::string value_of(const std::map<std::string, std::string>& keys, const char* key) {
        const auto found = keys.find(key);
        return found == keys.end() ? std::string() : found->second;
    }

    void read_form(const KeyedSheet& sheet, const std::map<std::string, std::string>& keys,
                   std::string_view bytes) {
        auto out = base();
        const auto plan = value_of(keys, "plan");
        out.submission.plan = plan_to_name(session_, plan);
        out.submission.agency = value_of(keys, "agency");
        out.submission.obligation = value_of(keys, "obligation");
        out.submission.period = value_of(keys, "period");
        out.papers.push_back(paper_copy(paper_.name, std::string(bytes)));
        out.sha256 = out.papers.front().sha256;
        FormReader(sheet, plan_named(session_, plan), out).run();
        sink_(std::move(out));
    }

    void read_register(const KeyedSheet& sheet, const std::map<std::string, std::string>& keys) {
        const auto plan = plan_to_name(session_, value_of(keys, "plan"));
        bool any = false;
        for (const auto row : sheet.rows()) {
            if (!has_text(sheet.at(row, "received"))) continue;
            // The line of titles below the keys has words in every column, and no ids.
            if (!has_text(sheet.at(row, "agency")) && is_title(sheet, row)) continue;
            any = true;
            auto out = base();
            const auto place = fmt::format("{}!{}", sheet.name(), row);
            out.part = paper_.part.empty() ? place : paper_.part + ": " + place;
            out.submission.plan = plan;
            const auto* own = sheet.at(row, form::kRegisterPlan);
            if (has_text(own)) out.submission.plan = plan_to_name(session_, sheet_text(*own));
            read_line(sheet, row, out);
            sink_(std::move(out));
        }
        if (any) return;
        sink_(settled(Outcome::not_a_report, paper_.source, paper_.part));
    }

    static bool is_title(const KeyedSheet& sheet, int row) {
        const auto* received = sheet.at(row, "received");
        return received->kind == SheetCell::Kind::text &&
               std::holds_alternative<Message>(sheet_day(*received));
    }

    const PaperFile& paper_;
    const Session& session_;
    const IncomingSink& sink_;
};

}  // namespace

void read_workbook_paper(const PaperFile& paper, const Workbook& book, std::string_view bytes,
                         const Session& session, const IncomingSink& sink) {
    WorkbookReader(paper, session, sink).run(book, bytes);
}

void read_workbook_paper(const PaperFile& paper, std::string_view bytes, const Session& session,
                         const IncomingSink& sink) {
    const auto read = read_workbook(bytes);
    if (const auto* book = readable(read)) {
        return read_workbook_paper(paper, *book, bytes, session, sink);
    }
    sink(settled(Outcome::unreadable, paper.source, paper.part, {reason_of(why_unreadable(read))}));
}

}  // namespace plantool
