#include <fmt/format.h>

#include "write/report_words.hpp"
#include "write/xlsx_sheets.hpp"

namespace plantool::xlsx {
namespace {

constexpr Col kLast = 7;

Style centred() {
    return with(cell_style(), [](Style& s) { s.align = Align::center; });
}

/// The sheet of provenance, block by block.
class Sources {
  public:
    explicit Sources(const Context& context)
        : c_(context), report_(context.report), sheet_(open_sheet(context, SheetId::sources)) {}

    void write() {
        sheet_.landscape();
        sheet_.widths({5, 34, 20, 12, 12, 15, 40, 36});
        add_links(c_, sheet_, SheetId::sources, 1);
        add_sheet_top(c_, sheet_, c_.say("NGUỒN", "SOURCES"), kLast);
        row_ = Top::kNext;
        facts();
        assumptions();
        counted();
        refused();
        inputs();
        sheet_.freeze(Top::kNext, 0);
        sheet_.repeat(Top::kTitle, Top::kPeriod);
        sheet_.print(Top::kTitle, row_ - 1, kLast);
    }

  private:
    void fact(const std::string& label, const std::string& text) {
        sheet_.merged(row_, 0, 1, label, with(cell_style(), [](Style& s) { s.bold = true; }));
        sheet_.merged(row_++, 2, kLast, text, cell_style());
    }

    void heading(const std::string& text) {
        ++row_;
        sheet_.keep_together(row_, row_ + 2);  // with the table's header and first row
        sheet_.merged(row_++, 0, kLast, text, heading_style());
    }

    void none(const std::string& text) { sheet_.merged(row_++, 0, kLast, text, cell_style()); }

    std::string date(Day day) const { return official_date(day, c_.language); }

    void facts() {
        const auto& head = report_.plan().head;
        fact(c_.say("Tính đến hết", "As of"), date(report_.as_of()));
        fact(c_.say("Kế hoạch", "Plan"),
             fmt::format("{}; {}; {}", head.number, date(head.issued), head.title));
        if (head.implements) {
            fact(c_.say("Thực hiện Chương trình", "Implements"),
                 fmt::format("{} {}", head.implements->number, head.implements->title));
        }
        fact(c_.say("Kỳ báo cáo", "Period"),
             fmt::format("{} ({}): {} – {}", report_period(report_, c_.language), report_.period_id,
                         short_date(report_.period.span.from, c_.language),
                         short_date(report_.period.span.to, c_.language)));
        fact(c_.say("Thời gian chốt số liệu", "Data window"),
             fmt::format("{} – {}", short_date(report_.window.from, c_.language),
                         short_date(report_.window.to, c_.language)));
        for (const auto ix : report_.slots) obligation(report_.schedule().slots[ix]);
        if (report_.before) {
            fact(c_.say("So sánh với", "Compared with"), before_label(report_, c_.language));
        }
        fact(c_.say("Chương trình lập báo cáo", "Made by"), "plantool " PLANTOOL_VERSION);
        fact(c_.say("Mã băm dữ liệu vào (SHA-256)", "Digest of the inputs (SHA-256)"),
             report_.inputs.digest.empty()
                 ? c_.say("không có: một phần báo cáo đọc từ đầu vào chuẩn",
                          "none: part of the submissions came by standard input")
                 : report_.inputs.digest);
    }

    void obligation(const Slot& slot) {
        const auto& o = report_.plan().obligations[slot.obligation];
        auto text = fmt::format("{} ({}): {} {}", o.title.value, o.id.value,
                                c_.say("ngày cuối còn đúng hạn", "last day on time"),
                                short_date(slot.due.due, c_.language));
        if (!o.why.source.empty()) text += c_.say("; căn cứ: mục ", "; clause ") + o.why.source;
        fact(c_.say("Báo cáo", "Report"), text);
    }

    void assumptions() {
        heading(c_.say("Giả định: điều văn bản không nêu, người lập kế hoạch điền vào",
                       "Assumptions: what the document leaves open and the plan file fills in"));
        if (report_.assumptions.empty()) return none(c_.say("Không có.", "None."));
        sheet_.text(row_, 0, c_.say("TT", "No."), header_style());
        sheet_.text(row_, 1, c_.say("Về", "About"), header_style());
        sheet_.text(row_, 2, c_.say("Mục của văn bản", "Clause"), header_style());
        sheet_.merged(row_++, 3, kLast, c_.say("Giả định", "Assumption"), header_style());
        int number = 0;
        for (const auto& assumption : report_.assumptions) {
            std::string about(assumption_label(assumption.kind, c_.language));
            for (std::size_t i = 0; i < assumption.names.size(); ++i) {
                about += (i == 0 ? ": " : "; ") + assumption.names[i];
            }
            sheet_.number(row_, 0, ++number, centred());
            sheet_.text(row_, 1, about, cell_style());
            sheet_.text(row_, 2, assumption.why.source, cell_style());
            sheet_.merged(row_++, 3, kLast, assumption.why.assumed, cell_style());
        }
    }

