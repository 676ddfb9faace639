#include "read/mail/mail.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <tuple>
#include <utility>

#include "read/mail/charset.hpp"
#include "read/mail/headers.hpp"
#include "read/mail/html_text.hpp"
#include "read/mail/transfer.hpp"

using namespace plantool;

namespace {

Mail mail_of(const std::string& bytes) {
    auto read = read_mail(bytes);
    REQUIRE(readable(read) != nullptr);
    return std::move(*readable(read));
}

/// What was read, in one line: `text | name type bytes | …`.
std::string told(const Mail& mail) {
    auto out = mail.text;
    for (const auto& one : mail.attachments) {
        out += fmt::format(" | {} {} {}", one.name, one.media_type, one.bytes);
    }
    return out;
}

constexpr const char* kHead = "From: a@b.vn\nMIME-Version: 1.0\n";

}  // namespace

TEST_CASE("mail: headers in every writing") {
    const std::pair<const char*, const char*> cases[] = {
        {"=?UTF-8?B?QsOhbyBjw6Fv?=", "Báo cáo"},
        {"=?utf-8?q?B=C3=A1o_c=C3=A1o?= 6", "Báo cáo 6"},
        // A letter parted between two words, blanks between them, a language
        {"=?utf-8?B?QsM=?= =?utf-8?B?oW8=?=", "Báo"},
        {"=?utf-8*vi?Q?B=C3=A1o?=\t=?utf-8?Q?_c=C3=A1o?=", "Báo cáo"},
        {"=?windows-1258?Q?Ho=CCa?=", "Hòa"},
        {"Báo cáo", "Báo cáo"},
        {"=?utf-8?X?a?=", "=?utf-8?X?a?="},
        {"=?utf-8?B?", "=?utf-8?B?"},
        {"a =?us-ascii?Q?b?= c", "a b c"},
    };
    for (const auto& one : cases) {
        const auto& written = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(written);
        CHECK(header_text(written) == expected);
    }
}

TEST_CASE("mail: names of files in every writing") {
    const std::pair<const char*, const char*> cases[] = {
        {"attachment; filename=a.docx", "a.docx"},
        {"attachment; filename=\"b\xC3\xA1o c\xC3\xA1o.docx\"", "báo cáo.docx"},
        {"attachment; filename=\"a; \\\"b\\\".docx\"", "a; \"b\".docx"},
        {"attachment; filename*=utf-8'vi'b%C3%A1o%20c%C3%A1o.docx", "báo cáo.docx"},
        {"attachment; filename*0*=utf-8''b%C3%A1o; filename*1*=%20c%C3%A1o; filename*2=.docx",
         "báo cáo.docx"},
        // 2047 where it does not belong: in a parameter, and within 2231
        {"attachment; filename=\"=?utf-8?B?QsOhbyBjw6FvLmRvY3g=?=\"", "Báo cáo.docx"},
        {"attachment; filename*0=\"=?utf-8?B?QsOhbyBj\"; filename*1=\"w6FvLmRvY3g=?=\"",
         "Báo cáo.docx"},
        {"attachment; filename=x.docx; filename*=utf-8''y.docx", "y.docx"},
        {"attachment; FileName = a b.docx", "a b.docx"},
        {"attachment", ""},
    };
    for (const auto& one : cases) {
        const auto& written = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(written);
        CHECK(HeaderValue(written).parameter("filename") == expected);
    }
}

TEST_CASE("mail: addresses") {
    const std::tuple<const char*, const char*, const char*> cases[] = {
        {"a@b.vn", "a@b.vn", ""},
        {"=?utf-8?Q?S=E1=BB=9F_Y_t=E1=BA=BF?= <sy@b.vn>", "sy@b.vn", "Sở Y tế"},
        {"\"A, <x>\" <a@b.vn>, c@d.vn", "a@b.vn", "A, <x>"},
        {"a@b.vn (Ban)", "a@b.vn", "Ban"},
        {"", "", ""},
    };
    for (const auto& one : cases) {
        const auto& written = std::get<0>(one);
        const auto& address = std::get<1>(one);
        const auto& name = std::get<2>(one);
        CAPTURE(written);
        CHECK(first_address(written).address == address);
        CHECK(first_address(written).name == name);
    }
}

TEST_CASE("mail: when it came, as a day of Viet Nam") {
    const std::pair<const char*, const char*> cases[] = {
        {"Date: Mon, 27 Jun 2022 08:15:00 +0700", "2022-06-27"},
        {"Date: 27 Jun 22 23:30 GMT", "2022-06-28"},
        {"Date: Mon, 27 Jun 2022 20:00:00 -0700 (PDT)", "2022-06-28"},
        // The uppermost Received, folded, with a semicolon in a comment
        {"Received: from x (helo; y)\n by z with SMTP;\n\tTue, 28 Jun 2022\n 01:00:00 +0700\n"
         "Received: from q; Sun, 26 Jun 2022 01:00:00 +0700\nDate: Mon, 20 Jun 2022 08:00:00 +0700",
         "2022-06-28"},
        {"Received: from x\nDate: Mon, 20 Jun 2022 08:00:00 +0700", "2022-06-20"},
        {"Date: 31 Jun 2022 08:00:00 +0700", "-"},
        {"Date: hôm qua", "-"},
        {"Subject: x", "-"},
    };
    for (const auto& one : cases) {
        const auto& headers = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(headers);
        const auto mail = mail_of(std::string(headers) + "\n\nx");
        CHECK((mail.received ? format_date(*mail.received) : "-") == expected);
    }
}

