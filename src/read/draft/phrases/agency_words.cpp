#include "read/draft/phrases/agency_words.hpp"

#include <algorithm>

#include "text/labels.hpp"

namespace plantool {
namespace {

/// What agencies of one kind are for: after `các Sở:` they stand without that word.
constexpr std::string_view kFields[] = {"Lao động - Thương binh và Xã hội",
                                        "Lao động, Thương binh và Xã hội",
                                        "Văn hóa, Thể thao và Du lịch",
                                        "Văn hóa - Thể thao và Du lịch",
                                        "Văn hóa và Thể thao",
                                        "Nông nghiệp và Phát triển nông thôn",
                                        "Nông nghiệp và Môi trường",
                                        "Kế hoạch và Đầu tư",
                                        "Thông tin và Truyền thông",
                                        "Tài nguyên và Môi trường",
                                        "Giáo dục và Đào tạo",
                                        "Khoa học và Công nghệ",
                                        "Dân tộc và Tôn giáo",
                                        "Quy hoạch và Kiến trúc",
                                        "Tuyên giáo và Dân vận"};

/// Words that begin like an agency and are none.
bool is_other_word(const WordsIn& words, std::size_t at) {
    const bool organising =
        words.match(at, "tổ chức") > 0 &&
        words.match_any(at + 2, {"chính trị", "đảng", "đoàn", "xã hội", "công đoàn", "cá nhân",
                                 "hội", "kinh tế"}) == 0;
    if (organising || (at > 0 && words.match(at - 1, "giao ban") > 0)) return true;
    if (words.is_upper(at)) return false;
    return words.match_any(
               at,
               {"phòng chống", "phòng ngừa",    "tổ chức thực hiện", "báo cáo",     "hội nghị",
                "hội thảo",    "hội thi",       "vụ việc",           "ban hành",    "đoàn kiểm tra",
                "bộ phận",     "khoa học",      "báo chí",           "đài truyền",  "quỹ đất",
                "viện trợ",    "trường hợp",    "phòng cháy",        "phòng dịch",  "hội nhập",
                "trạm thu",    "tổ chức tuyên", "tổ chức triển",     "tổ chức các", "đoàn viên",
                "hội viên",    "ban đầu"}) > 0;
}

/// With what names of agencies begin.
constexpr std::string_view kAgencyWords[] = {"sở",
                                             "ban",
                                             "ủy ban",
                                             "ubnd",
                                             "hđnd",
                                             "hội đồng",
                                             "công an",
                                             "văn phòng",
                                             "vp",
                                             "phòng",
                                             "bộ",
                                             "cục",
                                             "chi cục",
                                             "tổng cục",
                                             "trung tâm",
                                             "báo",
                                             "đài",
                                             "trường",
                                             "hội",
                                             "liên đoàn",
                                             "liên minh",
                                             "liên hiệp",
                                             "đoàn",
                                             "tỉnh đoàn",
                                             "thành đoàn",
                                             "huyện đoàn",
                                             "tỉnh ủy",
                                             "thành ủy",
                                             "thị ủy",
                                             "huyện ủy",
                                             "quận ủy",
                                             "đảng ủy",
                                             "đảng bộ",
                                             "chi bộ",
                                             "đảng đoàn",
                                             "ban cán sự",
                                             "mặt trận",
                                             "ubmttq",
                                             "mttq",
                                             "ubmttqvn",
                                             "mttqvn",
                                             "btg",
                                             "btgtu",
                                             "kho bạc",
                                             "ngân hàng",
                                             "bảo hiểm",
                                             "bhxh",
                                             "viện",
                                             "tòa án",
                                             "thanh tra",
                                             "quân khu",
                                             "bộ chỉ huy",
                                             "bộ đội",
                                             "biên phòng",
                                             "bch",
                                             "thường trực",
                                             "ban thường vụ",
                                             "tổ",
                                             "khoa",
                                             "lãnh đạo",
                                             "cơ quan",
                                             "đơn vị",
                                             "doanh nghiệp",
                                             "công ty",
                                             "tổng công ty",
                                             "tập đoàn",
                                             "công đoàn",
                                             "chi đoàn",
                                             "bảo tàng",
                                             "thư viện",
                                             "quỹ",
                                             "vụ",
                                             "học viện",
                                             "bệnh viện",
                                             "trạm",
                                             "điện lực",
                                             "bưu điện",
                                             "viễn thông",
                                             "các",
                                             "thông tấn xã",
                                             "nhà",
                                             "cấp ủy",
                                             "đoàn thể",
                                             "tổ chức chính trị",
                                             "hiệu trưởng",
                                             "ban giám hiệu",
                                             "giáo viên",
                                             "cơ sở",
                                             "địa phương",
                                             "tổng đội",
                                             "hiệp hội",
                                             "thủ trưởng",
                                             "chủ tịch",
                                             "giám đốc",
                                             "trưởng phòng",
                                             "trưởng ban",
                                             "tạp chí",
                                             "đội",
                                             "hạt",
                                             "toàn thể",
                                             "tổ trưởng",
                                             "đoàn trường",
                                             "cán bộ",
                                             "phó hiệu trưởng"};

template <std::size_t N>
std::size_t longest_at(const WordsIn& words, std::size_t at, const std::string_view (&phrases)[N]) {
    std::size_t longest = 0;
    for (const auto phrase : phrases) longest = std::max(longest, words.match(at, phrase));
    return longest;
}

std::size_t agency_word(const WordsIn& words, std::size_t at) {
    return longest_at(words, at, kAgencyWords);
}

}  // namespace

std::size_t field_at(const WordsIn& words, std::size_t at) {
    return longest_at(words, at, kFields);
}

bool ends_names(const WordsIn& words, std::size_t at) {
    if (words.is_upper(at)) return false;
    const bool noun = at > 0 && words.match_any(at - 1, {"các", "những", "nhiều"}) > 0;
    if (noun) return false;
    // `cơ quan quản lý`, `phòng chuyên môn theo dõi`.
    return words.match_any(at, {"chủ trì",     "chủ động",
                                "phối hợp",    "tham mưu",
                                "xây dựng",    "tổ chức",
                                "triển khai",  "thực hiện",
                                "theo dõi",    "biên tập",
                                "hướng dẫn",   "chỉ đạo",
                                "căn cứ",      "có trách nhiệm",
                                "có",          "chịu",
                                "báo cáo",     "gửi",
                                "cung cấp",    "tuyên truyền",
                                "kiểm tra",    "đôn đốc",
                                "rà soát",     "ban hành",
                                "tăng cường",  "đẩy mạnh",
                                "để",          "trong",
                                "khi",         "theo",
                                "nhằm",        "lập",
                                "tiếp tục",    "đảm bảo",
                                "bảo đảm",     "thẩm định",
                                "bố trí",      "nghiên cứu",
                                "tổng hợp",    "đề xuất",
                                "định kỳ",     "trước",
                                "hoàn thành",  "thường xuyên",
                                "tích cực",    "kịp thời",
                                "thông tin",   "phổ biến",
                                "vận động",    "làm",
                                "tiến hành",   "mở",
                                "đưa",         "lồng ghép",
                                "giám sát",    "đánh giá",
                                "trình",       "đăng tải",
                                "hỗ trợ",      "phát hành",
                                "chuẩn bị",    "nộp",
                                "xử lý",       "được",
                                "phải",        "cần",
                                "sẽ",          "là",
                                "cho",         "về",
                                "tại",         "từ",
                                "qua",         "sau",
                                "đồng thời",   "nghiêm túc",
                                "khẩn trương", "cụ thể hóa",
                                "quán triệt",  "kết hợp",
                                "ưu tiên",     "vào",
                                "tham gia",    "giúp",
                                "hằng",        "hàng",
                                "quản lý",     "yêu cầu",
                                "đề nghị",     "chậm nhất",
                                "định hướng",  "giải quyết",
                                "hợp đồng",    "kết quả",
                                "tình hình",   "tập huấn",
                                "mời",         "phân công",
                                "giao",        "nắm",
                                "ký",          "sử dụng",
                                "đăng ký",     "cập nhật",
                                "thống nhất",  "đối với",
                                "thay mặt",    "bằng",
                                "khai thác",   "tập trung",
                                "tập hợp",     "với",
                                "cùng",        "đến",
                                "thành lập",   "huy động",
                                "cử",          "in",
                                "viết",        "phụ trách",
                                "dạy",         "soạn",
                                "kê khai",     "nhập"}) > 0;
}

bool begins_agency(const WordsIn& words, std::size_t at) {
    if (at >= words.size() || agency_word(words, at) == 0 || is_other_word(words, at)) return false;
    // `các nội dung`, `các nhiệm vụ` are nobody.
    const auto several = words.match_any(at, {"các", "toàn thể"});
    if (several == 0 || words.match(at, "toàn thể cán bộ") > 0) return true;
    return words.is_upper(at + several) || agency_word(words, at + several) > 0 ||
           words.match_any(at + several,
                           {"huyện",      "thị",     "thị xã",   "thành phố", "quận",    "xã",
                            "phường",     "ngành",   "tổ chức",  "cấp ủy",    "cấp hội", "hội",
                            "thành viên", "cá nhân", "đoàn thể", "đồng chí",  "phòng",   "thôn",
                            "đặc khu",    "lớp",     "khối"}) > 0;
}

std::string with_field_names(std::string name) {
    const auto small = to_lower(name);
    for (const auto field : kFields) {
        const auto at = small.find(to_lower(field));
        if (at == std::string::npos || small.size() != name.size()) continue;
        name.replace(at, field.size(), field);
        break;
    }
    return name;
}

}  // namespace plantool
