#include "read/submission/csv/csv_columns.hpp"

#include <algorithm>

#include "text/labels.hpp"
#include "text/string_map.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

bool is_empty(const std::vector<TextView>& fields, std::size_t from = 0) {
    return std::all_of(fields.begin() + static_cast<std::ptrdiff_t>(from), fields.end(),
                       [](const TextView& field) { return field.empty(); });
}

bool is_header(const std::vector<TextView>& fields) {
    constexpr std::size_t kEnough = 3;  // the columns that no header may lack
    std::size_t names = 0;
    for (const auto& field : fields) {
        if (!field.empty() && is_csv_column(field.value) && ++names == kEnough) return true;
    }
    return false;
}

/// As the office would call it.
Message show_delimiter(char delimiter) {
    if (delimiter == '\t') return {Word::delimiter_tab};
    return {Word::delimiter_mark, std::string(1, delimiter)};
}

}  // namespace

CsvColumns::CsvColumns(const Source& header, const IndicatorNames* indicators) : header_(header) {
    if (check_utf8(header, whole(header), kSubmissionShape, faults_)) read_names(indicators);
}

void CsvColumns::read_names(const IndicatorNames* indicators) {
    const auto text = header_.text();
    const auto head = csv_head(text, true);
    if (head.names == text.size()) {
        return fault({&header_, 0, 0},
                     text.empty() ? Message(Word::csv_empty) : Message(Word::csv_without_header),
                     {Word::first_line_names_columns});
    }
    delimiter_ = head.delimiter.value_or(csv_delimiter(text.substr(head.names)));
    if (kCsvDelimiters.find(delimiter_) == std::string_view::npos) {
        return fault({&header_, 0, 5}, {Word::cannot_part_fields, std::string(1, delimiter_)},
                     {Word::part_fields_by});
    }
    record_.emplace(header_, delimiter_, head.names);
    if (record_->next() && !record_->sound()) {
        return fault({&header_, record_->fault(), record_->fault() + 1},
                     record_->unclosed() ? Message(Word::csv_quote_not_closed)
                                         : Message(Word::csv_quote_misplaced),
                     {Word::name_columns_without_quotes});
    }
    columns_ = record_->fields();
    while (!columns_.empty() && columns_.back().empty()) columns_.pop_back();
    if (!has_cause()) place_columns(indicators);
}

void CsvColumns::fault(const Span& span, Message message, Message help) {
    faults_.add({Code::s_bad_header, span, std::move(message), std::move(help)});
}

/// What makes all columns unknown is told once.
bool CsvColumns::has_cause() {
    const auto line = text_of(header_, record_->range());
    if (csv_parted(line, delimiter_).names > 0) return false;
    const Span all = {&header_, record_->range().begin, record_->range().end};
    constexpr std::string_view kSeen = ",;\t|:^~";
    for (const char other : kSeen) {
        if (csv_parted(line, other).names < 2) continue;
        if (kCsvDelimiters.find(other) == std::string_view::npos) {
            fault(all, {Word::columns_parted_by, std::string(1, other)},
                  {Word::save_with_usual_delimiter});
        } else {
            fault(
                all,
                {Word::columns_parted_otherwise, show_delimiter(other), std::string(1, delimiter_)},
                {Word::let_both_agree});
        }
        return true;
    }
    fault(all, {Word::no_known_column}, {Word::begin_with_header});
    return true;
}

void CsvColumns::add_figure(std::size_t column, std::string_view written,
                            const IndicatorNames* indicators) {
    auto indicator = columns_[column];
    indicator.value = written;
    if (indicators != nullptr) {
        const auto known = indicators->find(fold_name(written));
        if (known != indicators->end() && !known->second.empty()) indicator.value = known->second;
    }
    figures_.push_back({column, indicator});
}

void CsvColumns::place_columns(const IndicatorNames* indicators) {
    std::vector<std::size_t> unknown;
    std::vector<std::size_t> repeated;
    StringMap<bool> figures_seen;
    const auto figure = [&](std::size_t column, std::string_view written) {
        add_figure(column, written, indicators);
        const auto& id = figures_.back().indicator.value;
        if (!figures_seen.emplace(id, true).second) repeated.push_back(column);
    };
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto name = columns_[i].value;
        if (name.empty()) {
            nameless_.push_back(i);
        } else if (const auto field = csv_field(name)) {
            auto& where = where_[static_cast<std::size_t>(*field)];
            if (where) repeated.push_back(i);
            if (!where) where = i;
        } else if (const auto written = csv_figure(name)) {
            figure(i, *written);
        } else if (indicators != nullptr && indicators->contains(fold_name(name))) {
            figure(i, name);
        } else {
            unknown.push_back(i);
        }
    }
    report_figures(indicators);
    report_unknown(unknown, indicators);
    report_repeated(repeated);
    report_missing();
}

