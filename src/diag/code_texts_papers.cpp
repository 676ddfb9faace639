// S130 to S137: papers of a year beside each other, what may be read in two ways, what is not read
// at all, and whose it is of several plans.

#include <array>

#include "diag/code_texts.hpp"

namespace plantool {
namespace {

constexpr std::array kPapers = {
    CodeText{
        Code::s_task_twice, Topic::submission_file,
        "Một nhiệm vụ có hai phần kết quả trong cùng một bản.",
        "Mỗi nhiệm vụ chỉ có một phần kết quả trong một bản báo cáo; có hai phần thì không biết "
        "số liệu nào là đúng, cộng lại hay thay thế nhau. Hãy gộp nội dung và số liệu vào một "
        "phần.",
        "A task has one result in a submission; with two, nobody knows which figures are right, "
        "and whether they add up or replace each other. Put words and figures into one result.",
        "results: [{task: II.1.3, …}, {task: II.1.3, …}]", "results: [{task: II.1.3, …}]"},
    CodeText{
        Code::s_nil_with_results, Topic::submission_file,
        "Bản báo cáo ghi không phát sinh mà lại có kết quả.",
        "`nil: true` nghĩa là trong kỳ không có gì để báo cáo: số liệu được tính là 0. Bản này "
        "đồng thời có phần kết quả, nên không biết điều nào đúng. Hãy bỏ `nil`, hoặc bỏ phần "
        "kết quả.",
        "`nil: true` says that there was nothing to report in the period: sums take it as 0. "
        "This submission has results as well, and nobody knows which is meant. Take `nil` out, "
        "or the results.",
        "{nil: true, results: [{task: II.1.3, …}]}", "{nil: true}"},
    CodeText{
        Code::s_several_senders, Topic::counting,
        "Bản của nhiều cơ quan cùng được tính cho một báo cáo.",
        "Sau khi hợp nhất, hai cơ quan cũ vẫn gửi riêng cho báo cáo mà cơ quan mới phải nộp. Số "
        "liệu không được cộng lại: bản sau cùng có nội dung là bản được lấy. Hãy đề nghị cơ "
        "quan mới gửi một báo cáo chung.",
        "After a merger, two former agencies still send papers of their own for the report that "
        "the new one owes. Their figures are not added: the last paper that says something "
        "stands. Ask the new agency for one joint paper.",
        "{agency: so-ke-hoach, …}, {agency: so-tai-chinh-cu, …}", "{agency: so-tai-chinh, …}"},
    CodeText{
        Code::s_lacks_earlier, Topic::counting, "Bản gửi sau thiếu nội dung mà bản trước có.",
        "Nội dung được lấy từ bản sau cùng, nên nhiệm vụ hay số liệu chỉ có ở bản trước sẽ không "
        "còn trong báo cáo tổng hợp. Nếu bản sau chỉ bổ sung, hãy ghi lại cả phần đã có; nếu cố "
        "ý bỏ thì để nguyên.",
        "Content comes from the last paper, so that a task or figure that only the earlier one "
        "has is gone from the report. Where the later paper was meant to add something, it must "
        "repeat what stood before; where it was dropped on purpose, leave it.",
        "results: [{task: I.1, …}]", "results: [{task: I.1, …}, {task: I.2, …}]"},
    CodeText{
        Code::s_same_figures, Topic::findings, "Mọi số liệu đều giống kỳ trước.",
        "Từ ba số liệu trở lên và tất cả đều bằng kỳ trước: có thể bản cũ được gửi lại mà chưa "
        "cập nhật. Số liệu vẫn có thể đúng; hãy hỏi lại cơ quan gửi.",
        "There are three figures or more, and each is that of the period before: perhaps the "
        "earlier paper was sent again and not brought up to date. They may be right all the "
        "same; ask the agency.",
        "2022-Q1: {a: 4, b: 7, c: 2}, 2022-Q2: {a: 4, b: 7, c: 2}",
        "2022-Q1: {a: 4, b: 7, c: 2}, 2022-Q2: {a: 5, b: 7, c: 3}"},
    CodeText{
        Code::s_doubtful_figure, Topic::submission_file, "Số liệu có thể hiểu thành hai số.",
        "Chỉ tiêu nhận số thập phân, mà số liệu có một dấu chấm và đúng ba chữ số sau đó. Trong "
        "YAML, JSON và CSV phân cách bằng dấu phẩy, dấu chấm là dấu thập phân: `1.500` là một "
        "phẩy năm. Trong CSV phân cách bằng dấu chấm phẩy hoặc tab, dấu chấm phân cách hàng "
        "nghìn: `1.500` là một nghìn năm trăm. Số liệu vẫn được tính theo cách hiểu đó; hãy xem "
        "có đúng ý người viết không, rồi viết lại cho rõ.",
        "The indicator takes decimals, and the figure has a dot with three digits behind it. In "
        "YAML, JSON and CSV of commas a dot is a decimal point: `1.500` is one and a half. In CSV "
        "of semicolons or tabs dots part thousands: `1.500` is fifteen hundred. The figure counts "
        "as it is read; see whether that was meant, and write it so that there is no doubt.",
        "figures: {ty-le: 1.500}", "figures: {ty-le: 1.5}"},
    CodeText{
        Code::s_left_out, Topic::submission_file,
        "Trong thư mục bản báo cáo có tệp không được đọc.",
        "Chương trình chỉ đọc các tệp có đuôi của quy cách tệp (`.yaml`, `.json`, `.ndjson`, "
        "`.csv`…); tệp khác, chẳng hạn văn bản Word hay PDF gửi đến, bị bỏ qua và ở đây được đếm "
        "theo đuôi, để không báo cáo nào bị quên. Không tính tệp ẩn, tệp khóa của Office "
        "(`~$…`), bản sao lưu của trình soạn thảo, tệp `.draft`, thư mục `giay-to` và tệp mà một "
        "bản báo cáo ghi là tệp đính kèm. Hãy lập bản báo cáo từ các tệp ấy rồi chuyển chúng vào "
        "thư mục `giay-to`, hoặc ghi chúng vào `attachments`.",
        "The program reads the files whose endings are those of the formats (`.yaml`, `.json`, "
        "`.ndjson`, `.csv`, …); others, such as papers in Word or PDF as they came, are passed "
        "over and counted here by their ending, so that no report is forgotten. Not counted are "
        "hidden files, Office's lock files (`~$…`), backups of editors, `.draft` files, folders "
        "called `giay-to`, and files that a submission names as attachments. Make submissions of "
        "these files, then move them into a folder `giay-to`, or name them in `attachments`.",
        "sample/bao-cao-tuy-an.docx", "sample/giay-to/bao-cao-tuy-an.docx"},
    CodeText{
        Code::s_several_plans, Topic::plans,
        "Bản báo cáo có thể thuộc nhiều kế hoạch mà không ghi rõ kế hoạch nào.",
        "Từ hai kế hoạch trở lên có báo cáo và kỳ mà bản này nêu, ví dụ hai kế hoạch cùng năm hoặc "
        "hai năm dùng chung mã kỳ tự đặt. Chương trình không tự đoán. Hãy ghi `plan:` và mã của kế "
        "hoạch.",
        "Two or more plans have the report and the period that this submission names: two plans of "
        "one year, or two years that share ids of listed periods. Nothing is guessed. Write "
        "`plan:` with the plan's id.",
        "{obligation: bao-cao, period: dot-1, …}",
        "{plan: kh-2022, obligation: bao-cao, period: dot-1, …}"},
};
static_assert(covers(kPapers, Code::s_task_twice, kLastCode));

}  // namespace

std::span<const CodeText> paper_texts() {
    return kPapers;
}

}  // namespace plantool
