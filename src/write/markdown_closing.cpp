// The end of a Markdown report: signatures, recipients, annexes.

#include <fmt/format.h>

#include <algorithm>

#include "write/markdown_escape.hpp"
#include "write/markdown_parts.hpp"
#include "write/report_words.hpp"
#include "write/status_words.hpp"

namespace plantool::markdown {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string text(std::string_view raw) {
    return escape_markdown(raw);
}

std::string emphasised(std::string_view mark, std::string_view raw) {
    return fmt::format("{}{}{}", mark, text(raw), mark);
}

/// One column a signatory, in the plan's order. The paper is a draft until they have signed.
std::string signatures(const Context& c) {
    const auto& signatories = c.report.plan().head.signatories;
    if (signatories.empty()) return "";
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 0;
    for (const auto& signatory : signatories) {
        columns.push_back(capacity_lines(signatory));
        height = std::max(height, columns.back().size());
    }
    Rows rows(height + 2);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto& lines = columns[i];
        lines.insert(lines.begin(), height - lines.size(), "");  // the offices stand level
        for (std::size_t line = 0; line < height; ++line) {
            rows[line].push_back(lines[line].empty() ? "" : emphasised("**", lines[line]));
        }
        rows[height].push_back(emphasised("*", c.say("(dự thảo, chưa ký)", "(draft, not signed)")));
        rows[height + 1].push_back(emphasised("**", signatories[i].name));
    }
    const auto header = rows.front();
    rows.erase(rows.begin());
    return table(std::string(signatories.size(), 'c'), header, rows);
}

std::string recipients(const Context& c) {
    const auto& list = c.report.plan().head.recipients;
    if (list.empty()) return "";
    std::vector<std::string> lines;
    for (const auto& recipient : list) lines.push_back(text(recipient));
    return paragraph(emphasised("***", c.say("Nơi nhận:", "Recipients:"))) + bullets(lines);
}

std::string not_reported(const Context& c) {
    Rows rows;
    for (const auto& row : c.report.attention) {
        const auto agency = agency_of(c.report, row.row);
        rows.push_back({std::to_string(rows.size() + 1), text(agency_name(c.report, agency)),
                        text(obligation_label(obligation_of(c.report, row.row))),
                        short_date(due_of(c.report, row.row), c.language),
                        std::string(state_label(row.state, c.language)),
                        std::to_string(row.days_late.value_or(0)),
                        text(row_note(*c.report.assessment, row, c.language))});
    }
    if (rows.empty()) {
        return paragraph(
            c.say("Không có báo cáo quá hạn hay không nộp.", "No report is overdue or missing."));
    }
    return table("rllllrl",
                 {c.say("TT", "No."), c.say("Cơ quan, đơn vị", "Agency"),
                  c.say("Báo cáo", "Report"), c.say("Hạn", "Due"), c.say("Trạng thái", "State"),
                  c.say("Chậm (ngày)", "Days late"), c.say("Ghi chú", "Note")},
                 rows);
}

std::string quiet(const Context& c) {
    Rows rows;
    for (const auto& row : c.report.quiet) {
        rows.push_back({std::to_string(rows.size() + 1), text(agency_name(c.report, row.agency)),
                        text(obligation_label(c.report.plan().obligations[row.obligation])),
                        row.last_activity ? short_date(*row.last_activity, c.language)
                                          : c.say("chưa có", "none"),
                        std::to_string(row.quiet_days), std::to_string(row.quiet_after)});
    }
    if (rows.empty()) return paragraph(c.say("Không có.", "None."));
    return table("rlllrr",
                 {c.say("TT", "No."), c.say("Cơ quan, đơn vị", "Agency"), c.say("Nhiệm vụ", "Task"),
                  c.say("Hoạt động gần nhất", "Last activity"),
                  c.say("Số ngày im ắng", "Quiet days"), c.say("Ngưỡng", "Limit")},
                 rows);
}