void CsvColumns::report_figures(const IndicatorNames* indicators) {
    for (const auto& column : figures_) {
        const auto name = column.indicator.value;
        if (name.empty()) {
            fault(column.indicator.span, {Word::column_without_indicator},
                  {Word::write_indicator_id});
        } else if (indicators != nullptr) {
            const auto known = indicators->find(fold_name(name));
            if (known == indicators->end() || !known->second.empty()) continue;
            fault(column.indicator.span, {Word::several_indicators, name},
                  {Word::write_figure_and_id});
        }
    }
}

void CsvColumns::report_unknown(const std::vector<std::size_t>& unknown,
                                const IndicatorNames* indicators) {
    if (unknown.empty()) return;
    std::vector<std::string> names;
    std::vector<std::string_view> ids;
    for (const auto& name : kCsvNames) {
        names.emplace_back(name.id);
        names.emplace_back(name.vi);
        ids.push_back(name.id);
    }
    if (indicators != nullptr) {
        for (const auto& [name, id] : *indicators) names.push_back(name);
    }
    const Suggester known(std::move(names));
    for (std::size_t i = 0; i < unknown.size(); ++i) {
        const auto& column = columns_[unknown[i]];
        if (i == kMostTold) {
            return fault(column.span, {Word::unknown_columns_in_all, unknown.size(), kMostTold},
                         {});
        }
        fault(column.span, {Word::unknown_column, column.value},
              known.suggestion(column.value, {Word::known_columns, in_backquotes(ids)}));
    }
}

void CsvColumns::report_repeated(const std::vector<std::size_t>& repeated) {
    for (std::size_t i = 0; i < repeated.size(); ++i) {
        const auto& column = columns_[repeated[i]];
        if (i == kMostTold) {
            return fault(column.span, {Word::columns_twice_in_all, repeated.size(), kMostTold}, {});
        }
        fault(column.span, {Word::column_twice, column.value}, {Word::keep_one_of_two});
    }
}

void CsvColumns::report_missing() {
    const auto at = record_->range().begin;
    for (const auto what : {CsvField::agency, CsvField::obligation, CsvField::received}) {
        if (where_[static_cast<std::size_t>(what)]) continue;
        fault({&header_, at, at + 1}, {Word::column_missing, csv_name(what)}, {Word::add_column});
    }
}

CsvFit CsvColumns::fit(const std::vector<TextView>& fields) const {
    if (fields.size() < columns_.size()) return misfit(fields);
    if (fields.size() > columns_.size() && !is_empty(fields, columns_.size())) {
        return misfit(fields);
    }
    const auto nameless = [&](std::size_t at) { return !fields[at].empty(); };
    if (std::any_of(nameless_.begin(), nameless_.end(), nameless)) return CsvFit::nameless;
    // Days begin with a digit, and names of columns don't.
    const auto& received = field(fields, CsvField::received).value;
    if (!received.empty() && received[0] >= '0' && received[0] <= '9') return CsvFit::row;
    if (is_empty(fields)) return CsvFit::empty;
    return is_header(fields) ? misfit(fields) : CsvFit::row;
}

CsvFit CsvColumns::misfit(const std::vector<TextView>& fields) const {
    if (is_empty(fields)) return CsvFit::empty;
    const auto record =
        text_of(*fields[0].span.source, {fields.front().span.begin, fields.back().span.end});
    if (csv_told_delimiter(record)) return CsvFit::empty;
    if (is_header(fields)) {
        bool same = fields.size() >= columns_.size() && is_empty(fields, columns_.size());
        for (std::size_t i = 0; same && i < columns_.size(); ++i) {
            same = fields[i].value == columns_[i].value;
        }
        return same ? CsvFit::header_again : CsvFit::other_header;
    }
    for (const char other : kCsvDelimiters) {
        if (other == delimiter_ || columns_.size() < 2) continue;
        const auto parted = csv_parted(record, other);
        if (parted.fields >= columns_.size()) {
            return parted.names > 2 ? CsvFit::other_header : CsvFit::other_delimiter;
        }
    }
    return CsvFit::width;
}

CsvKey CsvColumns::key_of(const std::vector<TextView>& row) const {
    CsvKey key;
    for (std::size_t i = 0; i < kCsvKeyFields; ++i) {
        key[i] = field(row, static_cast<CsvField>(i)).value;
    }
    return key;
}

}  // namespace plantool
