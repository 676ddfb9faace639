// A plan read from its document: the ways in which documents write times and agencies.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "read/draft/phrases/agency_list.hpp"
#include "read/draft/plan_draft.hpp"
#include "read/paper/paper_text.hpp"
#include "support.hpp"
#include "write/plan/plan_yaml.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

PlanDraft drafted(const std::string& body) {
    const auto text =
        "UBND TỈNH MINH HỌA\nSố: 15/KH-UBND\n\nMinh Họa, ngày 12 tháng 01 năm 2023\n\nKẾ HOẠCH\n"
        "Phối hợp năm 2023\n\n" +
        body;
    return draft_of(plan_document(read_plain_text(text)), day("2023-01-12"));
}

/// The value of a key of the first task, as the plan file has it; empty where there is none.
std::string value_of(const std::string& yaml, const std::string& key) {
    const auto tasks = yaml.find("\ntasks:");
    const auto at = yaml.find("\n    " + key + ": ", tasks);
    if (tasks == std::string::npos || at == std::string::npos) return "";
    const auto from = at + key.size() + 7;
    return yaml.substr(from, yaml.find('\n', from) - from);
}

}  // namespace

TEST_CASE("draft: times as documents write them") {
    struct Case {
        const char* time;
        const char* cadence;
        const char* due;
    };
    const Case cases[] = {
        {"Thường xuyên", "continuous", ""},
        {"Hằng quý", "quarterly", "{by: period-end}"},
        {"Hàng tháng, chậm nhất ngày 25", "monthly", "{by: {day: 25}}"},
        {"Quý II/2023", "once", "{by: 2023-Q2}"},
        {"Trước ngày 30/6/2023", "once", "{before: 2023-06-30}"},
        {"Trong tháng 9", "once", "{by: 2023-09-30}"},
        {"Trước ngày 30 tháng 11 năm 2023", "once", "{before: 2023-11-30}"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.time);
        const auto yaml = plan_yaml(drafted(fmt::format("I. NHIỆM VỤ\n1. Tuyên truyền.\n"
                                                        "- Chủ trì: Sở Y tế.\n- Thời gian: {}.\n",
                                                        c.time))
                                        .plan,
                                    "");
        CHECK(value_of(yaml, "cadence") == c.cadence);
        CHECK(value_of(yaml, "due") == c.due);
        CHECK(value_of(yaml, "lead") == "[so-y-te]");
    }
}

TEST_CASE("draft: names with commas and dashes in them are one agency") {
    struct Case {
        const char* list;
        Strings names;
        const char* related;
    };
    const Case cases[] = {
        {"Sở Y tế", {"Sở Y tế"}, ""},
        {"Sở Văn hóa, Thể thao và Du lịch, Sở Y tế",
         {"Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"},
         ""},
        {"Sở Lao động - Thương binh và Xã hội; Công an tỉnh",
         {"Sở Lao động - Thương binh và Xã hội", "Công an tỉnh"},
         ""},
        {"Sở Nội vụ và các cơ quan, đơn vị liên quan",
         {"Sở Nội vụ"},
         "các cơ quan, đơn vị liên quan"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.list);
        const auto read = agencies_in(c.list);
        CHECK(read.names == c.names);
        CHECK(read.related == c.related);
    }
}

TEST_CASE("draft: a table of tasks gives a task for each of its rows") {
    PaperText text;
    const auto line = [&](const char* said) {
        TextBlock block;
        block.text = said;
        text.blocks.push_back(block);
    };
    line("UBND TỈNH MINH HỌA");
    line("Số: 15/KH-UBND");
    line("KẾ HOẠCH");
    line("Phối hợp năm 2023");
    TextBlock table;
    table.kind = TextBlock::Kind::table;
    table.table.rows = {{"TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"},
                        {"1", "Tuyên truyền phòng bệnh", "Sở Y tế", "Sở Nội vụ", "Thường xuyên"},
                        {"2", "Kiểm tra trường học", "Sở Giáo dục và Đào tạo", "", "Hằng quý"}};
    text.blocks.push_back(table);
    const auto draft = draft_of(plan_document(text), day("2023-01-12"));
    REQUIRE(draft.plan.obligations.size() == 2);
    const auto& first = draft.plan.obligations[0];
    const auto& second = draft.plan.obligations[1];
    CHECK(first.title.value == "Tuyên truyền phòng bệnh");
    CHECK(first.cadence.value == Cadence::continuous);
    CHECK(second.title.value == "Kiểm tra trường học");
    CHECK(second.cadence.value == Cadence::quarterly);
}
