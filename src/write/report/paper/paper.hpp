// A report as it is signed: its head, its sentences in their parts, who
// signs, who gets it, its annexes. Words alone: what they look like is for the format that writes
// them. No id, no code of a fault stands in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report/report.hpp"
#include "text/labels.hpp"
#include "write/report/paper/paper_layout.hpp"
#include "write/report/shared_texts.hpp"

namespace plantool {

struct PaperColumn {
    std::string heading;
    double share = 1;        ///< of the width, against the other columns
    bool of_number = false;  ///< figures: aligned at the right
    bool of_plan = false;    ///< names and titles, in the language of the plan
    bool of_bar = false;     ///< a block for each tenth
    bool of_result = false;  ///< what is looked for first, on a narrow screen
};

struct PaperTable {
    std::vector<PaperColumn> columns;
    std::vector<std::vector<std::string>> rows;
    bool has_total = false;  ///< the last row
};

struct PaperBlock {
    enum class Kind { heading, paragraph, intro, dash, remark, table };
    Kind kind =
        Kind::paragraph;    ///< intro: stands with what follows it; remark: small, below a table
    std::string lead = {};  ///< stands out before the text
    std::string text = {};
    PaperTable table = {};
    bool quoted = false;  ///< lead and text are the plan's or an agency's own, in their language
};

struct PaperPart {
    std::string heading;
    std::vector<PaperBlock> blocks = {};
};

struct PaperAnnex {
    enum class Kind { summary, standing, figures, texts, quiet, refused, league, sources };
    Kind kind = Kind::summary;
    std::string name = {};  ///< "Phụ lục I"
    std::string title = {};
    bool wide = false;
    std::vector<PaperBlock> blocks = {};
};
inline constexpr std::size_t kAnnexes = 8;
/// `summary`, `league`: for programs, and for links.
std::string_view annex_id(PaperAnnex::Kind kind);

struct SignedPaper {
    PaperLayout layout = PaperLayout::nd30;
    PaperHead head;    ///< number and day left open
    std::string kind;  ///< empty: a letter, which has none
    std::string about;
    std::string title;  ///< both in one line, for lists of files
    std::vector<std::string> notes;
    std::string opening;
    std::vector<PaperPart> parts;
    std::string closing;
    std::vector<PaperSignature> signatures;
    std::vector<std::string> recipients;
    std::string attached;  ///< what each annex belongs to
    std::vector<PaperAnnex> annexes;
};

SignedPaper signed_paper(const Report& report, Language language);

}  // namespace plantool
