// P001 to P009 and S001 to S011: the form of files, whatever they say.

#include <array>

#include "diag/code_texts.hpp"

namespace plantool {
namespace {

constexpr std::array kPlanForm = {
    CodeText{
        Code::p_syntax, Topic::form, "Tệp không đúng cú pháp YAML.",
        "Từ chỗ được chỉ ra, chương trình không đọc tiếp được: dòng thụt lệch, thiếu dấu đóng "
        "ngoặc hay dấu nháy, hoặc đầu dòng có ký tự tab. Không thể đoán phần còn lại nói gì, nên "
        "cả tệp không được dùng. Hãy xem dòng được chỉ ra và dòng ngay trên nó; thụt dòng bằng dấu "
        "cách, và đặt trong dấu nháy đoạn chữ có dấu hai chấm kèm dấu cách.",
        "From the place shown on, the file cannot be read: a line is indented otherwise than its "
        "neighbours, a bracket or quote is not closed, or a tab begins a line. What the rest says "
        "cannot be guessed, so the whole file is not used. Look at the line shown and the one "
        "above it; indent with spaces, and put a text that holds a colon and a space in quotes.",
        "due: {before: 06-30", "due: {before: 06-30}"},
    CodeText{Code::p_second_document, Topic::form, "Một tệp kế hoạch chỉ chứa một văn bản.",
             "Trong tệp có dòng `---` mở ra văn bản thứ hai. Tệp kế hoạch, tệp ngày nghỉ và tệp sự "
             "việc chỉ được chứa một văn bản; nếu đọc cả hai thì không biết bản nào có hiệu lực. "
             "Hãy bỏ dòng `---` cùng phần sau nó, hoặc chuyển phần đó sang tệp riêng.",
             "A line `---` begins a second document in the file. A plan, a file of holidays and a "
             "file of events hold one document each; with two, nobody could say which one stands. "
             "Take the `---` and what follows out, or move it to a file of its own.",
             "plan.yaml: {id: kh-2022, …} --- {id: kh-2023, …}", "plan.yaml: {id: kh-2022, …}"},
    CodeText{Code::p_missing_key, Topic::plan_file, "Thiếu một mục bắt buộc.",
             "Chỗ được chỉ ra thiếu một mục mà chương trình cần, hoặc mục đó để trống. Thiếu mục "
             "này thì không tính được ai phải nộp gì, khi nào; ví dụ báo cáo định kỳ không có "
             "`due` thì không có hạn nộp. Hãy thêm mục được nêu tên; nếu văn bản không nói rõ thì "
             "điền giá trị hợp lý và ghi lý do vào `assumed`.",
             "Something that the program needs is missing or empty at the place shown. Without it "
             "nobody can tell who owes what by when: a periodic report without `due`, for example, "
             "has no due day. Add the key that is named; where the document does not say, fill in "
             "what is reasonable and give the reason under `assumed`.",
             "- {id: so-y-te}", "- {id: so-y-te, name: Sở Y tế}"},
    CodeText{Code::p_unknown_key, Topic::form, "Mục này không có ý nghĩa ở đây.",
             "Tên mục bị viết sai, hoặc đặt nhầm chỗ. Chương trình không bỏ qua mục lạ, vì một lỗi "
             "gõ như `cadance` sẽ làm mất lặng lẽ điều mà kế hoạch muốn nói. Hãy sửa theo gợi ý; "
             "lời ghi chú thì viết sau dấu `#`.",
             "The key is misspelt or stands in the wrong place. Unknown keys are not skipped: a "
             "slip such as `cadance` would silently lose what the plan means to say. Correct it as "
             "suggested; remarks of your own belong behind a `#`.",
             "cadance: annual", "cadence: annual"},
    CodeText{
        Code::p_duplicate_key, Topic::form, "Một mục được viết hai lần ở cùng một chỗ.",
        "Hai dòng cùng tên mục thì không biết dòng nào có hiệu lực, và phần lớn chương trình sẽ "
        "lặng lẽ lấy dòng sau. Hãy giữ một dòng. Nếu cần nhiều giá trị thì viết thành danh sách.",
        "Of two lines with the same key nobody knows which one stands, and most programs silently "
        "take the second. Keep one of them. Where several values are meant, write a list.",
        "{lead: [so-y-te], lead: [so-noi-vu]}", "{lead: [so-y-te, so-noi-vu]}"},
    CodeText{Code::p_wrong_type, Topic::form, "Giá trị không đúng kiểu của mục.",
             "Mục này cần một kiểu giá trị khác: chữ, danh sách, nhóm mục con, con số, hoặc "
             "đúng/sai (`true`/`false`). Chương trình không tự đổi kiểu, vì đổi sai thì kế hoạch "
             "mang nghĩa khác. Hãy viết lại theo lời báo lỗi; danh sách viết trong `[ ]` hoặc mỗi "
             "phần tử một dòng sau `- `.",
             "The field wants a value of another type: a text, a list, a mapping, a number, or "
             "true or false. Nothing is converted by guess, since a wrong guess would change what "
             "the plan means. Write it as the message says; a list stands in `[ ]`, or has each "
             "entry on a line of its own after `- `.",
             "lead: so-y-te", "lead: [so-y-te]"},
    CodeText{Code::p_invalid_utf8, Topic::form, "Tệp không phải văn bản UTF-8.",
             "Byte được chỉ ra không thuộc chữ nào của bảng mã UTF-8; thường do tệp được lưu bằng "
             "bảng mã cũ như TCVN3, VNI hay Windows-1258. Đọc tiếp thì chữ Việt có dấu sẽ sai, nên "
             "tệp không được dùng. Hãy mở tệp bằng chương trình soạn thảo, chọn lưu với bảng mã "
             "UTF-8, rồi xem lại các chữ có dấu.",
             "The byte shown belongs to no character of UTF-8; as a rule the file was saved in an "
             "old encoding such as TCVN3, VNI or Windows-1258. Vietnamese letters would be read "
             "wrongly, so the file is not used. Open it in an editor, save it as UTF-8, and look "
             "through the accented letters.",
             "plan.yaml: Windows-1258", "plan.yaml: UTF-8"},
    CodeText{Code::p_unsupported_yaml, Topic::form,
             "Không dùng neo, bí danh, thẻ và khóa gộp của YAML.",
             "YAML cho phép đặt neo `&`, gọi lại bằng `*`, gắn thẻ `!` và gộp bằng `<<`. Chương "
             "trình không nhận các cách viết này, vì chúng làm người đọc khó thấy điều đang được "
             "viết và có thể làm tệp phình ra vô hạn. Hãy viết đầy đủ giá trị ở mỗi nơi cần đến.",
             "YAML has anchors (`&`), aliases (`*`), tags (`!`) and merge keys (`<<`). They are "
             "refused: they hide from a reader what stands there, and can make a small file grow "
             "without end. Write the value out wherever it is needed.",
             "lead: *chung", "lead: [so-y-te, so-noi-vu]"},
    CodeText{Code::p_unknown_format, Topic::form, "Tệp ghi rằng nó thuộc loại khác.",
             "Dòng `format` cho biết tệp là loại gì và theo phiên bản nào: kế hoạch, ngày nghỉ, sự "
             "việc hay bản báo cáo. Ở đây chương trình cần một loại khác, hoặc tên loại bị viết "
             "sai. Hãy sửa dòng `format`, hoặc chỉ đúng tệp cần dùng.",
             "The line `format` says what kind of file this is and of which version: a plan, "
             "holidays, events or a submission. Here another kind is needed, or the word is "
             "misspelt. Correct the line, or name the file that is meant.",
             "format: plantool/plan", "format: plantool/plan@1"},
};
static_assert(covers(kPlanForm, Code::p_syntax, Code::p_unknown_format));

constexpr std::array kSubmissionForm = {
    CodeText{Code::s_syntax, Topic::submission_file, "Tệp hoặc dòng không đúng cú pháp.",
             "Từ chỗ được chỉ ra, bản báo cáo không đọc tiếp được: thiếu dấu nháy, dấu phẩy hay "
             "dấu đóng ngoặc, hoặc dòng thụt lệch. Trong NDJSON và CSV chỉ dòng sai bị từ chối; "
             "trong YAML và JSON thì cả tệp bị từ chối. Hãy sửa chỗ được chỉ ra rồi kiểm tra lại; "
             "trong CSV, ô có dấu phân cách hay dấu nháy phải đặt trong dấu nháy kép.",
             "From the place shown on, the submission cannot be read: a quote, comma or bracket is "
             "missing, or a line is indented wrongly. In NDJSON and CSV the bad line alone is "
             "refused, in YAML and JSON the whole file. Mend the place and validate again; in CSV, "
             "a field that holds the delimiter or a quote must be put in double quotes.",
             R"({"agency": "so-y-te)", R"({"agency": "so-y-te"})"},
    CodeText{
        Code::s_missing_key, Topic::submission_file, "Thiếu một mục bắt buộc.",
        "Bản báo cáo nào cũng phải có `agency` (cơ quan), `obligation` (báo cáo hay nhiệm vụ nào) "
        "và `received` (ngày nhận); tệp YAML và JSON còn phải có `format`. Thiếu một mục thì không "
        "biết bản này tính cho ai, nên bản không được tính. Hãy thêm mục được nêu tên.",
        "Every submission has `agency`, `obligation` (which report or task) and `received` (the "
        "day it came in); YAML and JSON files have `format` too. Without one of them nobody knows "
        "for whom the submission counts, so it is refused. Add the key that is named.",
        "{…, period: 2022-H1}", "{…, period: 2022-H1, received: 2022-06-27}"},
    CodeText{Code::s_unknown_key, Topic::form, "Mục này không có ý nghĩa ở đây.",
             "Tên mục bị viết sai, hoặc đặt nhầm chỗ. Chương trình không bỏ qua mục lạ, vì điều "
             "viết trong đó sẽ mất mà không ai biết. Hãy sửa theo gợi ý; lời ghi chú thì đặt trong "
             "mục `note`.",
             "The key is misspelt or stands in the wrong place. Unknown keys are not skipped: what "
             "is written there would be lost without anybody noticing. Correct it as suggested; "
             "remarks belong in `note`.",
             "recieved: 2022-06-27", "received: 2022-06-27"},
    CodeText{
        Code::s_duplicate_key, Topic::form, "Một mục được viết hai lần ở cùng một chỗ.",
        "Hai giá trị cho cùng một mục thì không biết giá trị nào là thật, nhất là với số "
        "liệu. Bản báo cáo không được tính để không con số nào bị thay lặng lẽ. Hãy giữ một giá "
        "trị và bỏ giá trị kia.",
        "Of two values for the same key nobody knows which one is true, least of all with "
        "figures. The submission is refused so that no number replaces another in silence. "
        "Keep one and take the other out.",
        "figures: {hoi-nghi: 12, hoi-nghi: 21}", "figures: {hoi-nghi: 12}"},
    CodeText{Code::s_wrong_type, Topic::form, "Giá trị không đúng kiểu của mục.",
             "Mục này cần một kiểu giá trị khác: chữ, danh sách hay nhóm mục con; trong NDJSON, "
             "mỗi dòng phải là một bản báo cáo đặt trong `{ }`. Chương trình không tự đổi kiểu để "
             "khỏi hiểu sai báo cáo. Hãy viết lại theo lời báo lỗi.",
             "The field wants a value of another type: a text, a list or a mapping; in NDJSON, "
             "each line is one submission in `{ }`. Nothing is converted by guess, so that no "
             "report is misread. Write it as the message says.",
             "results: {task: II.1.3}", "results: [{task: II.1.3}]"},
    CodeText{Code::s_invalid_utf8, Topic::form, "Tệp không phải văn bản UTF-8.",
             "Byte được chỉ ra không thuộc chữ nào của bảng mã UTF-8; thường do tệp được xuất bằng "
             "bảng mã cũ như TCVN3, VNI hay Windows-1258. Đọc tiếp thì tên cơ quan và nội dung có "
             "dấu sẽ sai. Hãy lưu lại bằng UTF-8; trong Excel chọn `CSV UTF-8`.",
             "The byte shown belongs to no character of UTF-8; as a rule the file was exported in "
             "an old encoding such as TCVN3, VNI or Windows-1258. Names and texts with Vietnamese "
             "letters would be read wrongly. Save it as UTF-8; in Excel choose `CSV UTF-8`.",
             "bao-cao.csv: Windows-1258", "bao-cao.csv: UTF-8"},
    CodeText{
        Code::s_unsupported_yaml, Topic::form, "Không dùng neo, bí danh, thẻ và khóa gộp của YAML.",
        "Chương trình không nhận các cách viết `&`, `*`, `!` và `<<` của YAML, vì chúng làm người "
        "đọc khó thấy điều đang được viết và có thể làm tệp phình ra vô hạn. Hãy viết đầy đủ giá "
        "trị ở mỗi nơi. Đoạn chữ bắt đầu bằng một trong các dấu đó thì đặt trong dấu nháy.",
        "Anchors (`&`), aliases (`*`), tags (`!`) and merge keys (`<<`) are refused: they hide "
        "from a reader what stands there, and can make a small file grow without end. Write the "
        "value out wherever it is needed. A text that begins with one of these signs needs quotes.",
        "summary: *nhu-ky-truoc", R"(summary: "Như kỳ trước")"},
    CodeText{Code::s_unknown_format, Topic::form, "Tệp ghi rằng nó thuộc loại khác.",
             "Dòng `format` phải cho biết đây là một bản báo cáo và theo phiên bản nào; ở đây nó "
             "ghi khác. Có thể tệp này không phải bản báo cáo, mà nằm nhầm trong thư mục báo cáo. "
             "Hãy sửa dòng `format`, hoặc chuyển tệp đi nơi khác.",
             "The line `format` must say that this is a submission, and of which version; it says "
             "something else. Perhaps the file is no submission and only lies in their folder. "
             "Correct the line, or move the file away.",
             "format: plantool/submission@2", "format: plantool/submission@1"},
    CodeText{Code::s_bad_header, Topic::submission_file, "Dòng tiêu đề của CSV không đúng.",
             "Dòng đầu của tệp CSV đặt tên cho từng cột. Ở đây có cột lạ, cột bị lặp, hoặc thiếu "
             "một trong ba cột `agency`, `obligation`, `received`; vì thế không biết ô nào nói "
             "điều gì và cả tệp bị từ chối. Hãy sửa tên cột theo gợi ý; cột số liệu viết `figure:` "
             "rồi đến mã chỉ tiêu.",
             "The first line of a CSV file names the columns. Here one is unknown or stands twice, "
             "or one of `agency`, `obligation` and `received` is missing; so nobody knows what the "
             "fields mean, and the whole file is refused. Correct the names as suggested; a column "
             "of figures is `figure:` and the indicator's id.",
             "agency,obligation,date", "agency,obligation,received"},
    CodeText{
        Code::s_bad_width, Topic::submission_file, "Số ô của dòng khác với dòng tiêu đề.",
        "Dòng này có nhiều hoặc ít ô hơn dòng tiêu đề, thường vì trong nội dung có dấu phẩy hay "
        "chấm phẩy. Chương trình không đoán ô nào bị tách, nên chỉ từ chối dòng này; các dòng khác "
        "vẫn được đọc. Hãy đặt ô có dấu phân cách trong dấu nháy kép, hoặc thêm cho đủ ô trống.",
        "The row has more or fewer fields than the header, as a rule because a text holds a comma "
        "or semicolon. Which field was split is not guessed: this row is refused, the others are "
        "read. Put a field that holds the delimiter in double quotes, or fill the row up with "
        "empty fields.",
        "so-y-te,sau-thang,2022-06-27,Tốt, đúng tiến độ",
        R"(so-y-te,sau-thang,2022-06-27,"Tốt, đúng tiến độ")"},
};
static_assert(covers(kSubmissionForm, Code::s_syntax, Code::s_bad_width));

}  // namespace

std::span<const CodeText> plan_form_texts() {
    return kPlanForm;
}

std::span<const CodeText> submission_form_texts() {
    return kSubmissionForm;
}

}  // namespace plantool
