// Who is given what to do by a sentence of a plan.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/draft/phrases/agency_list.hpp"

namespace plantool {

struct DutyPhrase {
    AgencyList lead;      ///< who is named as doing it; empty: nobody is
    AgencyList partners;  ///< phối hợp
    AgencyList told;      ///< those whom the sentence has directed, guided, urged
};

/// Of one sentence or a few: `Giao Phòng Khoa giáo chủ trì, phối hợp các phòng chức năng …`, `Sở Y
/// tế chủ trì …`, `Chỉ đạo các sở …`.
DutyPhrase duty_in(std::string_view text);

/// Whether the text gives somebody something to do, whoever that is.
bool tells_duty(std::string_view text);

/// The parts of a text that can be read each by itself: at semicolons, ends of sentences and lines.
std::vector<std::string_view> parts_of(std::string_view text);

/// What stands in a line for itself or in a sentence: `Đơn vị chủ trì: …`.
enum class DutyLabel { lead, partners, time, product };
struct LabelledText {
    DutyLabel label = DutyLabel::lead;
    std::string text;
};
/// The whole line as such texts, one or several of them; empty where it is something else.
std::vector<LabelledText> labelled_line(std::string_view line);
/// Those that stand in a text among other words.
std::vector<LabelledText> labelled_within(std::string_view text);

}  // namespace plantool
