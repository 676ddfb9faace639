#include "read/draft/document/plan_document.hpp"

#include <algorithm>
#include <array>

#include "read/draft/document/task_table.hpp"
#include "read/draft/phrases/words_in.hpp"
#include "read/paper/clean_text.hpp"
#include "read/paper/layout/paper_lines.hpp"
#include "read/paper/layout/paper_sections.hpp"
#include "read/paper/paper_facts.hpp"
#include "text/labels.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

constexpr std::size_t kLongestHead = 60;  // lines down to the title
constexpr std::size_t kMostTitleLines = 8;

constexpr std::array<std::string_view, 14> kPlanKinds = {
    "KẾ HOẠCH LIÊN TỊCH", "KẾ HOẠCH", "CHƯƠNG TRÌNH", "QUYẾT ĐỊNH", "CHỈ THỊ", "NGHỊ QUYẾT",
    "PHƯƠNG ÁN",          "ĐỀ ÁN",    "HƯỚNG DẪN",    "THÔNG BÁO",  "QUY CHẾ", "QUY ĐỊNH",
    "CÔNG ĐIỆN",          "KẾT LUẬN"};
constexpr std::array<std::string_view, 12> kOtherKinds = {
    "BÁO CÁO",  "GIẤY MỜI", "THƯ MỜI",         "BIÊN BẢN",       "TỜ TRÌNH", "GIẤY GIỚI THIỆU",
    "HỢP ĐỒNG", "ĐƠN",      "GIẤY CHỨNG NHẬN", "GIẤY NGHỈ PHÉP", "PHIẾU",    "BIÊN LAI"};

/// A line with its halves, or a table, before it is known what part of the document it is of.
struct Piece {
    std::string left;
    std::string right;
    std::string raw;  ///< of a paragraph, with its blanks
    bool bold = false;
    int heading_level = 0;
    const TableText* table = nullptr;

    std::string whole() const {
        if (left.empty()) return right;
        return right.empty() ? left : left + " " + right;
    }
};

