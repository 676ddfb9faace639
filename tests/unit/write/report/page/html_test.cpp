// The HTML of a report: nothing in it is markup but its own, its structure, its colours, its
// policy.

#include "write/report/page/html.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "core/report/report.hpp"
#include "read/file/sha256.hpp"
#include "support.hpp"
#include "write/kit/html_escape.hpp"
#include "write/report/template/template.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// A page of a plan and submissions whose every text is hostile.
std::string hostile_page(Language language) {
    static const std::string kText =
        R"(</td><script>alert(1)</script>" onload='x' {{plan_id}} &amp; --> ]]>)";
    TestPlan test(
        plan_2022("tasks: [{id: T1, title: T, lead: [a], cadence: continuous}]\n"
                  "reports: [{id: r, title: R, from: [a, b, c], cadence: semiannual, due: {by: "
                  "period-end}}]\n"
                  "indicators: [{id: n, name: N, type: integer, total: sum}]\n"));
    auto& plan = test.plan;
    plan.head.title = plan.head.number = plan.head.place = kText;
    for (auto& agency : plan.agencies) agency.name.value = agency.email.value = kText;
    for (auto& o : plan.obligations) o.title.value = o.why.source = o.why.assumed = kText;
    plan.indicators[0].name.value = plan.indicators[0].unit.value = kText;
    plan.notices = plan.head.recipients = {kText};
    plan.head.signatories = {{kText, kText, kText, kText, {}}};
    const auto as_of = day("2022-07-05");
    const auto scope = find_scope(plan, test.schedule, "2022-H1", {});
    REQUIRE(scope);
    Assessment assessment(test, as_of);
    ContentKeeper contents(*scope, as_of);
    Submission s;
    s.agency = 0;
    s.obligation = test.obligation("r");
    s.slot = scope->slots.front();
    s.row = *test.row("r", "a", "2022-H1");
    s.received = Moment{day("2022-06-29")};
    s.origin.file = s.document = s.difficulties = s.proposals = s.next = s.note = kText;
    s.results = {{test.obligation("T1"), kText, {{0, 5}}}};
    hand_in(s, assessment, contents);
    return to_html(build_report(assessment, *scope, contents), language);
}

std::size_t count_of(const std::string& text, const std::string& word) {
    std::size_t count = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
    return count;
}

/// What stands between the tag `name` and its end.
std::string inside(const std::string& page, const std::string& name) {
    const auto begin = page.find("<" + name + ">") + name.size() + 2;
    return page.substr(begin, page.find("</" + name + ">") - begin);
}

std::string base64(const std::string& bytes) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        unsigned bits = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            bits = bits << 8 |
                   (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            out += at + i > bytes.size() ? '=' : kDigits[bits >> (18 - 6 * i) & 63];
        }
    }
    return out;
}

std::string bytes_of(const std::string& hexadecimal) {
    std::string out;
    for (std::size_t at = 0; at < hexadecimal.size(); at += 2) {
        out += static_cast<char>(std::stoi(hexadecimal.substr(at, 2), nullptr, 16));
    }
    return out;
}

