// The parts of a paper, and what they share.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "write/report/paper/paper.hpp"

namespace plantool::paper {

/// They stand in this order. One that would be empty is left out, and those behind it move up.
using Annex = PaperAnnex::Kind;

struct Context {
    const Report& report;
    Language language = Language::vi;
    std::array<std::string, kAnnexes> annexes = {};  ///< "Phụ lục I"; empty: there is none

    const std::string& name_of(Annex annex) const {
        return annexes[static_cast<std::size_t>(annex)];
    }
    /// " (Phụ lục I)"; empty where there is none.
    std::string see(Annex annex) const;
    /// Whether each row is another agency's: then units are counted, else reports.
    bool counts_units() const;
    /// "03 đơn vị", "03 báo cáo".
    std::string count(int units) const;
    std::string days(int days) const;
};

PaperBlock paragraph(std::string text);
PaperBlock intro(std::string text);
PaperBlock heading(std::string text);
PaperBlock dash(std::string lead, std::string text);
/// What somebody says, in his own words.
PaperBlock quotation(std::string lead, std::string text);
PaperBlock remark(std::string text);
PaperBlock table(PaperTable table);

/// At most so many of the items, and how many more there are.
std::string capped(const Context& context, const std::vector<std::string>& items, std::size_t most);
/// The same, and the annex that has all of them.
std::string capped(const Context& context, const std::vector<std::string>& items, std::size_t most,
                   Annex annex);

/// One value of an indicator in a sentence: "154 hội nghị tuyên truyền".
std::string total_phrase(const Context& context, const IndicatorTable& table, double value);
/// "tăng 12%"; empty where there is nothing to compare with.
std::string change_phrase(const Context& context, const IndicatorTable& table, double value,
                          std::optional<double> before);

/// What the report is of: "kết quả thực hiện Kế hoạch số … 6 tháng đầu năm 2022".
std::string about(const Context& context);
std::string opening_of(const Context& context);
std::string closing_of(const Context& context);

PaperPart standing_part(const Context& context);
PaperPart results_part(const Context& context);
PaperPart difficulties_part(const Context& context);
PaperPart next_part(const Context& context);
PaperPart proposals_part(const Context& context);

/// How an earlier period of the same reports stood, which the report can be held against.
struct EarlierStanding {
    std::string period;
    Summary summary;
};
std::vector<EarlierStanding> earlier_standings(const Context& context);
/// "Hội Nông dân tỉnh (06 ngày, 01 bản gửi không hợp lệ)".
std::string owing(const Context& context, const StatusRow& row, bool with_days);

/// A period inside a sentence: "quý I/2022".
std::string period_in_sentence(const Context& context, SlotIx slot);

/// Their names, for the parts that point to them.
std::array<std::string, kAnnexes> annex_names(const Context& context);
std::vector<PaperAnnex> annexes_of(const Context& context);
// Annexes that are long to write.
PaperAnnex summary_annex(const Context& context);
PaperAnnex league_annex(const Context& context);
PaperAnnex figures_annex(const Context& context);
PaperAnnex texts_annex(const Context& context);

}  // namespace plantool::paper
