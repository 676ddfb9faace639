#include "store/stored_papers.hpp"

#include <cstring>
#include <optional>
#include <utility>

#include "diag/io_error.hpp"
#include "read/submission/formats.hpp"
#include "store/stored_text.hpp"

namespace plantool {
namespace {

/// The order is that in which the files of a folder are read: a `/` before all else. A file none of
/// whose texts is there gave nothing that was new, and was read all the same.
constexpr const char* kAllPapers = R"(
DECLARE papers NO SCROLL CURSOR FOR
WITH taken AS (SELECT text, string_agg(int4send(nth), ''::bytea) AS nths
               FROM submission WHERE plan = ANY ($1::text[]) GROUP BY text)
SELECT file.name, file.sha256, text.number, text.format, text.first_line, text.first_byte,
       text.is_first, text.header, text.content, text.attachments, taken.nths
FROM file LEFT JOIN (text JOIN taken ON taken.text = text.number) ON text.file = file.name
WHERE text.number IS NOT NULL OR NOT EXISTS (SELECT FROM text t WHERE t.file = file.name)
ORDER BY translate(file.name, '/', chr(1)) COLLATE "C", text.first_line, text.number)";

/// `$1` and `$2`: agencies of plans. What was refused has an index of its own, and only what was
/// refused is a repetition: all else is looked up from there.
constexpr const char* kUnfoldedPapers = R"(
DECLARE papers NO SCROLL CURSOR FOR
WITH unusual AS (SELECT * FROM unnest($1::text[], $2::text[]) AS u (plan, agency)),
     refused AS MATERIALIZED (
         SELECT plan, obligation, period, agency, errors, text, nth FROM submission
         WHERE NOT accepted AND plan = ANY ($3::text[])),
     repeated AS (SELECT DISTINCT plan, obligation, period, agency FROM refused
                  WHERE 'S118' = ANY (errors)),
     wanted AS (SELECT text, nth FROM refused
                UNION SELECT text, nth FROM submission WHERE plan = ''
                UNION SELECT text, nth FROM submission JOIN unusual USING (plan, agency)
                UNION SELECT text, nth
                      FROM submission JOIN repeated USING (plan, obligation, period, agency)),
     taken AS (SELECT text, string_agg(int4send(nth), ''::bytea) AS nths
               FROM wanted GROUP BY text)
SELECT text.file, file.sha256, text.number, text.format, text.first_line, text.first_byte,
       text.is_first, text.header, text.content, text.attachments, taken.nths
FROM text JOIN taken ON taken.text = text.number JOIN file ON file.name = text.file
ORDER BY translate(text.file, '/', chr(1)) COLLATE "C", text.first_line, text.number)";

// The columns of both.
constexpr int kName = 0;
constexpr int kSha256 = 1;
constexpr int kNumber = 2;
constexpr int kFormat = 3;
constexpr int kFirstLine = 4;
constexpr int kFirstByte = 5;
constexpr int kIsFirst = 6;
constexpr int kHeader = 7;
constexpr int kContent = 8;
constexpr int kAttachments = 9;
constexpr int kNths = 10;

const SubmissionFormat* format_named(std::string_view name) {
    for (const auto& format : submission_formats()) {
        if (format.name == name) return &format;
    }
    return nullptr;
}

/// With some bytes behind it, into which the reader of JSON may look.
std::shared_ptr<const Source> source_of(std::string_view text, const std::string& file, int line,
                                        std::size_t offset) {
    constexpr std::size_t kSpare = 64;
    std::shared_ptr<char[]> bytes(new char[text.size() + kSpare]());
    std::memcpy(bytes.get(), text.data(), text.size());
    const std::string_view view(bytes.get(), text.size());
    return std::make_shared<Source>(file, std::move(bytes), view, kSpare, line, offset);
}

/// Four bytes each, the high ones first.
std::shared_ptr<const std::vector<bool>> readings_of(std::string_view numbers) {
    auto taken = std::make_shared<std::vector<bool>>();
    for (; numbers.size() >= 4; numbers.remove_prefix(4)) {
        std::uint32_t nth = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            nth = (nth << 8U) | static_cast<unsigned char>(numbers[i]);
        }
        if (nth >= taken->size()) taken->resize(nth + 1);
        (*taken)[nth] = true;
    }
    return taken;
}

class Papers {
  public:
    Papers(std::shared_ptr<Connection> store, const char* statement, const Parameters& values)
        : store_(std::move(store)) {
        store_->run(statement, values);
    }

    std::optional<Piece> next() {
        if (ended_) return std::nullopt;
        if (!rows_ || at_ == rows_->count()) {
            rows_.emplace(store_->run("FETCH 100 FROM papers"));
            at_ = 0;
        }
        if (rows_->count() == 0) {
            ended_ = true;
            store_->run("CLOSE papers");
            return std::nullopt;
        }
        return piece_of(*rows_, at_++);
    }

  private:
    static Piece piece_of(const Rows& rows, int row) {
        Piece piece;
        piece.file = rows.text(row, kName);
        piece.hashed = true;
        piece.sha256 = rows.text(row, kSha256);
        if (rows.is_null(row, kNumber)) {
            piece.format = &piped_format();
            piece.source = std::make_shared<Source>(piece.file, "");
            return piece;
        }
        piece.stored = rows.number(row, kNumber);
        piece.format = format_named(rows.bytes(row, kFormat));
        if (piece.format == nullptr) throw IoError({Word::store_text_damaged, piece.stored});
        // Not all parts of a file need be there, and one that stands or falls as a whole has stood:
        // each part is as good as a file.
        piece.first = piece.format->all_or_nothing || rows.flag(row, kIsFirst);
        if (!rows.is_null(row, kHeader)) {
            piece.header = source_of(rows.bytes(row, kHeader), piece.file, 1, 0);
        }
        piece.source = source_of(rows.bytes(row, kContent), piece.file,
                                 static_cast<int>(rows.number(row, kFirstLine)),
                                 static_cast<std::size_t>(rows.number(row, kFirstByte)));
        piece.attachments = look_in(rows.bytes(row, kAttachments));
        piece.taken = readings_of(rows.bytes(row, kNths));
        return piece;
    }

    std::shared_ptr<Connection> store_;
    std::optional<Rows> rows_;
    int at_ = 0;
    bool ended_ = false;
};

SubmissionSource source_of(std::shared_ptr<Papers> papers) {
    return [papers = std::move(papers)] { return papers->next(); };
}

}  // namespace

SubmissionSource stored_papers(std::shared_ptr<Connection> store,
                               const std::vector<std::string>& plans) {
    auto asked = plans;
    asked.emplace_back();  // what names a plan that nobody knew
    return source_of(
        std::make_shared<Papers>(std::move(store), kAllPapers, Parameters{array_of(asked)}));
}

SubmissionSource unfolded_papers(std::shared_ptr<Connection> store,
                                 const std::vector<FoldQuestion>& plans) {
    std::vector<std::string> ids;
    std::vector<std::string> plans_of;
    std::vector<std::string> agencies;
    for (const auto& question : plans) {
        ids.push_back(question.plan);
        for (const auto& agency : question.unusual) {
            plans_of.push_back(question.plan);
            agencies.push_back(agency);
        }
    }
    return source_of(std::make_shared<Papers>(
        std::move(store), kUnfoldedPapers,
        Parameters{array_of(plans_of), array_of(agencies), array_of(ids)}));
}

}  // namespace plantool