double luminance(const std::string& color) {
    double sum = 0;
    const std::array<double, 3> weights = {0.2126, 0.7152, 0.0722};
    for (std::size_t i = 0; i < 3; ++i) {
        const double part = std::stoi(color.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
        sum += weights.at(i) *
               (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double contrast(const std::string& a, const std::string& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

/// The colours that each `:root` of the style sheet gives names to: light, dark, print.
std::vector<std::map<std::string, std::string>> schemes(const std::string& style) {
    std::vector<std::map<std::string, std::string>> all;
    static const std::regex kRoot(R"(:root \{([^}]*)\})");
    static const std::regex kColor(R"(--([a-z-]+): (#[0-9a-f]{6});)");
    for (std::sregex_iterator it(style.begin(), style.end(), kRoot), end; it != end; ++it) {
        const std::string block = (*it)[1];
        auto& colors = all.emplace_back();
        for (std::sregex_iterator c(block.begin(), block.end(), kColor); c != end; ++c) {
            colors[(*c)[1]] = (*c)[2];
        }
    }
    return all;
}

}  // namespace

TEST_CASE("html: no text is markup") {
    CHECK(escape_html("a < b & \"c\" > 'd'\n\x01") ==
          "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39; \\u{1}");
    for (const auto language : {Language::vi, Language::en}) {
        const auto page = hostile_page(language);
        CHECK(count_of(page, "<script") == 1);
        CHECK(count_of(page, "</td><script") == 0);
        CHECK(count_of(page, "onload='") == 0);
        CHECK(page.find("&lt;/td&gt;&lt;script&gt;alert(1)") != std::string::npos);
        CHECK(page.find("{{plan_id}} &amp;amp;") != std::string::npos);  // nor evaluated
    }
}

TEST_CASE("html: one h1, headings in order, headers with a scope, tables with a caption") {
    for (const auto language : {Language::vi, Language::en}) {
        const auto page = hostile_page(language);
        CHECK(page.starts_with(
            fmt::format("<!doctype html>\n<html lang=\"{}\">", language_id(language))));
        static const std::regex kHeading("<h([1-6])[ >]");
        int last = 0;
        int firsts = 0;
        for (std::sregex_iterator it(page.begin(), page.end(), kHeading), end; it != end; ++it) {
            const int level = std::stoi((*it)[1]);
            CHECK(level <= last + 1);
            firsts += level == 1 ? 1 : 0;
            last = level;
        }
        CHECK(firsts == 1);
        CHECK(count_of(page, "<th ") + count_of(page, "<th>") ==
              count_of(page, "<th scope=\"col\"") + count_of(page, "<th scope=\"row\""));
        CHECK(count_of(page, "<table") > 5);
        CHECK(count_of(page, "<table") == count_of(page, "<caption"));
        CHECK(count_of(page, "<table") ==
              count_of(page, "<div class=\"scroll\" role=\"region\"") +
                  count_of(page, "<div class=\"scroll tall\" role=\"region\""));
        for (const auto* tag :
             {"table", "section", "ul", "div", "tr", "td", "th", "p", "svg", "li"}) {
            CAPTURE(tag);
            const auto opened =
                count_of(page, fmt::format("<{}>", tag)) + count_of(page, fmt::format("<{} ", tag));
            CHECK(opened == count_of(page, fmt::format("</{}>", tag)));
        }
    }
}

TEST_CASE("html: whatever a link or a label names is there, once") {
    for (const auto language : {Language::vi, Language::en}) {
        const auto page = hostile_page(language);
        std::set<std::string> ids;
        static const std::regex kId(" id=\"([^\"]+)\"");
        for (std::sregex_iterator it(page.begin(), page.end(), kId), end; it != end; ++it) {
            CHECK_MESSAGE(ids.insert((*it)[1]).second, (*it)[1].str());
        }
        static const std::regex kName("(?:href=\"#|aria-labelledby=\")([^\"]+)\"");
        int names = 0;
        for (std::sregex_iterator it(page.begin(), page.end(), kName), end; it != end; ++it) {
            CHECK_MESSAGE(ids.contains((*it)[1]), (*it)[1].str());
            ++names;
        }
        CHECK(names > 10);
    }
}

TEST_CASE("html: nothing is fetched, and the policy names the page's own style and script") {
    const TempFolder folder;
    const auto page = hostile_page(Language::vi);
    CHECK(count_of(page, "src=") == 0);
    CHECK(count_of(page, "@import") == 0);
    CHECK(count_of(page, " style=") == 0);
    CHECK(count_of(page, "<link") == 1);
    CHECK(page.find("<link rel=\"icon\" href=\"data:,\">") != std::string::npos);
    for (const auto* tag : {"style", "script"}) {
        const auto digest = bytes_of(sha256_of_file(folder.write("inside", inside(page, tag))));
        const auto policy = fmt::format("{}-src 'sha256-{}'", tag, base64(digest));
        CHECK_MESSAGE(page.find(policy) != std::string::npos, "write into kPolicy: " << policy);
    }
}

TEST_CASE("html: text stands out from its ground in every scheme") {
    const std::string style(embedded_template("html/style.css"));
    const auto all = schemes(style);
    REQUIRE(all.size() == 3);  // light, dark, print
    for (const auto& colors : all) {
        std::size_t pairs = 0;
        for (const auto& color : colors) {
            const auto ground = colors.find(color.first + "-ground");
            if (ground == colors.end()) continue;
            CAPTURE(color.first);
            CHECK(contrast(color.second, ground->second) >= 4.5);
            ++pairs;
        }
        CHECK(pairs >= 10);
    }
}