std::vector<Piece> pieces_of(const std::vector<TextBlock>& blocks) {
    std::vector<Piece> out;
    for (const auto& block : blocks) {
        if (block.kind == TextBlock::Kind::table) {
            Piece piece;
            piece.table = &block.table;
            out.push_back(std::move(piece));
            continue;
        }
        std::string_view rest = block.text;
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            Piece piece;
            piece.raw = std::string(rest.substr(0, end));
            piece.bold = block.bold;
            piece.heading_level = block.heading_level;
            TextBlock one;
            one.text = piece.raw;
            const auto lines = lines_of_blocks({one});
            if (!lines.empty()) {
                piece.left = lines.front().text;
                piece.right = lines.front().right;
                out.push_back(std::move(piece));
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return out;
}

/// The columns of a table, each as its lines from top to bottom.
std::vector<std::vector<std::string>> columns_of(const TableText& table) {
    std::vector<std::vector<std::string>> out;
    for (const auto& row : table.rows) {
        if (out.size() < row.size()) out.resize(row.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            for (const auto& line : lines_of(row[i])) {
                for (auto text = std::string_view(line); !text.empty();) {
                    const auto gap = std::min(text.find('\t'), text.size());
                    const auto part = one_line(text.substr(0, gap));
                    if (!part.empty()) out[i].push_back(part);
                    text.remove_prefix(std::min(gap + 1, text.size()));
                }
            }
        }
    }
    return out;
}

bool ends_body(const std::string& line) {
    return begins_recipients(line) || begins_signature(line);
}

bool has_end(const TableText& table) {
    const auto columns = columns_of(table);
    return std::any_of(columns.begin(), columns.end(), [](const auto& column) {
        return std::any_of(column.begin(), column.end(), ends_body);
    });
}

bool is_end(const Piece& piece) {
    if (piece.table != nullptr) return !task_table(*piece.table) && has_end(*piece.table);
    return ends_body(piece.left) || ends_body(piece.right);
}

/// Lines one after the other: of tables column by column; where lines have two halves, the left
/// ones first.
std::vector<std::string> in_columns(const std::vector<Piece>& pieces, std::size_t first,
                                    std::size_t end, bool halves) {
    std::vector<std::string> left;
    std::vector<std::string> right;
    for (auto i = first; i < end; ++i) {
        const auto& piece = pieces[i];
        if (piece.table != nullptr) {
            for (auto& column : columns_of(*piece.table)) {
                for (auto& line : column) left.push_back(std::move(line));
            }
            continue;
        }
        if (!piece.left.empty()) left.push_back(piece.left);
        if (!piece.right.empty()) (halves ? right : left).push_back(piece.right);
    }
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

bool has_halves(const std::vector<Piece>& pieces, std::size_t first, std::size_t end) {
    return std::any_of(pieces.begin() + static_cast<std::ptrdiff_t>(first),
                       pieces.begin() + static_cast<std::ptrdiff_t>(end), [](const Piece& piece) {
                           return !piece.left.empty() && !piece.right.empty();
                       });
}

class HeadReader {
  public:
    explicit HeadReader(PlanDocument& out) : out_(out) {}

    void read(const std::string& line) {
        out_.head_lines.push_back(line);
        if (is_rule(line)) return;
        if (is_secret_mark(line)) {
            out_.secret = true;
            return;
        }
        if (is_state_name(line)) {
            out_.of_state = out_.of_state || begins_with_words(line, "Cộng hòa xã hội");
            return;
        }
        if (const auto number = number_in_line(line); number && !numbered_) {
            numbered_ = true;
            out_.number = *number;
            return;
        }
        const WordsIn words(line);
        const bool dated = words.has("ngày") && words.has("năm") && words.size() < 14;
        if (dated && out_.date_line.empty()) {
            out_.date_line = line;
            const auto comma = line.find(',');
            if (comma != std::string::npos) out_.place = std::string(trim(line.substr(0, comma)));
            return;
        }
        if (!numbered_ && (is_in_capitals(line) || words.size() < 10)) {
            out_.issuing_lines.push_back(line);
        }
    }

  private:
    PlanDocument& out_;
    bool numbered_ = false;
};

class DocumentReader {
  public:
    explicit DocumentReader(const PaperText& text) {
        const auto facts = facts_of(text);
        out_.secret = facts.secret;
        pieces_ = pieces_of(text.blocks);
        const auto above = pieces_of(text.page_heads);
        const bool head_above = std::any_of(above.begin(), above.end(), [](const Piece& piece) {
            if (piece.table == nullptr) return number_in_line(piece.left).has_value();
            const auto columns = columns_of(*piece.table);
            return std::any_of(columns.begin(), columns.end(), [](const auto& column) {
                return std::any_of(column.begin(), column.end(), [](const std::string& line) {
                    return number_in_line(line).has_value();
                });
            });
        });
        if (head_above) pieces_.insert(pieces_.begin(), above.begin(), above.end());
    }

    PlanDocument read() {
        auto body = read_title();
        auto end = body;
        while (end < pieces_.size() && !is_end(pieces_[end])) ++end;
        if (end < pieces_.size() && pieces_[end].table == nullptr) {
            // The name of the body that signs stands above who signs for it.
            while (end > body && pieces_[end - 1].table == nullptr && is_signing_body(end - 1))
                --end;
        }
        add_pieces(body, end, out_.body);
        auto annex = end;
        while (annex < pieces_.size() && !(annex > end && begins_annex(pieces_[annex].left)))
            ++annex;
        read_end(end, annex);
        if (annex < pieces_.size()) add_pieces(annex, pieces_.size(), out_.annex);
        return std::move(out_);
    }

  private:
    bool is_signing_body(std::size_t at) const {
        const auto line = pieces_[at].whole();
        return is_in_capitals(line) && !looks_numbered(line) && !line.ends_with(':') &&
               begins_with_words(line, "Ban");
    }

    std::optional<std::size_t> find_kind() const {
        for (std::size_t i = 0; i < std::min(pieces_.size(), kLongestHead); ++i) {
            if (pieces_[i].table == nullptr && !kind_in_line(pieces_[i].whole()).empty()) return i;
        }
        return std::nullopt;
    }

    /// The end of a head without a title.
    std::size_t end_of_letterhead() const {
        constexpr std::size_t kMost = 20;
        std::size_t out = 0;
        for (std::size_t i = 0; i < std::min(pieces_.size(), kMost); ++i) {
            const auto& piece = pieces_[i];
            bool head = false;
            const auto of_head = [](const std::string& line) {
                return is_state_name(line) || number_in_line(line).has_value() ||
                       begins_with_words(line, "V/v");
            };
            if (piece.table != nullptr) {
                for (const auto& column : columns_of(*piece.table)) {
                    head = head || std::any_of(column.begin(), column.end(), of_head);
                }
            } else {
                head = of_head(piece.left) || of_head(piece.right);
            }
            if (head) out = i + 1;
        }
        return out;
    }

    std::size_t read_title() {
        const auto kind = find_kind();
        const auto head = kind ? *kind : end_of_letterhead();
        HeadReader reader(out_);
        for (const auto& line : in_columns(pieces_, 0, head, has_halves(pieces_, 0, head))) {
            reader.read(line);
        }
        if (!kind) return head;
        auto at = *kind;
        const auto first = pieces_[at].whole();
        out_.kind = kind_in_line(first);
        out_.title_lines.push_back(first);
        const bool bold = pieces_[at].bold;
        for (++at; at < pieces_.size() && at <= *kind + kMostTitleLines; ++at) {
            const auto& piece = pieces_[at];
            const auto line = piece.whole();
            if (piece.table != nullptr || ends_title(line, bold && !piece.bold)) break;
            out_.title_lines.push_back(line);
        }
        while (at < pieces_.size() && pieces_[at].table == nullptr &&
               is_rule(pieces_[at].whole())) {
            out_.title_lines.push_back(pieces_[at].whole());
            ++at;
        }
        name_title();
        return at;
    }

    static bool ends_title(const std::string& line, bool plainer) {
        constexpr std::size_t kLongest = 400;       // bytes
        constexpr std::size_t kLongestPlain = 200;  // where the line above is bold
        if (is_rule(line) || looks_numbered(line)) return true;
        if (line.size() > kLongest || (plainer && line.size() > kLongestPlain)) return true;
        if (begins_with_words(line, "Kính gửi") || begins_with_words(line, "Căn cứ")) return true;
        if (begins_with_words(line, "Nhằm") || line.starts_with("Thực hiện ")) return true;
        const char last = line.back();
        return last == '.' || last == ':' || last == ';';
    }

    void name_title() {
        std::string rest;
        for (const auto& line : out_.title_lines) {
            if (!is_rule(line)) rest += (rest.empty() ? "" : " ") + line;
        }
        const auto behind = rest.size() > out_.kind.size()
                                ? std::string(trim(rest.substr(out_.kind.size())))
                                : std::string();
        const bool capitals = behind.empty() || is_in_capitals(behind);
        out_.title = capitals ? rest : capitalised(to_lower(out_.kind)) + " " + behind;
        if (behind.empty()) out_.title = capitalised(to_lower(rest));
    }

    void add_pieces(std::size_t first, std::size_t end, std::vector<BodyPiece>& out) const {
        for (auto i = first; i < end; ++i) {
            const auto& piece = pieces_[i];
            if (piece.table != nullptr) {
                add_table(*piece.table, out);
                continue;
            }
            if (const auto taken = add_plain_table(i, end, out)) {
                i += taken - 1;
                continue;
            }
            BodyPiece line;
            line.text = piece.whole();
            line.bold = piece.bold;
            line.heading_level = piece.heading_level;
            out.push_back(std::move(line));
        }
    }

    static void add_table(const TableText& table, std::vector<BodyPiece>& out) {
        BodyPiece piece;
        if (task_table(table)) {
            piece.table = table;
            out.push_back(std::move(piece));
            return;
        }
        // Of whatever else it is a table: its rows as lines.
        for (const auto& row : table.rows) {
            std::string line;
            for (const auto& cell : row) {
                const auto text = one_line(cell);
                if (!text.empty()) line += (line.empty() ? "" : " | ") + text;
            }
            if (line.empty()) continue;
            piece.text = std::move(line);
            out.push_back(piece);
        }
    }

    std::size_t add_plain_table(std::size_t first, std::size_t end,
                                std::vector<BodyPiece>& out) const {
        const auto& head = pieces_[first].raw;
        const bool apart = head.find("  ") != std::string::npos ||
                           head.find('|') != std::string::npos ||
                           head.find('\t') != std::string::npos;
        if (!apart) return 0;
        const WordsIn words(head);
        if (!words.has_any({"nội dung", "nhiệm vụ", "công việc", "hoạt động", "tt", "stt"}))
            return 0;
        std::vector<std::string> lines;
        for (auto i = first; i < end && pieces_[i].table == nullptr; ++i) {
            lines.push_back(pieces_[i].raw);
        }
        const auto found = plain_table(lines, 0);
        if (!found || found->lines < 2) return 0;
        BodyPiece piece;
        piece.table = found->table;
        out.push_back(std::move(piece));
        return found->lines;
    }

    void read_end(std::size_t first, std::size_t end) {
        bool listing = false;
        for (const auto& line : in_columns(pieces_, first, end, has_halves(pieces_, first, end))) {
            if (begins_recipients(line)) {
                listing = true;
                out_.recipient_lines.push_back(line);
                const auto colon = line.find(':');
                if (colon != std::string::npos) add_recipient(line.substr(colon + 1));
                continue;
            }
            if (listing && (begins_signature(line) || ends_list(line))) listing = false;
            if (listing) {
                out_.recipient_lines.push_back(line);
                add_recipient(line);
            } else {
                out_.signature_lines.push_back(line);
            }
        }
    }

    /// A name in capitals, or a role, is of those who sign.
    static bool ends_list(const std::string& line) {
        return is_in_capitals(line) && !line.starts_with('-') &&
               line.find(' ') != std::string::npos;
    }

    void add_recipient(std::string_view line) {
        auto text = trim(line);
        const bool item = text.starts_with('-') || text.starts_with("–") || text.starts_with('+');
        while (!text.empty() &&
               (text.front() == '-' || text.front() == '+' || text.front() == ' ')) {
            text.remove_prefix(1);
        }
        if (text.starts_with("–")) text = trim(text.substr(std::string_view("–").size()));
        while (!text.empty() &&
               std::string_view(".,; ").find(text.back()) != std::string_view::npos) {
            text.remove_suffix(1);
        }
        if (text.empty() || is_rule(text)) return;
        dashed_ = dashed_ || item;
        const bool goes_on = dashed_ && !item && !out_.recipients.empty() &&
                             !begins_with_words(text, "Như trên") &&
                             !begins_with_words(text, "Lưu");
        if (goes_on) {
            auto& last = out_.recipients.back();
            last += (last_comma_ ? ", " : " ") + std::string(text);
        } else {
            out_.recipients.emplace_back(text);
        }
        last_comma_ = trim(line).ends_with(',');
    }

    std::vector<Piece> pieces_;
    PlanDocument out_;
    bool dashed_ = false;
    bool last_comma_ = false;
};

}  // namespace

std::string kind_in_line(const std::string& line) {
    constexpr std::size_t kLongest = 400;  // bytes
    if (line.size() > kLongest) return {};
    const auto find = [&](const auto& kinds) -> std::string {
        for (const auto kind : kinds) {
            if (line.starts_with(kind) || fold_name(line) == fold_name(kind)) {
                return line.substr(0, kind.size());
            }
        }
        return {};
    };
    auto out = find(kPlanKinds);
    return out.empty() ? find(kOtherKinds) : out;
}

bool is_kind_of_plan(const std::string& kind) {
    return std::any_of(kPlanKinds.begin(), kPlanKinds.end(),
                       [&](std::string_view known) { return fold_name(known) == fold_name(kind); });
}

PlanDocument plan_document(const PaperText& text) {
    return DocumentReader(text).read();
}

}  // namespace plantool
