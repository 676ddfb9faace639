// Which norm a paper is laid out by (formats.md, section 1: layout).
#pragma once

#include "core/plan/head.hpp"

namespace plantool {

enum class PaperLayout {
    nd30,     ///< the State's: Nghị định 30/2020/NĐ-CP, Phụ lục I
    dang_36,  ///< the Party's: Hướng dẫn 36-HD/VPTW (2018)
    dang_05,  ///< the Party's since 27/5/2026: Hướng dẫn 05-HD/VPTW
};

/// The plan's `layout`. Without one: a plan numbered as Party papers are (`04-KHPH/BTGTU-UBND`, a
/// hyphen after the number) has the Party's that is in force on the paper's day, any other
/// (`12/KH-UBND`) the State's.
PaperLayout layout_of(const PlanHead& head, Day paper);

inline bool is_of_party(PaperLayout layout) {
    return layout != PaperLayout::nd30;
}

}  // namespace plantool