    void counted() {
        heading(c_.say("Báo cáo được tính", "Submissions counted"));
        if (report_.counted.empty()) return none(c_.say("Chưa có báo cáo nào.", "None yet."));
        sheet_.header(row_++, {c_.say("TT", "No."), c_.say("Cơ quan, đơn vị", "Agency"),
                               c_.say("Số, ký hiệu", "Document"), c_.say("Ngày ký", "Dated"),
                               c_.say("Ngày nhận", "Received"), c_.say("Tính cho", "Counted for"),
                               c_.say("Tệp", "File"), c_.say("Ghi chú trong báo cáo", "Its note")});
        int number = 0;
        for (const auto& source : report_.counted) {
            const auto& paper = source.paper;
            sheet_.number(row_, 0, ++number, centred());
            sheet_.text(row_, 1, agency_name(report_, agency_of(report_, source.row)),
                        cell_style());
            sheet_.text(row_, 2, paper.document, cell_style());
            optional_date(3, paper.document_date);
            sheet_.date(row_, 4, paper.received, cell_style());
            sheet_.text(row_, 5, counted_for(source, c_.language), cell_style());
            sheet_.text(row_, 6, place_of(paper.origin), cell_style());
            sheet_.text(row_++, 7, paper.note, cell_style());
        }
    }

    void optional_date(Col col, std::optional<Day> day) {
        if (day) {
            sheet_.date(row_, col, *day, cell_style());
        } else {
            sheet_.blank(row_, col, cell_style());
        }
    }

    void refused() {
        heading(c_.say("Báo cáo bị từ chối, không tính", "Submissions refused, not counted"));
        if (report_.refused.empty()) {
            none(c_.say("Không có.", "None."));
        } else {
            sheet_.header(row_++, {c_.say("TT", "No."), c_.say("Cơ quan, đơn vị", "Agency"),
                                   c_.say("Số, ký hiệu", "Document"), "",
                                   c_.say("Ngày nhận", "Received"), c_.say("Mã lỗi", "Errors"),
                                   c_.say("Tệp", "File"), c_.say("Ghi chú", "Note")});
        }
        int number = 0;
        for (const auto& paper : report_.refused) refused(++number, paper);
        if (report_.refused_elsewhere == 0) return;
        none(fmt::format(fmt::runtime(c_.say("Ngoài ra {} bản bị từ chối thuộc kỳ, báo cáo khác.",
                                             "Another {} refused are other reports'.")),
                         report_.refused_elsewhere));
    }

    void refused(int number, const RefusedPaper& paper) {
        sheet_.number(row_, 0, number, centred());
        sheet_.text(
            row_, 1,
            paper.agency ? agency_name(report_, *paper.agency) : c_.say("(không rõ)", "(unknown)"),
            cell_style());
        sheet_.text(row_, 2, paper.document, cell_style());
        sheet_.blank(row_, 3, cell_style());
        optional_date(4, paper.received);
        sheet_.text(row_, 5, error_codes(paper), cell_style());
        sheet_.text(row_, 6, place_of(paper.origin), cell_style());
        const auto hint =
            paper.slot ? std::string() : c_.say("không rõ kỳ hoặc báo cáo nào", "names no period");
        sheet_.text(row_++, 7, hint, cell_style());
    }

    void inputs() {
        heading(
            c_.say("Tệp đã đọc, theo thứ tự đọc; mã băm chung ở trên là của: sha256sum TỆP... | "
                   "sha256sum",
                   "Files as they were read; the digest above is that of: sha256sum FILE... | "
                   "sha256sum"));
        if (report_.inputs.files.empty()) return none(c_.say("Không có.", "None."));
        sheet_.text(row_, 0, c_.say("TT", "No."), header_style());
        sheet_.merged(row_, 1, 3, c_.say("Tệp", "File"), header_style());
        sheet_.merged(row_++, 4, kLast, "SHA-256", header_style());
        int number = 0;
        for (const auto& file : report_.inputs.files) {
            sheet_.number(row_, 0, ++number, centred());
            sheet_.merged(row_, 1, 3, file.name, cell_style());
            sheet_.merged(row_++, 4, kLast, file.sha256, cell_style());
        }
    }

    const Context& c_;
    const Report& report_;
    Sheet sheet_;
    Row row_ = 0;
};

}  // namespace

void add_sources_sheet(const Context& context) {
    Sources(context).write();
}

}  // namespace plantool::xlsx
