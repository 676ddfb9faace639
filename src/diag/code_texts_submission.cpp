// S101 to S140: what a submission says.

#include <array>

#include "diag/code_texts.hpp"

namespace plantool {
namespace {

constexpr std::array kSubmissionRules = {
    CodeText{
        Code::s_bad_date, Topic::submission_file, "Giá trị không phải là một ngày có thật.",
        "Ngày viết theo dạng năm-tháng-ngày và phải có trên lịch; riêng CSV còn nhận "
        "ngày/tháng/năm. `received` viết được cả giờ, khi đó phải có độ lệch múi giờ. Ngày nhận "
        "quyết định báo cáo đúng hạn hay trễ hạn nên chương trình không đoán. Hãy sửa theo dạng mà "
        "lời báo lỗi nêu.",
        "A date is written year-month-day and must exist; CSV alone also takes day/month/year. "
        "`received` may have a time, and then needs its offset. The day of receipt decides whether "
        "a report is late, so it is never guessed. Correct it in the form that the message names.",
        "received: 27.6.2022", "received: 2022-06-27"},
    CodeText{Code::s_bad_value, Topic::submission_file,
             "Giá trị không nằm trong các giá trị cho phép.",
             "`via` là cách báo cáo được gửi đến: `email`, `post` (bưu điện), `hand` (trực tiếp), "
             "`portal` (cổng điện tử) hoặc `other` (cách khác). `sha256` của tệp đính kèm là 64 "
             "chữ số thập lục phân. Hãy chọn một trong các từ này; nếu không rõ thì bỏ mục.",
             "`via` is the way a report came: `email`, `post`, `hand`, `portal` or `other`. The "
             "`sha256` of an attachment has 64 hexadecimal digits. Choose one of these words; "
             "where the way is not known, leave the key out.",
             "via: fax", "via: other"},
    CodeText{
        Code::s_ambiguous_agency, Topic::names, "Nhiều cơ quan có chung tên này.",
        "Tên ghi trong bản báo cáo là tên của hai cơ quan trở lên trong kế hoạch, nên không biết "
        "bản này của ai. Tính nhầm thì một cơ quan được ghi nhận sai, còn cơ quan đã nộp bị coi là "
        "không nộp; vì vậy bản không được tính. Hãy ghi mã của cơ quan, chọn trong danh sách mà "
        "lời báo lỗi nêu.",
        "The name in the submission is that of two or more agencies of the plan, so nobody knows "
        "whose report it is. Counted for the wrong one, it would clear one agency and blame "
        "another; so it is refused. Write the id of the agency: the message lists the candidates.",
        "agency: Huyện Châu Thành", "agency: huyen-chau-thanh-tien-giang"},
    CodeText{
        Code::s_unknown_agency, Topic::names, "Kế hoạch không có cơ quan nào mang mã hay tên này.",
        "Cơ quan được ghi bằng mã, tên, tên viết tắt hoặc một tên gọi khác có trong kế hoạch. Tên "
        "viết không dấu hay gõ sai thì không được coi là trùng, chỉ được gợi ý, để báo cáo "
        "không bị tính nhầm cho cơ quan khác. Hãy viết lại theo gợi ý; nếu cơ quan hay dùng "
        "tên này thì thêm vào `aliases` của cơ quan trong kế hoạch.",
        "An agency is named by its id, name, short name or an alias in the plan. A name "
        "without its diacritics or with a slip is not the same name, only a hint, so that no "
        "report is counted for another agency. Write it as suggested; if the agency often "
        "uses this name, add it to its `aliases` in the plan.",
        "agency: So Y te", "agency: Sở Y tế"},
    CodeText{
        Code::s_unknown_obligation, Topic::obligations,
        "Kế hoạch không có nhiệm vụ hay báo cáo nào mang mã này.",
        "`obligation` phải là mã của một báo cáo hoặc một nhiệm vụ trong kế hoạch, không phải "
        "tên của nó. Mã sai thì bản này không thuộc về đâu và không được tính. Hãy viết lại theo "
        "gợi ý; lệnh `plantool plan` liệt kê các mã.",
        "`obligation` is the id of a report or task of the plan, not its title. With a wrong "
        "id the submission belongs nowhere and is refused. Write it as suggested; `plantool "
        "plan` lists the ids.",
        "obligation: Báo cáo 6 tháng", "obligation: bao-cao-6-thang"},
    CodeText{Code::s_unknown_task, Topic::submission_file,
             "Kế hoạch không có nhiệm vụ nào mang mã này.",
             "Mỗi kết quả ghi `task` là mã nhiệm vụ như văn bản đánh số. Mã này không có, hoặc là "
             "mã của một báo cáo, nên không biết kết quả nói về việc gì. Hãy viết lại theo gợi ý.",
             "Each result has the id of its `task`, as the document numbers it. There is none with "
             "this id, or it is that of a report, so nobody knows what the result speaks of. Write "
             "it as suggested.",
             "results: [{task: II.1.33, summary: …}]", "results: [{task: II.1.3, summary: …}]"},
    CodeText{
        Code::s_unknown_indicator, Topic::submission_file,
        "Kế hoạch không có chỉ tiêu nào mang mã này.",
        "Số liệu được ghi theo mã chỉ tiêu trong `indicators` của kế hoạch. Mã lạ thì con số "
        "không được cộng vào đâu và sẽ mất, nên bản không được tính. Hãy viết lại theo gợi ý; nếu "
        "là chỉ tiêu mới thì thêm vào kế hoạch trước.",
        "Figures stand under the ids of the plan's `indicators`. A number under another name "
        "would be added up nowhere and lost, so the submission is refused. Write it as "
        "suggested; a new indicator is added to the plan first.",
        "figures: {hoinghi: 12}", "figures: {hoi-nghi: 12}"},
    CodeText{Code::s_not_owed, Topic::obligations, "Cơ quan không phải nộp báo cáo này.",
             "Cơ quan có trong kế hoạch, nhưng không thuộc `lead` của nhiệm vụ hay `from` của báo "
             "cáo, hoặc sự việc không yêu cầu cơ quan ấy báo cáo. Thường là ghi nhầm cơ quan hoặc "
             "nhầm báo cáo; đơn vị phối hợp không nộp thay đơn vị chủ trì. Hãy sửa cho đúng; nếu "
             "cơ quan thật sự phải nộp thì thêm vào kế hoạch.",
             "The agency is in the plan, but not in the `lead` of the task or the `from` of the "
             "report, or the event does not ask it. As a rule the wrong agency or report was "
             "written; a partner does not send in place of the lead. Correct it; if the agency "
             "does owe the report, add it to the plan.",
             "{agency: so-y-te, obligation: bao-cao-cap-huyen}",
             "{agency: huyen-an-binh, obligation: bao-cao-cap-huyen}"},
    CodeText{
        Code::s_unknown_period, Topic::periods, "Kỳ không thuộc báo cáo này.",
        "Báo cáo có các kỳ theo chu kỳ của nó trong thời gian của kế hoạch; kỳ ghi ở đây không nằm "
        "trong số đó. Báo cáo 6 tháng dùng `2022-H1`, quý dùng `2022-Q2`, tháng dùng `2022-06`; "
        "việc đột xuất ghi mã sự việc. Hãy chọn một kỳ trong số lời báo lỗi nêu.",
        "The obligation has the periods of its cadence within the plan, and this is none of them. "
        "Half-years are written `2022-H1`, quarters `2022-Q2`, months `2022-06`; ad-hoc "
        "obligations take the id of the event. Choose one of those that the message names.",
        "{obligation: bao-cao-6-thang, period: 2022-Q2}",
        "{obligation: bao-cao-6-thang, period: 2022-H1}"},
    CodeText{Code::s_missing_period, Topic::submission_file, "Thiếu kỳ báo cáo.",
             "Báo cáo định kỳ phải ghi kỳ, báo cáo đột xuất phải ghi mã sự việc; nếu không thì "
             "không biết bản này nộp cho lần nào. Chương trình không suy ra kỳ từ ngày nhận, vì "
             "báo cáo có thể nộp trễ hoặc nộp bù. Hãy thêm `period`.",
             "A periodic report names its period, an ad-hoc one the id of its event; otherwise "
             "nobody knows for which time it was sent. The period is not inferred from the day of "
             "receipt, since reports come late or are sent again. Add `period`.",
             "{obligation: bao-cao-6-thang}", "{obligation: bao-cao-6-thang, period: 2022-H1}"},
    CodeText{Code::s_superfluous_period, Topic::periods, "Việc thường xuyên không có kỳ báo cáo.",
             "Nhiệm vụ này có chu kỳ `continuous`: báo cáo lúc nào cũng được và không có hạn, nên "
             "không có kỳ. Có `period` ở đây thường là ghi nhầm mã nhiệm vụ. Hãy bỏ `period`, hoặc "
             "sửa `obligation`.",
             "The task is `continuous`: it is reported on at any time and has no due day, so it "
             "has no periods. A `period` here often means that the wrong obligation was written. "
             "Take `period` out, or correct `obligation`.",
             "{obligation: II.1.3, period: 2022-H1}", "{obligation: II.1.3}"},
    CodeText{
        Code::s_received_before_document, Topic::findings, "Ngày nhận sớm hơn ngày của văn bản.",
        "Không thể nhận một văn bản trước ngày nó được ban hành, nên một trong hai ngày bị "
        "ghi sai. Ngày nhận quyết định đúng hạn hay trễ hạn, vì vậy bản không được tính cho đến "
        "khi rõ. Hãy đối chiếu với văn bản và sổ đăng ký văn bản đến.",
        "A document cannot come in before it was issued, so one of the two dates is wrong. "
        "The day of receipt decides whether the report is late; so the submission is refused "
        "until this is clear. Compare the document and the register of incoming papers.",
        "{document: {date: 2022-06-24}, received: 2022-06-20}",
        "{document: {date: 2022-06-24}, received: 2022-06-27}"},
    CodeText{
        Code::s_received_in_future, Topic::counting, "Ngày nhận sau ngày đang xét.",
        "Ngày nhận muộn hơn ngày đang xét (`--as-of`, mặc định là hôm nay), nên vào ngày ấy chưa "
        "ai biết đến bản này và nó chưa được tính. Nếu đang xem lại một ngày đã qua thì đây là "
        "điều bình thường. Nếu không thì ngày hoặc năm có thể bị gõ sai: hãy kiểm tra lại.",
        "The day of receipt is later than the day asked about (`--as-of`, today by default): on "
        "that day nobody knew of the submission, and it does not count yet. When a day of the past "
        "is looked at, this is as it should be. Otherwise the day or the year may be mistyped: "
        "check it.",
        "received: 2220-06-27", "received: 2022-06-27"},
    CodeText{Code::s_document_before_period, Topic::findings,
             "Văn bản đề ngày trước khi kỳ báo cáo bắt đầu.",
             "Văn bản được ký trước ngày đầu của kỳ, trong khi báo cáo nói về việc làm trong kỳ "
             "đó. Bản vẫn được tính, nhưng có thể ngày hoặc kỳ bị ghi sai, chẳng hạn báo cáo của "
             "năm trước. Hãy xem lại cả hai.",
             "The document was signed before the first day of the period of which it should speak. "
             "The submission still counts, but the date or the period may be wrong: it may be last "
             "year's report. Check both.",
             "{period: 2022-H1, document: {date: 2021-06-24}}",
             "{period: 2022-H1, document: {date: 2022-06-24}}"},
    CodeText{Code::s_bad_figure, Topic::submission_file, "Số liệu không đúng kiểu số của chỉ tiêu.",
             "Số liệu viết bằng chữ số, không có dấu phân cách hàng nghìn, dấu thập phân là dấu "
             "chấm, không đặt trong dấu nháy. `1.234` với chỉ tiêu số nguyên bị từ chối vì không "
             "biết là một nghìn hai trăm ba mươi tư hay một phẩy hai. Hãy viết `1234`; ô không có "
             "số liệu thì để trống, không ghi chữ.",
             "A figure is written in digits, without thousands separators, with a decimal point "
             "and without quotes. `1.234` for an integer indicator is refused, since it may mean "
             "one thousand two hundred and thirty-four or one point two. Write `1234`; where there "
             "is no figure leave it empty, and write no words.",
             "figures: {luot-nguoi: 1.234}", "figures: {luot-nguoi: 1234}"},
    CodeText{Code::s_figure_out_of_range, Topic::submission_file,
             "Số liệu nằm ngoài giới hạn của chỉ tiêu.",
             "Kế hoạch đặt giới hạn `min` và `max` cho chỉ tiêu, và con số này nằm ngoài. Thường "
             "là gõ thừa chữ số, thiếu dấu thập phân hoặc nhầm đơn vị; cộng vào thì số tổng hợp "
             "sai. Hãy kiểm tra với cơ quan gửi; nếu con số đúng thì sửa giới hạn trong kế hoạch.",
             "The plan sets `min` and `max` for the indicator, and this number lies outside. As a "
             "rule it has a digit too many, lacks its decimal point or is in another unit; added "
             "up, it would spoil the total. Ask the sender; if the number is right, change the "
             "limits in the plan.",
             "figures: {ty-le: 975}", "figures: {ty-le: 97.5}"},
    CodeText{Code::s_figure_not_applicable, Topic::submission_file,
             "Chỉ tiêu không áp dụng cho nhiệm vụ này.",
             "`tasks` của chỉ tiêu cho biết nó được đếm ở những nhiệm vụ nào, và nhiệm vụ này "
             "không có trong đó. Con số có lẽ thuộc về kết quả của nhiệm vụ khác; nếu cộng vào thì "
             "số tổng hợp sai. Hãy chuyển con số sang đúng nhiệm vụ, hoặc thêm nhiệm vụ vào chỉ "
             "tiêu trong kế hoạch.",
             "The indicator's `tasks` say where it is counted, and this task is not among them. "
             "The number probably belongs to the result of another task; added up here, it would "
             "spoil the total. Move it there, or add the task to the indicator in the plan.",
             "{task: II.1.5, figures: {hoi-nghi: 12}}", "{task: II.1.3, figures: {hoi-nghi: 12}}"},
    CodeText{
        Code::s_repeated_submission, Topic::findings, "Bản báo cáo này đã được đọc trước đó.",
        "Đã có một bản cùng cơ quan, cùng báo cáo, cùng kỳ, cùng số văn bản và cùng ngày "
        "nhận; bản thứ hai không được tính để không bị đếm hai lần. Thường là một tệp được chép "
        "vào hai nơi, hoặc một dòng bị dán lặp. Hãy bỏ một trong hai; bản bổ sung, sửa đổi "
        "phải có số hoặc ngày nhận riêng.",
        "One of the same agency, obligation, period, document number and day of receipt was "
        "read before; the second is refused so that nothing counts twice. As a rule a file "
        "was copied to two places, or a row pasted twice. Take one out; a correction has a "
        "number or a day of its own.",
        "45-BC/BTGHU 2022-06-27, 45-BC/BTGHU 2022-06-27",
        "45-BC/BTGHU 2022-06-27, 46-BC/BTGHU 2022-06-30"},
    CodeText{Code::s_outside_covers, Topic::findings, "Nhiệm vụ không thuộc nội dung của báo cáo.",
             "`covers` trong kế hoạch nêu những nhiệm vụ mà báo cáo này phải nói đến, và nhiệm vụ "
             "này không có trong đó. Kết quả vẫn được giữ, nhưng có thể ghi nhầm mã nhiệm vụ hoặc "
             "nhầm báo cáo. Hãy kiểm tra lại.",
             "`covers` in the plan lists the tasks of which this report speaks, and this one is "
             "not among them. The result is kept, but the task or the report may be the wrong one. "
             "Check it.",
             "{obligation: bao-cao-6-thang, results: [{task: II.2, …}]}",
             "{obligation: bao-cao-6-thang, results: [{task: II.1.3, …}]}"},
    CodeText{Code::s_covered_without_result, Topic::findings,
             "Có nhiệm vụ thuộc báo cáo mà không có kết quả.",
             "`covers` trong kế hoạch nêu những nhiệm vụ mà báo cáo này phải nói đến; bản này bỏ "
             "sót một vài nhiệm vụ. Bản vẫn được tính, nhưng báo cáo tổng hợp sẽ thiếu phần ấy. "
             "Hãy bổ sung; nếu trong kỳ không có gì thì cũng ghi rõ là không phát sinh.",
             "`covers` in the plan lists the tasks of which this report speaks; the submission is "
             "silent on some. It still counts, but the consolidated report will lack that part. "
             "Add them; where nothing was done, say so.",
             "results: [{task: II.1.1, …}]", "results: [{task: II.1.1, …}, {task: II.1.2, …}]"},
    CodeText{Code::s_attachment_missing, Topic::submission_file, "Không có tệp đính kèm.",
             "Bản báo cáo nêu tên một tệp đính kèm, nhưng ở chỗ đó không có tệp nào, đó là thư "
             "mục, hoặc không đọc được. Đường dẫn tính từ thư mục chứa bản báo cáo. Hãy chép tệp "
             "vào đúng chỗ, hoặc sửa tên trong `file`, kể cả chữ hoa, chữ thường.",
             "The submission names an attachment, but there is no file at that place, it is a "
             "folder, or it cannot be read. Paths are relative to the folder of the submission. "
             "Put the file there, or correct the name under `file`, capitals included.",
             "attachments: [{file: Bao-cao.pdf}]", "attachments: [{file: bao-cao.pdf}]"},
    CodeText{Code::s_attachment_changed, Topic::submission_file, "Tệp đính kèm có mã SHA-256 khác.",
             "`sha256` là mã kiểm tra của tệp lúc tiếp nhận; tệp hiện có cho mã khác, nghĩa là tệp "
             "đã bị thay đổi hoặc là tệp khác. Bản này không được tính, vì không còn chắc đó là "
             "văn bản đã nhận. Hãy lấy lại tệp gốc; chỉ ghi mã mới khi biết chắc tệp mới là đúng.",
             "`sha256` is the fingerprint of the file as it was received; the file there now has "
             "another, so it was changed or is another file. The submission is refused, since it "
             "may not be what was received. Bring the original back; write the new fingerprint "
             "only where the new file is known to be right.",
             "{file: bao-cao.pdf, sha256: 9f86…}", "{file: bao-cao.pdf, sha256: 2c26…}"},
    CodeText{
        Code::s_other_spelling, Topic::names, "Cơ quan được ghi bằng tên khác hoặc cách viết khác.",
        "Bản báo cáo ghi cơ quan bằng tên viết tắt, tên gọi khác, hoặc khác cách viết hoa, khoảng "
        "trắng, chỗ đặt dấu thanh; chương trình vẫn nhận ra chắc chắn. Đây chỉ là thông tin "
        "để biết đã hiểu là cơ quan nào, không cần sửa. Muốn thống nhất thì ghi mã hoặc tên "
        "đầy đủ như trong kế hoạch.",
        "The agency is named by its short name or an alias, or with other capitals, spaces or "
        "places of tone marks; it is recognised for certain all the same. This only tells "
        "which agency was understood, and nothing needs to be done. To be uniform, write the "
        "id or the name as the plan has it.",
        "agency: SỞ Y TẾ", "agency: Sở Y tế"},
    CodeText{Code::s_not_expected_now, Topic::counting,
             "Vào ngày xét không ai phải nộp báo cáo này.",
             "Bản này có lúc ứng với một báo cáo phải nộp, nhưng không phải vào ngày xét: kỳ đã "
             "được bãi bỏ bằng văn bản sửa đổi, người phải nộp đã khác, hoặc sự việc chưa phát "
             "sinh. Bản ấy không sai và chưa được tính; kết quả trong đó vẫn được coi là "
             "thông tin hoạt động của các nhiệm vụ thường xuyên. Không cần sửa gì.",
             "The paper answers to an expected report on some days of asking, but not on this one: "
             "the period was lifted by a later document, others owe it now, or the event is yet to "
             "be raised. It is not wrong, and not counted; its results still are activity of "
             "continuous tasks. Nothing needs to be mended.",
             "period: 2022-Q4", "period: 2022-Q3"},
    CodeText{
        Code::s_figure_below_part, Topic::findings,
        "Số liệu của cả kỳ nhỏ hơn số liệu của một kỳ ngắn hơn nằm trong kỳ đó.",
        "Số liệu cộng dồn của kỳ dài, chẳng hạn cả năm, không thể nhỏ hơn số liệu mà cùng cơ quan "
        "đã báo cáo cho cùng nhiệm vụ trong kỳ ngắn hơn, chẳng hạn 6 tháng. Chỉ so các chỉ tiêu có "
        "`total: sum` và bản đang được tính của mỗi kỳ. Thường là cơ quan chỉ báo cáo 6 tháng cuối "
        "năm thay cho cả năm, hoặc gõ thiếu chữ số. Hãy hỏi lại cơ quan rồi sửa bản sai.",
        "A figure that adds up over a long period, such as the year, cannot be below the one that "
        "the same agency sent for the same task and a shorter period within it, such as the half "
        "year. Only indicators with `total: sum` are compared, in the submission of each period "
        "that counts. Often the agency sent its second half instead of the whole year, or a digit "
        "is missing. Ask the agency and correct the one that is wrong.",
        "2022-H1: {hoi-nghi: 9}, 2022: {hoi-nghi: 4}",
        "2022-H1: {hoi-nghi: 9}, 2022: {hoi-nghi: 13}"},
    CodeText{
        Code::s_unusual_figure, Topic::findings, "Số liệu khác xa mức thường gặp.",
        "Số liệu được so với các kỳ khác của chính cơ quan đó nếu có từ sáu kỳ trở lên, nếu không "
        "thì với các cơ quan khác trong cùng kỳ nếu có từ sáu cơ quan trở lên. Cách đo: lấy "
        "lô-ga-rít của số liệu cộng một; coi là khác xa khi lệch khỏi trung vị quá 3,5 lần độ lệch "
        "tuyệt đối trung vị (nhân 1,4826), nhưng không bao giờ khi lệch dưới khoảng tám lần; số "
        "đếm nhỏ được thêm mức ngẫu nhiên của phép đếm. Số liệu có thể vẫn đúng; hãy xem có thừa "
        "chữ số hay nhầm đơn vị.",
        "The figure is compared with the agency's own other periods where there are six or more, "
        "else with the other agencies of the period where there are six or more. The measure: "
        "take the logarithm of the figure plus one; it is far outside when it is off the median "
        "by more than 3.5 times the median absolute deviation (times 1.4826), but never when it is "
        "within about eight times of the median; small counts have the room of chance besides. It "
        "may be right all the same: look for a digit too many, or another unit.",
        "hoi-nghi: 1200", "hoi-nghi: 12"},
    CodeText{
        Code::s_repeated_text, Topic::findings, "Cùng một đoạn văn được gửi cho hai kỳ.",
        "Phần kết quả của một nhiệm vụ giống từng chữ với phần mà cùng cơ quan đã gửi cho kỳ khác. "
        "Có thể văn bản kỳ trước được chép lại mà chưa cập nhật. Đoạn dưới 40 chữ cái, chẳng hạn "
        "“Không phát sinh”, không bị xét. Hãy đọc lại; nếu đúng là không có gì mới thì để nguyên.",
        "The result of a task is word for word what the same agency sent for another period. "
        "Perhaps the earlier paper was copied and not brought up to date. Texts of less than 40 "
        "letters, such as `Không phát sinh`, are left alone. Read it again; where there is truly "
        "nothing new, leave it as it is.",
        "2022-Q1, 2022-Q2: Đã tổ chức 3 hội nghị…", "2022-Q2: Đã tổ chức thêm 2 hội nghị…"},
    CodeText{
        Code::s_row_of_another, Topic::counting,
        "Bản này được tính cho cơ quan kế thừa hoặc cơ quan trước đó.",
        "Cơ quan gửi không phải nộp báo cáo này, nhưng cơ quan kế thừa nó, hoặc cơ quan mà nó kế "
        "thừa, thì phải nộp; bản này được tính cho báo cáo ấy. Đây chỉ là thông tin. Nếu không "
        "đúng, hãy xem lại `successor` và `active` trong kế hoạch, hoặc tên cơ quan ở đây.",
        "The sender does not owe this report, but the agency that succeeds it does, or the one "
        "that it succeeds: the paper is taken for theirs. This is only information. If it is "
        "wrong, look at `successor` and `active` in the plan, or at the agency here.",
        "agency: so-ke-hoach", "agency: so-tai-chinh"},
    CodeText{
        Code::s_several_rows, Topic::counting,
        "Nhiều cơ quan phải nộp báo cáo này thay cho cơ quan gửi.",
        "Cơ quan gửi đã tách, hoặc kế thừa nhiều cơ quan, và mỗi cơ quan ấy đều phải nộp một báo "
        "cáo riêng. Không đoán được bản này là của ai, nên chưa tính cho ai. Hãy ghi cơ quan mà "
        "bản này nói thay.",
        "The sender was split, or succeeds several agencies, and each of those owes a report of "
        "its own. Whose paper this is cannot be guessed, so it counts for nobody. Write the agency "
        "for which it speaks.",
        "agency: xa-a", "agency: xa-b"},
};
static_assert(covers(kSubmissionRules, Code::s_bad_date, Code::s_several_rows));

}  // namespace

std::span<const CodeText> submission_rule_texts() {
    return kSubmissionRules;
}

}  // namespace plantool
