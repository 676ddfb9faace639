// P128 to P138: what happens to a plan between one January and the next.

#include <array>

#include "diag/code_texts.hpp"

namespace plantool {
namespace {

constexpr std::array kPlanLife = {
    CodeText{
        Code::p_due_before_period, Topic::due_day, "Hạn nộp đến trước khi kỳ bắt đầu.",
        "Ngày đến hạn tính ra nằm trước ngày đầu của kỳ, tức là báo cáo phải nộp khi kỳ chưa bắt "
        "đầu. Thường là do ghi nhầm năm, hoặc ghi tháng-ngày cho một kỳ mà hạn thuộc năm sau. Hãy "
        "ghi hạn theo tháng sau kỳ, như `{day: 15, month: +1}`, hoặc ghi đủ năm-tháng-ngày.",
        "The due day lies before the first day of the period: the report would be owed before "
        "there is anything to report. Mostly the year is mistyped, or a month and day are given "
        "where next year's day is meant. Count from the period, as in `{day: 15, month: +1}`, or "
        "write a full date.",
        "{cadence: annual, due: {by: 2021-12-15}}", "{cadence: annual, due: {by: 2022-12-15}}"},
    CodeText{
        Code::p_shared_due_day, Topic::due_day, "Nhiều kỳ của một nghĩa vụ có chung một hạn.",
        "Các kỳ khác nhau của cùng một báo cáo lại đến hạn cùng một ngày, vì quy tắc chỉ nêu một "
        "ngày trong năm. Có khi đúng là như vậy, nhưng thường thì mỗi kỳ có hạn riêng. Hãy ghi "
        "từng kỳ một hạn, hoặc ghi ngày của tháng cuối kỳ như `{day: 25}`.",
        "Several periods of one report fall due on the same day, because the rule names one day of "
        "the year. That may be meant, but mostly each period has a day of its own. Write a day for "
        "each period, or one that moves with the period, such as `{day: 25}`.",
        "{cadence: quarterly, due: {by: 12-25}}", "{cadence: quarterly, due: {by: {day: 25}}}"},
    CodeText{
        Code::p_due_in_first_half, Topic::due_day, "Hạn nộp rơi vào nửa đầu của kỳ.",
        "Tháng-ngày được hiểu là trong năm mà mã kỳ nêu, nên `01-15` của kỳ 2022 là 15/01/2022, "
        "khi năm ấy mới bắt đầu. Đây chỉ là thông tin: có báo cáo nộp sớm như vậy. Nếu ý là sau "
        "khi hết kỳ, hãy ghi `{day: 15, month: +1}` hoặc ghi đủ năm-tháng-ngày.",
        "A month and day are taken in the year that the period's id names, so `01-15` for 2022 is "
        "15 January 2022, when that year has just begun. This is only information: some reports "
        "are due that early. If the day after the period is meant, write `{day: 15, month: +1}` or "
        "a full date.",
        "{cadence: annual, due: {by: 01-15}}",
        "{cadence: annual, due: {by: {day: 15, month: +1}}}"},
    CodeText{
        Code::p_holidays_not_whole, Topic::due_day,
        "Tính ngày làm việc ngoài thời gian mà lịch nghỉ chắc chắn đủ.",
        "Tệp ngày nghỉ ghi ở `valid_until` ngày cuối cùng mà danh sách được biết là đủ; kế hoạch "
        "lại tính ngày làm việc sau ngày ấy. Tết và ngày nghỉ bù do nhà nước quyết định từng năm, "
        "nên hạn tính ra có thể sai vài ngày. Hãy bổ sung ngày nghỉ rồi dời `valid_until`.",
        "The holidays file says in `valid_until` up to which day it is known to be whole, and "
        "working days are counted beyond it. Tết and the days off in exchange are decided year by "
        "year, so a due day may be wrong by some days. Add the later holidays, then move "
        "`valid_until`.",
        "valid_until: 2022-12-31", "valid_until: 2023-12-31"},
    CodeText{
        Code::p_successor_circle, Topic::expected, "Các cơ quan kế thừa nhau theo vòng tròn.",
        "Đi theo `successor` từ cơ quan này rồi lại gặp chính nó, nên không biết cuối cùng cơ quan "
        "nào phải báo cáo. Cơ quan nhập rồi tách lại với tên cũ là một cơ quan mới, cần mã mới. "
        "Hãy bỏ một `successor` trong vòng ấy.",
        "Following `successor` from this agency leads back to it, so that nobody answers in the "
        "end. An agency that is merged and later founded again is a new one and needs a new id. "
        "Take one `successor` of the circle out.",
        "- {id: a, …, successor: a}", "- {id: a, …, successor: b}"},
    CodeText{
        Code::p_successor_without_end, Topic::expected,
        "Có cơ quan kế thừa nhưng không có ngày kết thúc.",
        "Cơ quan nêu ở `successor` báo cáo thay kể từ ngày sau `active.to`; cơ quan này không có "
        "`active.to`, nên không biết từ bao giờ. Hãy ghi ngày cuối cùng cơ quan còn hoạt động.",
        "A `successor` answers from the day after `active.to`, and this agency has none, so that "
        "nobody knows from when. Write the last day on which the agency existed.",
        "- {id: a, …, successor: b}", "- {id: a, …, active: {to: 2022-06-30}, successor: b}"},
    CodeText{
        Code::p_successor_gap, Topic::expected, "Giữa hai cơ quan kế thừa có khoảng trống.",
        "Cơ quan kế thừa bắt đầu muộn hơn ngày liền sau ngày kết thúc của cơ quan trước, nên báo "
        "cáo có ngày xét nằm trong khoảng ấy không ai phải nộp. Nếu thật sự tiếp nối ngay, hãy sửa "
        "`active.from` hoặc `active.to`.",
        "The successor begins later than on the day after its predecessor ended: what is to be "
        "answered for in between is owed by nobody. If it took over at once, correct `active.from` "
        "or `active.to`.",
        "- {id: b, …, active: {from: 2022-09-01}}", "- {id: b, …, active: {from: 2022-07-01}}"},
    CodeText{
        Code::p_no_period, Topic::expected, "Nghĩa vụ không có kỳ nào trong kế hoạch.",
        "Một kỳ thuộc về kế hoạch khi ngày cuối của kỳ nằm trong thời gian của kế hoạch; nghĩa vụ "
        "này không có kỳ nào như vậy, nên sẽ không ai phải nộp. Hãy xem lại `from`, `to` của kế "
        "hoạch và chu kỳ.",
        "A period belongs to a plan when its last day lies within it. This obligation has none, so "
        "that nobody will ever owe it. Look at the plan's `from` and `to`, and at the cadence.",
        "plan: {from: 2022-01-01, to: 2022-11-30}", "plan: {from: 2022-01-01, to: 2022-12-31}"},
    CodeText{
        Code::p_exception_passed_on, Topic::expected,
        "Báo cáo được miễn hoặc gia hạn đã chuyển cho cơ quan khác.",
        "Cơ quan nêu tên không còn phải nộp báo cáo này: cơ quan kế thừa nộp thay, chung "
        "với các cơ quan khác không được nêu tên. Quyết định vì vậy không có hiệu lực với báo cáo "
        "chung. Nếu ý là miễn hoặc gia hạn cho báo cáo chung, hãy ghi tên cơ quan kế thừa.",
        "The agency that is named does not owe this report any more: its successor answers, and it "
        "answers for others too, which are not named. So the decision does not stand for the joint "
        "report. If that is what it is for, name the successor.",
        "waivers: [{obligation: r, agency: a, period: H1}]",
        "waivers: [{obligation: r, agency: c, period: H1}]"},
    CodeText{
        Code::p_idle_amendment, Topic::expected, "Việc sửa đổi không làm thay đổi gì.",
        "Có hay không có mục `amended` này thì ngày nào cũng như nhau: nó không còn kỳ nào để áp "
        "dụng, hoặc nêu lại giá trị đang có, hoặc bị lần sửa đổi sau thay thế trọn vẹn. Hãy xem "
        "lại `on`, `effective` và các giá trị.",
        "With or without this entry of `amended` every day gives the same: no period is left for "
        "it, it repeats what holds already, or a later amendment replaces all of it. Look at `on`, "
        "`effective` and its values.",
        "amended: [{on: 2023-06-01, due: {by: 07-15}}]",
        "amended: [{on: 2022-06-01, due: {by: 07-15}}]"},
    CodeText{
        Code::p_listed_outside_plan, Topic::periods, "Kỳ được liệt kê kết thúc ngoài kế hoạch.",
        "Mỗi kỳ thuộc về kế hoạch chứa ngày cuối của kỳ ấy; kỳ này kết thúc trước hoặc sau thời "
        "gian của kế hoạch. Có thể gõ sai ngày, có thể kỳ thuộc kế hoạch năm khác. Hãy sửa ngày, "
        "hoặc chuyển kỳ sang kế hoạch kia.",
        "A period belongs to the plan that holds its last day, and this one ends before or after "
        "the plan. A date is mistyped, or the period is another year's. Correct the date, or move "
        "the period to the other plan.",
        "periods: [{id: HK2, from: 2023-01-16, to: 2024-05-31}]",
        "periods: [{id: HK2, from: 2023-01-16, to: 2023-05-31}]"},
    CodeText{
        Code::p_return_strikes_nothing, Topic::counting,
        "Trong hồ sơ không có bản báo cáo hợp lệ nào ứng với lần trả lại này.",
        "Mục `returns` nêu cơ quan, báo cáo, kỳ và số văn bản của bản đã trả lại, nhưng trong hồ "
        "sơ không có bản nào như vậy nhận đến ngày trả lại. Có thể gõ sai số hoặc ngày, có thể bản "
        "ấy đã bị lấy đi. Bản đã trả lại cứ để trong hồ sơ: việc trả lại làm cho nó không được "
        "tính.",
        "An entry of `returns` names the agency, report, period and number of a paper that was "
        "sent back, and no such paper on file came by that day. The number or day is mistyped, or "
        "the paper was taken out. A paper that was sent back stays on file: the return is what "
        "keeps it from counting.",
        "returns: [{document: 45-BC/UBN, …}]", "returns: [{document: 45-BC/UBND, …}]"},
    CodeText{
        Code::p_return_strikes_several, Topic::counting,
        "Một lần trả lại ứng với nhiều bản trong hồ sơ.",
        "Nhiều bản của cơ quan mang cùng số văn bản và đều nhận đến ngày trả lại, nên tất cả đều "
        "không được tính. Nếu chỉ trả lại một bản, hãy ghi `returned` kèm giờ, nằm giữa lúc nhận "
        "bản bị trả lại và lúc nhận bản gửi lại.",
        "Several papers of the agency have this number and came by the day of the return, so that "
        "none of them counts. Where only one was sent back, give `returned` a time of day between "
        "the two.",
        "returned: 2022-06-20", "returned: 2022-06-20T10:00:00+07:00"},
    CodeText{
        Code::p_several_plans, Topic::plans,
        "Một mục có thể thuộc nhiều kế hoạch mà không ghi rõ kế hoạch nào.",
        "Thư mục dùng chung cho nhiều kế hoạch, và mục này nêu báo cáo, kỳ hoặc ngày mà từ hai kế "
        "hoạch trở lên đều có. Chương trình không tự đoán. Hãy ghi `plan:` và mã của kế hoạch ở "
        "mục này, hoặc một lần ở đầu tệp nếu cả tệp thuộc một kế hoạch.",
        "The folder serves several plans, and two or more of them have the report and the period "
        "or day that this entry names. Nothing is guessed. Write `plan:` with the plan's id on "
        "the entry, or once on top of the file where all of it belongs to one plan.",
        "- {obligation: bao-cao, period: 2022-H1, …}",
        "- {plan: kh-2022, obligation: bao-cao, period: 2022-H1, …}"},
    CodeText{
        Code::p_same_plan_id, Topic::plans, "Hai kế hoạch có cùng một mã.",
        "Các kế hoạch trong cùng một không gian làm việc được dùng chung, và bản báo cáo nêu kế "
        "hoạch của mình bằng mã. Hai kế hoạch cùng mã thì không phân biệt được; thường là tệp của "
        "năm trước được sao lại mà chưa đổi mã. Hãy đổi mã của một trong hai.",
        "The plans of a workspace are known together, and submissions name their plan by its id. "
        "Two with one id cannot be told apart; mostly last year's file was copied and its id was "
        "not changed. Give one of the two another id.",
        "plan: {id: kh-2022, from: 2023-01-01, …}", "plan: {id: kh-2023, from: 2023-01-01, …}"},
    CodeText{
        Code::p_unmatched_explanation, Topic::counting,
        "Giải trình chậm nộp không ứng với báo cáo nào phải nộp.",
        "Mục `explanations` nêu một kỳ mà báo cáo ấy không có, hoặc một cơ quan không phải nộp kỳ "
        "ấy, nên không hiện ra ở đâu cả. Hãy sửa lại kỳ; nếu báo cáo đã chuyển cho cơ quan kế "
        "thừa thì ghi cơ quan kế thừa.",
        "An entry of `explanations` names a period that the report does not have, or an agency "
        "that does not owe it, so that it is shown nowhere. Correct the period; where the report "
        "has passed to a successor, name that.",
        "explanations: [{period: 2022-Q5, …}]", "explanations: [{period: 2022-Q4, …}]"},
};
static_assert(covers(kPlanLife, Code::p_due_before_period, Code::p_unmatched_explanation));

}  // namespace

std::span<const CodeText> plan_life_texts() {
    return kPlanLife;
}

}  // namespace plantool
