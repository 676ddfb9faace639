// A mail that is not sent yet: RFC 5322, 2045, 2047.

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"
#include "write/remind/letter.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const std::string kPlan =
    "format: plantool/plan@1\n"
    "plan: {id: kh, number: 9-KH, title: K, issued: 2022-01-05, from: 2022-01-01,"
    " to: 2022-12-31, inbox: van-phong@example.org, secretariat: a}\n"
    "agencies: [{id: a, name: 'Ủy ban nhân dân thành phố Tuy Hòa và các xã, phường lân cận',"
    " email: a@example.org}]\n"
    "reports: [{id: r, title: '<b>Báo cáo</b>', from: [a], cadence: annual, due: {by: 01-05}}]\n";

std::string mail_on(std::string_view as_of, std::string_view letter) {
    const TestPlan test(kPlan, {}, as_of);
    const auto assessment = assess_with(test, as_of, {});
    const std::vector<Status> plans{select(assessment, {})};
    return letter_mail(reminders_of(plans).letters.front(), Language::vi, letter);
}

std::string header(const std::string& mail, const std::string& name) {
    const auto from = mail.find("\r\n" + name + ": ");
    if (from == std::string::npos) return "";
    auto end = mail.find("\r\n", from + 2);
    while (mail[end + 2] == ' ') end = mail.find("\r\n", end + 2);
    return mail.substr(from + name.size() + 4, end - from - name.size() - 4);
}

/// The part of that type, decoded.
std::string part(const std::string& mail, const std::string& type) {
    const auto begin = mail.find("\r\n\r\n", mail.find("Content-Type: " + type)) + 4;
    const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    std::uint32_t bits = 0;
    int have = 0;
    for (const char c : mail.substr(begin, mail.find("--", begin) - begin)) {
        const auto value = letters.find(c);
        if (value == std::string::npos) continue;
        bits = bits << 6U | static_cast<std::uint32_t>(value);
        have += 6;
        if (have < 8) continue;
        have -= 8;
        out += static_cast<char>(bits >> static_cast<unsigned>(have) & 0xFFU);
    }
    return out;
}

}  // namespace

TEST_CASE("letter_mail: headers are of US-ASCII, on lines of at most 76") {
    const auto mail = "\r\n" + mail_on("2022-07-05", "x\n");
    CHECK(header(mail, "From") == "van-phong@example.org");
    CHECK(header(mail, "Date") == "Tue, 05 Jul 2022 08:00:00 +0700");
    CHECK(header(mail, "X-Unsent") == "1");
    CHECK(header(mail, "To").ends_with(" <a@example.org>"));
    CHECK(header(mail, "To").starts_with("=?UTF-8?B?"));
    CHECK(header(mail, "Message-ID").ends_with("@plantool>"));
    for (std::size_t at = 0; at < mail.size();) {
        const auto end = mail.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        CHECK((end - at <= 76 || mail.substr(at).starts_with("Message-ID:")));
        at = end + 2;
    }
    for (const char c : mail) CHECK(static_cast<unsigned char>(c) < 0x80);
}

TEST_CASE("letter_mail: the same question gives the same mail, another day another Message-ID") {
    const auto one = mail_on("2022-07-05", "x\n");
    CHECK(one == mail_on("2022-07-05", "x\n"));
    CHECK(header(one, "Message-ID") != header(mail_on("2022-07-06", "x\n"), "Message-ID"));
}

TEST_CASE("letter_mail: texts are plain in the text and no markup in the page") {
    const auto mail = mail_on("2022-07-05", "{{#late}}{{report}}{{/late}}\n");
    CHECK(part(mail, "text/plain") == "<b>Báo cáo</b>\r\n");
    CHECK(part(mail, "text/html").find("<p>&lt;b&gt;Báo cáo&lt;/b&gt;</p>") != std::string::npos);
}
