#include "read/draft/document/clauses.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "read/paper/layout/heading.hpp"
#include "read/paper/layout/paper_lines.hpp"
#include "text/labels.hpp"
#include "text/message.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::size_t kLongestHeading = 200;  // bytes, of one that shows by its capitals alone

/// The marks of an item of a list; their level, from 1.
int dash_level(std::string_view line) {
    if (line.starts_with("- ") || line.starts_with("– ") || line.starts_with("— ")) return 1;
    if (line.size() > 1 && line[0] == '-' && line[1] != '-') return 1;
    if (line.starts_with("+")) return 2;
    if (line.starts_with("• ") || line.starts_with("* ") || line.starts_with("o ") ||
        line.starts_with("▪") || line.starts_with("●") || line.starts_with("· ")) {
        return 3;
    }
    return 0;
}

std::string without_dash(std::string_view line) {
    std::size_t at = 0;
    next_code_point(line, at);
    return std::string(trim(line.substr(at)));
}

/// The number in letters that ids may have: `đ` is none of them.
std::string id_letters(std::string_view path) {
    std::string out;
    for (std::size_t at = 0; at < path.size();) {
        const auto c = next_code_point(path, at);
        if (c == U'đ' || c == U'Đ') {
            out += "dd";
        } else if (c < 0x80) {
            out += static_cast<char>(c);
        }
    }
    return out;
}

/// Whether a heading is of parts that give nobody work.
bool names_preamble(std::string_view heading) {
    constexpr std::size_t kMostWords = 20;
    const WordsIn words(heading);
    if (words.size() > kMostWords) return false;
    if (words.has_any({"nhiệm vụ", "nội dung", "tổ chức thực hiện", "giải pháp", "phân công"})) {
        return false;
    }
    return words.has_any({"mục đích", "yêu cầu", "mục tiêu", "căn cứ", "quan điểm", "phạm vi",
                          "đối tượng", "nguyên tắc", "sự cần thiết", "đặc điểm tình hình",
                          "thực trạng", "cơ sở pháp lý", "ý nghĩa", "thuận lợi", "khó khăn"});
}

/// The words of a heading: what stands before a colon, of a longer text.
std::string_view heading_words(const std::string& text) {
    return std::string_view(text).substr(0, std::min(text.find(':'), text.find('\n')));
}

/// `Điều 3.`: the number of an article, and what stands behind it.
std::optional<std::pair<std::string, std::string>> article(const std::string& line) {
    const WordsIn words(line);
    if (words.match_any(0, {"điều", "phần"}) == 0 || !words.is_upper(0)) return std::nullopt;
    const auto number = words.number(1);
    if (!number) return std::nullopt;
    auto rest = trim(words.behind(2));
    while (!rest.empty() && std::string_view(".:) ").find(rest.front()) != std::string_view::npos) {
        rest.remove_prefix(1);
    }
    return std::pair(fmt::format("{}", *number), std::string(rest));
}

class ClauseReader {
  public:
    std::vector<Clause> read(const std::vector<BodyPiece>& body) {
        for (const auto& piece : body) {
            if (piece.table) {
                read_table(*piece.table);
            } else {
                read_line(piece);
            }
        }
        return std::move(out_);
    }

  private:
    void read_line(const BodyPiece& piece) {
        const auto& line = piece.text;
        if (is_rule(line)) {
            if (!out_.empty()) out_.back().lines.push_back(line);
            return;
        }
        const bool strong = piece.bold || piece.heading_level > 0;
        if (read_article(line) || read_number(line, strong)) return;
        const bool capitals = is_in_capitals(line) && line.size() <= kLongestHeading &&
                              dash_level(line) == 0 && line.find(' ') != std::string::npos;
        if (capitals) {
            auto& heading = open(Clause::Kind::heading, std::nullopt, {}, line, line);
            heading.chapter = true;
            heading.preamble = names_preamble(line);
            return;
        }
        if (const auto level = dash_level(line)) {
            read_dash(line, level);
        } else {
            read_paragraph(line);
        }
    }

    bool read_article(const std::string& line) {
        const auto found = article(line);
        if (!found || found->second.empty()) return false;
        auto& clause =
            open(Clause::Kind::numbered, std::nullopt, found->first, found->second, line);
        clause.chapter = true;
        clause.source = line.substr(0, line.size() - found->second.size());
        while (!clause.source.empty() &&
               std::string_view(".: )").find(clause.source.back()) != std::string_view::npos) {
            clause.source.pop_back();
        }
        clause.preamble = names_preamble(heading_words(clause.text));
        path_ = HeadingPath();
        article_ = out_.size() - 1;
        return true;
    }

