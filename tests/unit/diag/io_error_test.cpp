#include "diag/io_error.hpp"

#include <doctest/doctest.h>

#include <cerrno>
#include <future>
#include <string>

using namespace plantool;

TEST_CASE("io error: what the system says by a number is said in words") {
    struct Case {
        int error;
        std::string en;
        std::string vi;
    };
    const Case cases[] = {
        {ENOENT, "there is no such file or folder", "không có tệp hoặc thư mục này"},
        {EACCES, "permission denied", "không có quyền truy cập"},
        {EPERM, "permission denied", "không có quyền truy cập"},
        {EISDIR, "it is a folder", "đó là thư mục"},
        {ENOTDIR, "a part of the path is no folder",
         "một phần của đường dẫn không phải là thư mục"},
        {ENOSPC, "no space is left on the device", "thiết bị lưu trữ đã hết chỗ"},
        {EFBIG, "the file is larger than allowed", "tệp lớn hơn mức cho phép"},
        {EPIPE, "nobody reads on", "bên nhận đã ngừng đọc"},
        {EMFILE, "too many files are open", "có quá nhiều tệp đang mở"},
        {ENAMETOOLONG, "the name is too long", "tên quá dài"},
        {ELOOP, "the links lead in a circle, or are too many",
         "các liên kết dẫn vòng quanh hoặc quá nhiều"},
        {ENOMEM, "out of memory", "không đủ bộ nhớ"},
        {ENOTTY, "Inappropriate ioctl for device", "Inappropriate ioctl for device"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.error);
        CHECK(say(reason(c.error), Language::en) == c.en);
        CHECK(say(reason(c.error), Language::vi) == c.vi);
        CHECK(reason(std::error_code(c.error, std::system_category())) == reason(c.error));
        CHECK(reason(std::error_code(c.error, std::generic_category())) == reason(c.error));
    }
}

TEST_CASE("io error: numbers of others are not taken for the system's") {
    const auto error = std::make_error_code(std::future_errc::broken_promise);
    CHECK(say(reason(error), Language::en) == error.message());
}

TEST_CASE("io error: said in the reader's language, and in English to whoever asks a library") {
    const IoError error({Word::cannot_open, "ke-hoach.yaml", reason(ENOENT)});
    CHECK(std::string(error.what()) ==
          "cannot open ke-hoach.yaml: there is no such file or folder");
    CHECK(say(error.message(), Language::vi) ==
          "không mở được ke-hoach.yaml: không có tệp hoặc thư mục này");
}
