// The head and the foot of a paper as lines: who issues it, its number, place and day, who signs.
#pragma once

#include <string>
#include <vector>

#include "core/report/report.hpp"
#include "text/labels.hpp"

namespace plantool {

/// A line of one half of the paper's head.
struct HeadLine {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool underline = false;
};
/// The head of the paper, its halves of equal height: who issues it and its number, still to be
/// given, against the name of the State or of the Party, place and date; by the paper's layout
/// (paper_layout.hpp).
struct PaperHead {
    std::vector<HeadLine> left;
    std::vector<HeadLine> right;
};
PaperHead paper_head(const Report& report, Language language);
/// The upper lines of a head: those who issue it, against the name of the State or of the Party.
/// Number, place and day are still to be added below.
PaperHead paper_head(const std::vector<std::string>& bodies, bool party, Language language);
/// "Phú Yên, ngày 05 tháng 7 năm 2022"
std::string place_and_date(const PlanHead& head, Day day, Language language);
/// The lines above a signatory's name: "TM. …", "KT. …", the office. A comma in `for` parts lines.
std::vector<std::string> capacity_lines(const Signatory& signatory);
/// Who signs: lines of who acts for whom, and the name. Of a joint paper each says for which body.
struct PaperSignature {
    std::vector<std::string> capacity;
    std::string name;
};
std::vector<PaperSignature> signatures_of(const Report& report);
/// The lines above the names, a column each, level at their foot.
std::vector<std::vector<std::string>> signature_rows(const std::vector<PaperSignature>& signatures);

/// Whom the properties of a file name.
struct Authors {
    std::string author;   ///< the secretariat, else the issuers
    std::string issuers;  ///< with semicolons
};
Authors authors_of(const Report& report);

}  // namespace plantool