    bool read_number(const std::string& line, bool strong) {
        const auto number = heading_number(line);
        if (!number || number->rest.empty()) return false;
        const std::string rest(number->rest);
        auto labelled = labelled_line(rest);
        if (!labelled.empty() && !out_.empty() && number->kind == NumberKind::small_letter) {
            add_labelled(out_.size() - 1, std::move(labelled), line);
            return true;
        }
        auto path = path_.enter(*number, strong);
        last_level_ = 0;
        if (article_) path = out_[*article_].path + "." + path;
        const auto parent = parent_of(path);
        auto& clause = open(Clause::Kind::numbered, parent, path, rest, line);
        clause.chapter = number->kind == NumberKind::roman || number->kind == NumberKind::letter;
        clause.preamble = names_preamble(heading_words(rest)) && (clause.chapter || is_short(rest));
        if (parent && out_[*parent].preamble) clause.preamble = true;
        return true;
    }

    static bool is_short(std::string_view text) {
        constexpr std::size_t kMostWords = 8;
        return WordsIn(heading_words(std::string(text))).size() <= kMostWords;
    }

    /// The last clause whose number the path begins with.
    std::optional<std::size_t> parent_of(const std::string& path) const {
        for (auto i = out_.size(); i-- > 0;) {
            const auto& other = out_[i];
            const bool heading = other.kind == Clause::Kind::heading;
            if (heading) return i;
            if (other.kind == Clause::Kind::numbered && !other.path.empty() &&
                id_letters(path).starts_with(other.path + ".")) {
                return i;
            }
        }
        return std::nullopt;
    }

    /// The clause of which dashes and paragraphs are.
    std::optional<std::size_t> owner() const {
        for (auto i = out_.size(); i-- > 0;) {
            const auto kind = out_[i].kind;
            if (kind == Clause::Kind::numbered || kind == Clause::Kind::heading) return i;
        }
        return std::nullopt;
    }

    Clause& open(Clause::Kind kind, std::optional<std::size_t> parent, const std::string& path,
                 const std::string& text, const std::string& line) {
        Clause clause;
        clause.kind = kind;
        clause.path = id_letters(path);
        clause.source = path;
        clause.text = text;
        clause.lines.push_back(line);
        clause.parent = parent;
        if (parent) {
            clause.preamble = out_[*parent].preamble;
            out_[*parent].children.push_back(out_.size());
        }
        out_.push_back(std::move(clause));
        return out_.back();
    }

    void add_labelled(std::size_t at, std::vector<LabelledText> labelled, const std::string& line) {
        auto& clause = out_[at];
        for (auto& one : labelled) clause.labelled.push_back(std::move(one));
        // In the order of the document, where that is behind what is open.
        out_.back().lines.push_back(line);
    }

    void read_dash(const std::string& line, int level) {
        const auto text = without_dash(line);
        if (text.empty()) return read_paragraph(line);
        auto labelled = labelled_line(text);
        if (!labelled.empty() && !out_.empty()) {
            const auto own = owner();
            const bool of_owner = own && (!out_[*own].chapter || out_.size() - 1 == *own);
            const bool nested = out_.back().kind == Clause::Kind::dash && level > last_level_;
            return add_labelled(of_owner && !nested ? *own : out_.size() - 1, std::move(labelled),
                                line);
        }
        const bool below = level > last_level_ && last_level_ > 0 && !out_.empty() &&
                           out_.back().kind == Clause::Kind::dash;
        auto parent = owner();
        if (below) {
            parent = out_.size() - 1;
            outer_ = parent;
        } else if (level > 1 && outer_ && level == last_level_) {
            parent = outer_;
        } else {
            outer_.reset();
        }
        open_item(Clause::Kind::dash, parent, text, line, Word::draft_dash_of,
                  Word::draft_dash_alone);
        last_level_ = level;
    }

    void open_item(Clause::Kind kind, std::optional<std::size_t> parent, const std::string& text,
                   const std::string& line, WordWith<2> below, WordWith<1> alone) {
        const auto siblings = parent ? out_[*parent].children : std::vector<std::size_t>();
        std::size_t place = 1;
        for (const auto sibling : siblings) {
            if (out_[sibling].kind == kind) ++place;
        }
        if (!parent) {
            for (const auto& other : out_) {
                if (!other.parent && other.kind == kind) ++place;
            }
        }
        const auto number = fmt::format("{}", place);
        const auto above = parent ? out_[*parent].path : std::string();
        const auto source = parent ? out_[*parent].source : std::string();
        auto& clause =
            open(kind, parent, above.empty() ? number : above + "." + number, text, line);
        clause.source = source.empty() ? say(Message(alone, number), Language::vi)
                                       : say(Message(below, source, number), Language::vi);
    }

    void read_paragraph(const std::string& line) {
        auto labelled = labelled_line(line);
        if (!labelled.empty() && !out_.empty()) {
            return add_labelled(out_.size() - 1, std::move(labelled), line);
        }
        if (out_.empty()) {
            auto& opening = open(Clause::Kind::paragraph, std::nullopt, {}, line, line);
            opening.preamble = true;
            return;
        }
        auto& last = out_.back();
        const bool opening = !owner().has_value();
        const bool long_number = last.kind == Clause::Kind::numbered && !last.chapter;
        const bool own_duty =
            !duty_in(line).lead.names.empty() || begins_with_words(line, "Trên đây") ||
            begins_with_words(line, "Yêu cầu") || begins_with_words(line, "Đề nghị") ||
            begins_with_words(line, "Trong quá trình");
        const bool goes_on = opening || last.preamble || last.text.ends_with(',') ||
                             ((long_number || last.kind == Clause::Kind::dash) && !own_duty);
        if (goes_on && last.kind != Clause::Kind::row && !(last.chapter && !opening)) {
            last.text += "\n" + line;
            last.lines.push_back(line);
            return;
        }
        last_level_ = 0;
        open_item(Clause::Kind::paragraph, owner(), line, line, Word::draft_paragraph_of,
                  Word::draft_paragraph_alone);
    }

