// P101 to P127: what a plan says.

#include <array>

#include "diag/code_texts.hpp"

namespace plantool {
namespace {

constexpr std::array kPlanRules = {
    CodeText{Code::p_bad_id, Topic::plan_file, "Mã có ký tự không được dùng.",
             "Mã là tên ngắn để các phần của kế hoạch gọi nhau, nên chỉ gồm chữ thường không dấu, "
             "chữ số, dấu chấm và dấu gạch nối, bắt đầu bằng chữ hoặc số. Riêng mã nhiệm vụ giữ "
             "cách đánh số của văn bản, như II.1.3: chữ, số và dấu chấm. Hãy viết lại mã; tên đầy "
             "đủ có dấu đặt ở `name` hoặc `title`.",
             "An id is the short name by which the parts of a plan refer to each other: a-z, 0-9, "
             "dots and hyphens, beginning with a letter or digit. A task's id keeps the numbering "
             "of the document, such as II.1.3: letters, digits and dots. Write the id anew; the "
             "full name belongs in `name` or `title`.",
             "id: Sở Y tế", "id: so-y-te"},
    CodeText{Code::p_duplicate_id, Topic::plan_file, "Hai phần có cùng một mã.",
             "Cơ quan và nhóm không được trùng mã với nhau; nhiệm vụ và báo cáo cũng vậy; chỉ tiêu "
             "và sự việc thì mỗi loại có mã riêng. Trùng mã thì không biết bản báo cáo gửi đến "
             "thuộc phần nào. Hãy đổi một trong hai mã, cả ở những nơi nhắc đến nó.",
             "Agencies and groups share one set of ids, tasks and reports another; indicators and "
             "events have one each. With the same id twice, nobody knows to which entry a "
             "submission belongs. Change one of the two, and the places that refer to it.",
             "- {id: so-y-te, name: Sở Nội vụ}", "- {id: so-noi-vu, name: Sở Nội vụ}"},
    CodeText{
        Code::p_unknown_agency, Topic::obligations, "Không có cơ quan hay nhóm nào mang mã này.",
        "Kế hoạch nhắc đến một mã không có trong `agencies` và `groups`: có thể gõ sai, có "
        "thể chưa khai báo. Nghĩa vụ của cơ quan ấy sẽ bị bỏ sót, nên kế hoạch không được "
        "dùng cho đến khi sửa. Hãy viết đúng mã, hoặc thêm cơ quan vào danh sách. Trong tệp sự "
        "việc, cơ quan còn được ghi bằng tên; tên mà nhiều cơ quan cùng có thì phải ghi mã.",
        "The plan refers to an id that is neither in `agencies` nor in `groups`: it is "
        "misspelt, or was never listed. What that agency owes would be lost, so the plan is "
        "not used until this is mended. Write the right id, or add the agency. Files of events may "
        "name agencies by their names too; a name that several share must give way to the id.",
        "lead: [so-yte]", "lead: [so-y-te]"},
    CodeText{Code::p_unknown_obligation, Topic::obligations,
             "Không có nhiệm vụ hay báo cáo nào mang mã này.",
             "Một sự việc, một lần miễn hay gia hạn nhắc đến nhiệm vụ hoặc báo cáo không có trong "
             "kế hoạch. Nếu bỏ qua thì quyết định ấy không có tác dụng mà không ai biết. Hãy viết "
             "đúng mã như trong `tasks` hoặc `reports`.",
             "An event, a waiver or an extension refers to a task or report that the plan does not "
             "have. Skipped, the decision would have no effect and nobody would notice. Write the "
             "id as it stands under `tasks` or `reports`.",
             "- {obligation: sau-than, agency: so-y-te, …}",
             "- {obligation: sau-thang, agency: so-y-te, …}"},
    CodeText{Code::p_unknown_task, Topic::plan_file, "Không có nhiệm vụ nào mang mã này.",
             "`covers` của báo cáo và `tasks` của chỉ tiêu chỉ nêu mã nhiệm vụ; mã này không có, "
             "hoặc là mã của một báo cáo. Viết sai thì báo cáo thiếu một nội dung, hoặc chỉ tiêu "
             "không áp dụng được ở đâu. Hãy viết mã đúng như văn bản đánh số.",
             "`covers` of a report and `tasks` of an indicator name tasks; there is none with this "
             "id, or it is that of a report. A slip here would leave a part out of the report, or "
             "an indicator without any use. Write the id as the document numbers it.",
             "covers: [II.1.33]", "covers: [II.1.3]"},
    CodeText{Code::p_bad_value, Topic::plan_file, "Giá trị không nằm trong các giá trị cho phép.",
             "Mục này chỉ nhận một trong vài từ đã định: chu kỳ, cách tính hạn, cách cộng chỉ "
             "tiêu, ngôn ngữ, ngày nghỉ trong tuần và các mục tương tự; giới hạn của chỉ tiêu phải "
             "có `min` không lớn hơn `max`. Từ lạ thì không có quy tắc tính nào đi kèm. Hãy chọn "
             "một trong những từ mà lời báo lỗi liệt kê.",
             "The field takes one of a few words: cadence, anchor and roll of a due day, total of "
             "an indicator, language, days of the weekend and the like; and an indicator's `min` "
             "must not be above its `max`. Another word has no rule behind it. Choose one of those "
             "that the message lists.",
             "cadence: half-yearly", "cadence: semiannual"},
    CodeText{Code::p_unknown_timezone, Topic::plan_file, "Không có múi giờ nào mang tên này.",
             "Múi giờ quyết định một báo cáo nhận lúc nửa đêm thuộc ngày nào, nên không thể đoán. "
             "Tên múi giờ viết theo cơ sở dữ liệu IANA. Hãy viết `Asia/Ho_Chi_Minh`, hoặc bỏ mục "
             "này vì đó là giá trị mặc định.",
             "The timezone decides to which day a report received around midnight belongs, so it "
             "cannot be guessed. Its name is one of the IANA database. Write `Asia/Ho_Chi_Minh`, "
             "or leave the key out: that is the default.",
             "timezone: Asia/Hanoi", "timezone: Asia/Ho_Chi_Minh"},
    CodeText{Code::p_group_cycle, Topic::plan_file, "Nhóm chứa chính nó.",
             "Nhóm này có thành viên là một nhóm khác, và đi theo các thành viên thì lại trở về "
             "chính nhóm này. Như vậy không thể liệt kê hết các cơ quan của nhóm. Hãy bỏ mã nhóm ở "
             "chỗ được chỉ ra khỏi `members`.",
             "The group has another group among its members, and following the members leads back "
             "to the group itself. Its agencies can then never be listed. Take the group's id out "
             "of `members` at the place shown.",
             "- {id: cap-huyen, members: [cap-huyen, huyen-an-binh]}",
             "- {id: cap-huyen, members: [huyen-an-binh]}"},
    CodeText{Code::p_empty_group, Topic::plan_file, "Nhóm không có thành viên.",
             "Nhóm được khai báo nhưng `members` để trống, nên báo cáo nào giao cho nhóm sẽ không "
             "giao cho ai. Hãy liệt kê các cơ quan thuộc nhóm. Nếu văn bản không nêu tên thì điền "
             "theo thực tế và ghi lý do vào `assumed`.",
             "The group stands there with nothing under `members`, so a report asked of it would "
             "be asked of nobody. List the agencies that belong to it. Where the document does not "
             "name them, fill them in and give the reason under `assumed`.",
             "- {id: cap-huyen, name: Cấp huyện, members: []}",
             "- {id: cap-huyen, name: Cấp huyện, members: [huyen-an-binh]}"},
    CodeText{Code::p_no_agency, Topic::obligations,
             "Nhiệm vụ hoặc báo cáo không giao cho cơ quan nào.",
             "`lead` của nhiệm vụ hoặc `from` của báo cáo để trống, hoặc chỉ gồm nhóm trống, nên "
             "không ai phải nộp. Một việc không giao cho ai thì không bao giờ quá hạn và dễ bị "
             "quên. Hãy nêu ít nhất một cơ quan hoặc một nhóm có thành viên.",
             "The task's `lead` or the report's `from` is empty, or names empty groups alone, so "
             "nobody owes it. What nobody owes is never overdue and easily forgotten. Name at "
             "least one agency, or a group that has members.",
             "from: []", "from: [so-y-te]"},
    CodeText{Code::p_bad_date, Topic::plan_file, "Giá trị không phải là một ngày có thật.",
             "Ngày viết theo dạng năm-tháng-ngày, đủ bốn và hai chữ số, và phải có trên lịch: "
             "không có ngày 31 tháng 6. Mọi hạn nộp đều tính từ các ngày này nên chương trình "
             "không đoán. Trong `due` còn viết được `06-30` (tháng-ngày) và `period-end`.",
             "A date is written year-month-day, with four and two digits, and must exist: there is "
             "no 31 June. Every due day is reckoned from such dates, so none is guessed. In `due`, "
             "`06-30` (month and day) and `period-end` may stand as well.",
             "issued: 31/6/2022", "issued: 2022-06-30"},
    CodeText{Code::p_reversed_dates, Topic::plan_file, "Ngày kết thúc sớm hơn ngày bắt đầu.",
             "Kế hoạch, thời gian hoạt động của cơ quan hoặc hạn của sự việc kết thúc trước khi "
             "bắt đầu, nên không có ngày nào nằm trong đó. Thường là đổi chỗ hai ngày hoặc gõ sai "
             "năm. Hãy xem lại văn bản rồi sửa một trong hai.",
             "The plan, the life of an agency or the time given for an event ends before it "
             "begins, so that no day lies within. As a rule the two were exchanged, or a year is "
             "mistyped. Look at the document and correct one of them.",
             "{from: 2022-12-31, to: 2022-01-01}", "{from: 2022-01-01, to: 2022-12-31}"},
    CodeText{Code::p_unmatched_period, Topic::periods,
             "Giá trị trong `periods` không ứng với kỳ nào.",
             "`periods` giữ lại một số kỳ của chu kỳ, viết cả mã (`2022-H1`) hoặc phần sau năm "
             "(`H1`, `Q3`, `06`). Giá trị này không phải kỳ của chu kỳ đó, hoặc kỳ ấy không kết "
             "thúc trong thời gian của kế hoạch. Hãy viết một kỳ trong số lời báo lỗi nêu ra; việc "
             "thường xuyên và đột xuất thì không có `periods`.",
             "`periods` keeps some of the cadence's periods, by whole id (`2022-H1`) or by the "
             "part after the year (`H1`, `Q3`, `06`). This entry is no period of that cadence, or "
             "the period does not end within the plan. Write one of those that the message names; "
             "continuous and ad-hoc obligations have no `periods`.",
             "{cadence: semiannual, periods: [Q2]}", "{cadence: semiannual, periods: [H1]}"},
    CodeText{Code::p_unmatched_due_key, Topic::due_day, "Hạn nộp nêu một kỳ không có.",
             "Khi mỗi kỳ có hạn riêng, `due` ghi hạn theo từng kỳ, viết như trong `periods`. Ở đây "
             "có hạn cho một kỳ mà báo cáo không có, thường do gõ sai, nên kỳ đúng có thể đang "
             "thiếu hạn. Hãy sửa tên kỳ, hoặc bỏ dòng thừa.",
             "Where each period has a day of its own, `due` has one key a period, written as in "
             "`periods`. Here a day is given for a period that the obligation does not have; as a "
             "rule the key is mistyped and the right period is left without a day. Correct the "
             "key, or take it out.",
             "{cadence: quarterly, due: {by: {Q5: 03-25, …}}}",
             "{cadence: quarterly, due: {by: {Q1: 03-25, …}}}"},
    CodeText{Code::p_period_without_due, Topic::due_day, "Một kỳ không có ngày đến hạn.",
             "`due` ghi hạn theo từng kỳ nhưng thiếu một kỳ mà báo cáo phải có. Không có hạn thì "
             "không thể nói kỳ đó đúng hạn hay trễ hạn. Hãy thêm hạn cho kỳ được nêu tên, hoặc bỏ "
             "kỳ đó khỏi `periods`.",
             "`due` has one key a period, but a period of the obligation is not among them. "
             "Without a due day nothing can be on time or late. Add a key for the period that is "
             "named, or leave that period out of `periods`.",
             "due: {by: {H1: 06-20}}", "due: {by: {H1: 06-20, H2: 12-20}}"},
    CodeText{Code::p_due_misfit, Topic::due_day, "Quy tắc hạn nộp không hợp với chu kỳ.",
             "`due` nêu đúng một trong ba cách: `before` (trước ngày), `by` (chậm nhất ngày) hoặc "
             "`within … after` (trong vòng … kể từ). Việc đột xuất tính từ ngày phát sinh (`after: "
             "raised`), các chu kỳ khác thì không; việc thường xuyên không có hạn. Viết khác đi "
             "thì không tính ra được ngày đến hạn. Hãy viết lại theo lời báo lỗi.",
             "A due rule has exactly one of `before`, `by` and `within … after`. Ad-hoc "
             "obligations count from the day something was raised (`after: raised`), and no others "
             "do; continuous ones have no due day. Otherwise no day can be reckoned. Write the "
             "rule as the message says.",
             "{cadence: ad-hoc, due: {by: 06-30}}",
             "{cadence: ad-hoc, due: {within: 5wd, after: raised}}"},
    CodeText{
        Code::p_unused_agency, Topic::findings, "Cơ quan không được nhắc đến ở đâu trong kế hoạch.",
        "Cơ quan có trong danh sách nhưng không thuộc nhóm, nhiệm vụ hay báo cáo nào, nên không "
        "phải nộp gì. Đây chỉ là thông tin: có thể cơ quan chỉ để nhận văn bản, cũng có thể đã bị "
        "bỏ sót. Hãy xem lại văn bản; nếu có giao việc thì thêm vào `lead`, `from` hoặc một nhóm.",
        "The agency is listed but in no group, task or report, so it owes nothing. This is for "
        "information alone: it may be there on purpose, or may have been forgotten. Look at the "
        "document; if it asks something of the agency, add it to a `lead`, a `from` or a group.",
        "lead: [so-noi-vu]", "lead: [so-noi-vu, so-y-te]"},
    CodeText{Code::p_no_holidays, Topic::due_day,
             "Tính ngày làm việc của một năm chưa có ngày nghỉ lễ.",
             "Một hạn nộp đếm ngày làm việc trong năm này, nhưng lịch không có ngày nghỉ lễ nào "
             "của năm. Ngày đến hạn vì thế có thể sớm hơn thực tế, nhất là dịp Tết. Hãy thêm ngày "
             "nghỉ lễ của năm đó vào `calendar.holidays` hoặc tệp ngày nghỉ.",
             "A due rule counts working days of this year, but the calendar has no holiday in it. "
             "The due day may then come out too early, above all around Tết. Add the holidays of "
             "that year to `calendar.holidays` or to the file of holidays.",
             "holidays: []", "holidays: [{date: 2022-09-02, name: Quốc khánh}]"},
    CodeText{
        Code::p_unmatched_waiver, Topic::expected,
        "Quyết định miễn không ứng với báo cáo phải nộp nào.",
        "Cơ quan được miễn vốn không phải nộp báo cáo ấy trong kỳ ấy: sai kỳ, sai báo cáo, hoặc cơ "
        "quan không hoạt động vào ngày đến hạn. Quyết định miễn vì thế không có tác dụng, còn báo "
        "cáo thật sự muốn miễn vẫn bị coi là quá hạn. Hãy sửa kỳ, cơ quan hoặc báo cáo cho đúng.",
        "The agency is not expected to send that report for that period anyway: the period or the "
        "report is wrong, or the agency is not active on the due day. So the waiver has no effect, "
        "and the report that was meant goes on being overdue. Correct the period, the agency or "
        "the obligation.",
        "- {obligation: sau-thang, agency: so-y-te, period: 2022-Q2}",
        "- {obligation: sau-thang, agency: so-y-te, period: 2022-H1}"},
    CodeText{
        Code::p_unmatched_extension, Topic::due_day,
        "Quyết định gia hạn không ứng với báo cáo phải nộp nào.",
        "Cơ quan được gia hạn vốn không phải nộp báo cáo ấy trong kỳ ấy: sai kỳ, sai báo cáo, hoặc "
        "cơ quan không hoạt động vào ngày đến hạn mới. Hạn cũ vì thế vẫn có hiệu lực với báo cáo "
        "thật sự muốn gia hạn. Hãy sửa kỳ, cơ quan hoặc báo cáo cho đúng.",
        "The agency is not expected to send that report for that period: the period or the report "
        "is wrong, or the agency is not active on the new due day. The old due day goes on "
        "standing for the report that was meant. Correct the period, the agency or the obligation.",
        "- {obligation: sau-thang, …, period: 2022-Q2, due: 2022-07-08}",
        "- {obligation: sau-thang, …, period: 2022-H1, due: 2022-07-08}"},
    CodeText{Code::p_event_not_ad_hoc, Topic::periods, "Chỉ nghĩa vụ đột xuất mới có sự việc.",
             "Sự việc là điều phát sinh trong năm và mở ra một lần báo cáo đột xuất. Nhiệm vụ hoặc "
             "báo cáo được nhắc đến ở đây có chu kỳ khác, nên các kỳ của nó đã định trước. Hãy nêu "
             "một việc có `cadence: ad-hoc`, hoặc bỏ sự việc này.",
             "An event is what arises during the year and asks for one ad-hoc report. The task or "
             "report named here has another cadence, and its periods are fixed beforehand. Name "
             "one with `cadence: ad-hoc`, or take the event out.",
             "- {id: ngap-lut, obligation: sau-thang, …}",
             "- {id: ngap-lut, obligation: dot-xuat, …}"},
    CodeText{
        Code::p_shared_name, Topic::names, "Hai cơ quan có chung một tên gọi.",
        "Tên, tên viết tắt hoặc tên gọi khác của hai cơ quan giống nhau sau khi bỏ qua chữ hoa, "
        "khoảng trắng và chỗ đặt dấu thanh; cả nước có mười huyện tên Châu Thành. Mã cũng là một "
        "tên gọi: tên viết tắt SNV trùng với mã `snv` của cơ quan khác. Bản báo cáo chỉ ghi tên "
        "chung ấy sẽ không được tính vì không biết của ai. Hãy đặt cho mỗi cơ quan một tên riêng, "
        "hoặc yêu cầu các bản báo cáo ghi mã.",
        "A name, short name or alias of two agencies is the same once capitals, spaces and "
        "the place of tone marks are set aside; ten districts of the country are called Châu "
        "Thành. An id is a name too: the short name SNV is the same as the id `snv` of "
        "another agency. A submission that gives only that name is refused, since nobody "
        "knows whose it is. Give each a name of its own, or have submissions write the id.",
        "name: Huyện Châu Thành", "name: Huyện Châu Thành (Tiền Giang)"},
    CodeText{Code::p_bad_amount, Topic::due_day, "Giá trị không phải là một khoảng thời gian.",
             "Khoảng thời gian là một số nguyên từ 1 đến 9999 kèm đơn vị viết liền: `d` là ngày, "
             "`wd` là ngày làm việc, `w` là tuần, `m` là tháng. Riêng `soon` và `quiet_after` chỉ "
             "dùng `d` hoặc `w`. Hãy viết lại, ví dụ 30 ngày là `30d`.",
             "An amount of time is a whole number from 1 to 9999 and its unit, without a space: "
             "`d` days, `wd` working days, `w` weeks, `m` months. `soon` and `quiet_after` take "
             "`d` or `w` alone. Write it so: 30 days are `30d`.",
             "closes_after: 30 ngày", "closes_after: 30d"},
    CodeText{Code::p_impossible_due, Topic::due_day, "Ngày đến hạn không có trong năm của kỳ.",
             "Hạn ghi theo tháng-ngày được lấy trong năm của kỳ; năm ấy không có ngày này, như 29 "
             "tháng 2 của năm thường. Chương trình không tự chuyển sang ngày 1 tháng 3. Hãy chọn "
             "ngày mà năm nào cũng có, hoặc ghi đủ năm-tháng-ngày.",
             "A month and day are taken in the year of the period, and that year does not have "
             "this day, such as 29 February in a common year. It is never moved to 1 March by "
             "guess. Choose a day that every year has, or write a full date.",
             "due: {by: 02-29}", "due: {by: 02-28}"},
    CodeText{
        Code::p_repeated_exception, Topic::expected, "Một báo cáo được miễn hoặc gia hạn hai lần.",
        "Của nhiều quyết định, quyết định ra sau (`decided`) có hiệu lực; hai quyết định này cùng "
        "ngày hoặc đều không ghi ngày, nên chỉ thứ tự ghi là căn cứ: quyết định ghi trước có hiệu "
        "lực. Có thể một dòng nằm trong kế hoạch và một dòng nằm trong tệp sự việc. Hãy ghi ngày "
        "quyết định, hoặc bỏ bớt một dòng.",
        "Of several decisions the one `decided` last stands. These two have the same day or none, "
        "so that only their order decides: the first listed stands. One entry may be in the plan "
        "and the other in a file of events. Write when each was decided, or take one out.",
        "extensions: [{…, due: 2022-07-08}, {…, due: 2022-07-15}]",
        "extensions: [{…, due: 2022-07-15}]"},
    CodeText{
        Code::p_plan_too_long, Topic::plan_file, "Kế hoạch kéo dài hơn một trăm năm.",
        "Từ `from` đến `to` cách nhau hơn một trăm năm, gần như chắc chắn là gõ sai năm. Nếu tính "
        "tiếp thì số kỳ phải theo dõi sẽ lớn vô nghĩa. Hãy sửa năm bị gõ sai.",
        "More than a hundred years lie between `from` and `to`; almost surely a year is mistyped. "
        "Reckoned on, the plan would have a senseless number of periods. Correct the year.",
        "to: 2222-12-31", "to: 2022-12-31"},
    CodeText{
        Code::p_window_without_rule, Topic::periods,
        "Thời gian chốt số liệu không có quy tắc cho chu kỳ này.",
        "`window: nd09` chốt số liệu theo Điều 12 Nghị định 09/2019/NĐ-CP, chỉ có quy tắc cho "
        "tháng, quý, 6 tháng, năm và, theo thông lệ, 9 tháng. Với chu kỳ khác, thời gian chốt số "
        "liệu vẫn là trọn kỳ, nên mục này không có tác dụng. Hãy bỏ `window`, hoặc xem lại chu kỳ.",
        "`window: nd09` closes figures as article 12 of decree 09/2019/NĐ-CP does, which has rules "
        "for months, quarters, half-years and years, and by custom for nine months. For another "
        "cadence the window is the period itself, and the key has no effect. Take `window` out, or "
        "look at the cadence again.",
        "{cadence: weekly, window: nd09}", "{cadence: weekly}"},
};
static_assert(covers(kPlanRules, Code::p_bad_id, Code::p_window_without_rule));

}  // namespace

std::span<const CodeText> plan_rule_texts() {
    return kPlanRules;
}

}  // namespace plantool