std::string counted(const Context& c) {
    Rows rows;
    for (const auto& source : c.report.counted) {
        const auto& paper = source.paper;
        rows.push_back({std::to_string(rows.size() + 1),
                        text(agency_name(c.report, agency_of(c.report, source.row))),
                        text(paper.document), short_date(paper.received, c.language),
                        std::string(counted_for(source, c.language)), text(place_of(paper.origin)),
                        text(paper.note)});
    }
    if (rows.empty()) return paragraph(c.say("Chưa có báo cáo nào.", "None yet."));
    return table(
        "rllllll",
        {c.say("TT", "No."), c.say("Cơ quan, đơn vị", "Agency"), c.say("Số, ký hiệu", "Document"),
         c.say("Ngày nhận", "Received"), c.say("Tính cho", "Counted for"), c.say("Tệp", "File"),
         c.say("Ghi chú trong báo cáo", "Its note")},
        rows);
}

std::string refused(const Context& c) {
    Rows rows;
    for (const auto& paper : c.report.refused) {
        rows.push_back({std::to_string(rows.size() + 1),
                        paper.agency ? text(agency_name(c.report, *paper.agency))
                                     : c.say("(không rõ)", "(unknown)"),
                        text(paper.document),
                        paper.received ? short_date(*paper.received, c.language) : std::string(),
                        text(error_codes(paper)), text(place_of(paper.origin))});
    }
    const auto elsewhere =
        c.report.refused_elsewhere == 0
            ? std::string()
            : paragraph(fmt::format(
                  fmt::runtime(c.say("Ngoài ra {} bản bị từ chối thuộc kỳ, báo cáo khác.",
                                     "Another {} refused are other reports'.")),
                  c.report.refused_elsewhere));
    if (rows.empty()) return paragraph(c.say("Không có.", "None.")) + elsewhere;
    return table("rlllll",
                 {c.say("TT", "No."), c.say("Cơ quan, đơn vị", "Agency"),
                  c.say("Số, ký hiệu", "Document"), c.say("Ngày nhận", "Received"),
                  c.say("Mã lỗi", "Errors"), c.say("Tệp", "File")},
                 rows) +
           elsewhere;
}

std::string assumptions(const Context& c) {
    Rows rows;
    for (const auto& assumption : c.report.assumptions) {
        std::string about(assumption_label(assumption.kind, c.language));
        if (!assumption.names.empty()) {
            about += fmt::format(": {}", fmt::join(assumption.names, "; "));
        }
        rows.push_back({std::to_string(rows.size() + 1), text(about), text(assumption.why.source),
                        text(assumption.why.assumed)});
    }
    if (rows.empty()) return paragraph(c.say("Không có.", "None."));
    return table("rlll",
                 {c.say("TT", "No."), c.say("Về", "About"), c.say("Mục của văn bản", "Clause"),
                  c.say("Giả định", "Assumption")},
                 rows);
}

std::string made_by(const Context& c) {
    return paragraph(fmt::format(
        fmt::runtime(c.say("Lập bằng plantool {} từ tệp kế hoạch `{}`; tính đến hết {}.",
                           "Made by plantool {} from plan `{}`; as of {}.")),
        PLANTOOL_VERSION, c.report.plan().head.id.value,
        official_date(c.report.as_of(), c.language)));
}

}  // namespace

std::string closing(const Context& c) {
    return signatures(c) + recipients(c) +
           heading(2, c.say("Phụ lục I. Đơn vị chưa báo cáo", "Annex I. Who has not reported")) +
           not_reported(c) +
           heading(2, c.say("Phụ lục II. Nhiệm vụ thường xuyên im ắng",
                            "Annex II. Continuous tasks gone quiet")) +
           quiet(c) + heading(2, c.say("Phụ lục III. Nguồn", "Annex III. Sources")) +
           heading(3, c.say("Báo cáo được tính", "Submissions counted")) + counted(c) +
           heading(3, c.say("Báo cáo bị từ chối, không tính", "Submissions refused")) + refused(c) +
           heading(3, c.say("Giả định của tệp kế hoạch", "Assumptions of the plan file")) +
           assumptions(c) + made_by(c);
}

}  // namespace plantool::markdown