TEST_CASE("mail: texts and attachments") {
    const std::string mixed =
        "Content-Type: multipart/mixed; boundary=\"=_a b\"\n\npreamble\n--=_a b\n";
    const std::pair<std::string, const char*> cases[] = {
        {"\nxin chào\n", "xin chào"},
        {"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
         "quoted-printable\n\nb=C3=A1o =\nc=C3=A1o",
         "báo cáo"},
        {"Content-Type: text/plain; charset=windows-1258\nContent-Transfer-Encoding: "
         "base64\n\nSG/MYQ==",
         "Hòa"},
        // A label that lies
        {"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
         "8bit\n\nB\xC3\xA1o",
         "Báo"},
        {"Content-Type: text/html\n\n<p>B&aacute;o <b>c&#225;o</b></p><script>x</script><p>hai</p>",
         "Báo cáo\nhai"},
        {mixed + "\nm\u1ed9t\n--=_a b\nContent-Type: application/pdf; name=\"a.pdf\"\n"
                 "Content-Transfer-Encoding: base64\n\nQUJD\n--=_a b--\nepilogue",
         "một | a.pdf application/pdf ABC"},
        // The end forgotten; a path for a name
        {mixed + "Content-Disposition: attachment; filename=\"C:\\x\\b.docx\"\n\nABC",
         " | b.docx text/plain ABC"},
        {"Content-Type: text/plain\nContent-Type: multipart/mixed; boundary=q\n\n--q\n\nhai\n--q--",
         "hai"},
        {"Content-Type: multipart/alternative; "
         "boundary=q\r\n\r\n--q\r\n\r\nchữ\r\n--q\r\nContent-Type: "
         "text/html\r\n\r\n<p>trang</p>\r\n--q--\r\n",
         "chữ"},
        {"Content-Type: multipart/alternative; boundary=q\n\n--q\n\n\n--q\nContent-Type: "
         "text/html\n\n<p>trang</p>\n--q--\n",
         "trang"},
        // A boundary that another one begins with
        {"Content-Type: multipart/mixed; boundary=q\n\n--q\nContent-Type: multipart/mixed; "
         "boundary=qq\n\n"
         "--qq\n\nmột\n--qq--\n--q\n\nhai\n--q--",
         "một\n\nhai"},
        {mixed + "Content-Type: text/calendar\n\nBEGIN\n--=_a b--", " |  text/calendar BEGIN"},
        {mixed + "Content-Type: application/ms-tnef; name=winmail.dat\n\nx\n--=_a b--",
         " | winmail.dat application/ms-tnef x"},
    };
    for (const auto& one : cases) {
        const auto& rest = std::get<0>(one);
        const auto& expected = std::get<1>(one);
        CAPTURE(rest);
        CHECK(told(mail_of(kHead + rest)) == expected);
    }
}

TEST_CASE("mail: messages within it are opened") {
    const auto mail =
        mail_of(std::string(kHead) +
                "Content-Type: multipart/mixed; boundary=q\n\n--q\n\nKính chuyển\n--q\n"
                "Content-Type: message/rfc822\n\nFrom: c@d.vn\nContent-Type: "
                "multipart/mixed; boundary=r\n\n--r\n\ntrong\n--r\nContent-Type: "
                "application/x; name=a.docx\n\nABC\n--r--\n--q--");
    CHECK(told(mail) == "Kính chuyển\n\ntrong | a.docx application/x ABC");
    CHECK(mail.from_address == "a@b.vn");
    CHECK(mail.inner_addresses == std::vector<std::string>{"c@d.vn"});
}

TEST_CASE("mail: what is none, and limits") {
    const auto why = [](const std::string& bytes) {
        const auto read = read_mail(bytes);
        return readable(read) == nullptr ? why_unreadable(read) : UnreadablePaper{};
    };
    CHECK(why("") == UnreadablePaper{Unreadable::broken, ""});
    CHECK(why("một tệp chữ\n") == UnreadablePaper{Unreadable::broken, ""});
    std::string outlook = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    for (const char c : std::string_view("__substg1.0_")) outlook += {c, '\0'};
    CHECK(why(outlook) == UnreadablePaper{Unreadable::other_kind, ".msg"});
    std::string deep = "x";
    for (int i = 0; i < 40; ++i) deep = "Subject: x\nContent-Type: message/rfc822\n\n" + deep;
    CHECK(why(deep) == UnreadablePaper{Unreadable::too_large, "32"});
    std::string many = std::string(kHead) + "Content-Type: multipart/mixed; boundary=q\n\n";
    for (int i = 0; i < 10'001; ++i) many += "--q\n\nx\n";
    CHECK(why(many) == UnreadablePaper{Unreadable::too_large, "10000"});
}

TEST_CASE("mail: bytes in letters, and pages") {
    CHECK(from_base64("QUI=QUJD") == "ABABC");
    CHECK(from_base64("Q U\r\nJ*D") == "ABC");
    CHECK(from_quoted_printable("a=3D=\r\nb=ZZ=") == "a=b=ZZ");
    CHECK(from_percent_escapes("%C3%A1%2") == "á%2");
    CHECK(text_in_charset(std::string_view("\xFF\xFE\x61\0", 4), "x") == "a");
    CHECK(text_in_charset("T\xE6 ch\xF8"
                          "c",
                          "iso-8859-1") == "Tổ chức");
    CHECK(text_in_charset("\xE9", "iso-8859-1") == "é");
    CHECK(text_of_html("a<br>b<!-- c -->&amp;&unknown;&") == "a\nb&&unknown;&");
    CHECK(text_of_html("<td>a</td><td>b</td>") == "a\tb\t");
}