    void read_table(const TableText& table) {
        const auto found = task_table(table);
        if (!found) return;
        auto parent = owner();
        if (!out_.empty()) {
            for (const auto& line : found->header_lines) out_.back().lines.push_back(line);
        }
        auto pending = out_.empty() ? found->header_lines : std::vector<std::string>();
        const auto base = parent ? out_[*parent].path : std::string();
        std::string section;
        std::size_t index = 0;
        TaskRow above;
        for (const auto& row : found->rows) {
            ++index;
            auto number = id_of_number(row.number);
            if (row.section) {
                section = number;
                auto& clause =
                    open(Clause::Kind::heading, parent, join(base, number), row.content, row.line);
                clause.source = row.number.empty() ? row.content : row.number;
                clause.preamble = false;
                clause.lines.insert(clause.lines.begin(), pending.begin(), pending.end());
                pending.clear();
                above = {};
                continue;
            }
            const bool part = row.content.empty() && row.number.empty() && !out_.empty() &&
                              out_.back().kind == Clause::Kind::row;
            if (number.empty()) number = fmt::format("{}", index);
            const bool own_prefix = number.find('.') != std::string::npos;
            const auto path = join(base, own_prefix ? number : join(section, number));
            if (part) {
                join_rows(out_.back(), row);
                continue;
            }
            auto& clause = open(Clause::Kind::row, parent, path, row.content, row.line);
            clause.lines.insert(clause.lines.begin(), pending.begin(), pending.end());
            pending.clear();
            clause.preamble = false;
            const auto shown = row.number.empty() ? fmt::format("{}", index) : row.number;
            const auto source = parent ? out_[*parent].source : std::string();
            clause.source = source.empty()
                                ? say(Message(Word::draft_row_alone, shown), Language::vi)
                                : say(Message(Word::draft_row_of, source, shown), Language::vi);
            add_cells(clause, row, above);
            above = merged(row, above);
        }
    }

    static std::string join(const std::string& base, const std::string& number) {
        if (base.empty() || number.empty()) return base + number;
        return base + "." + number;
    }

    static std::string id_of_number(const std::string& number) {
        std::string out;
        for (const char c : id_letters(number)) {
            const bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                                (c >= 'A' && c <= 'Z') || c == '.';
            if (letter) out += c;
        }
        return out;
    }

    static TaskRow merged(const TaskRow& row, const TaskRow& above) {
        auto out = row;
        if (out.lead.empty()) out.lead = above.lead;
        if (out.partners.empty() && row.lead.empty()) out.partners = above.partners;
        if (out.time.empty()) out.time = above.time;
        return out;
    }

    static void add_cells(Clause& clause, const TaskRow& row, const TaskRow& above) {
        const auto whole = merged(row, above);
        clause.cell_above =
            (row.lead.empty() && !whole.lead.empty()) || (row.time.empty() && !whole.time.empty());
        const auto add = [&](DutyLabel label, const std::string& text) {
            if (!text.empty() && !is_rule(text)) clause.labelled.push_back({label, text});
        };
        add(DutyLabel::lead, whole.lead);
        add(DutyLabel::partners, whole.partners);
        add(DutyLabel::time, whole.time);
        add(DutyLabel::product, row.product);
    }

    /// A row that only goes on with the one above.
    static void join_rows(Clause& clause, const TaskRow& row) {
        clause.lines.push_back(row.line);
        const auto add = [&](DutyLabel label, const std::string& text) {
            if (text.empty()) return;
            for (auto& one : clause.labelled) {
                if (one.label != label) continue;
                one.text += "\n" + text;
                return;
            }
            clause.labelled.push_back({label, text});
        };
        add(DutyLabel::lead, row.lead);
        add(DutyLabel::partners, row.partners);
        add(DutyLabel::time, row.time);
        add(DutyLabel::product, row.product);
    }

    std::vector<Clause> out_;
    HeadingPath path_;
    std::optional<std::size_t> article_;
    std::optional<std::size_t> outer_;  ///< the dash that items of an inner list are below
    int last_level_ = 0;
};

}  // namespace

bool Clause::says_lead() const {
    return std::any_of(labelled.begin(), labelled.end(),
                       [](const LabelledText& one) { return one.label == DutyLabel::lead; });
}

std::vector<Clause> clauses_of(const std::vector<BodyPiece>& body) {
    return ClauseReader().read(body);
}

}  // namespace plantool
