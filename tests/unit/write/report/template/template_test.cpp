// Templates: what is wrong with them, what becomes of them, and the keys that reports give them.

#include "write/report/template/template.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>
#include <string>

#include "support.hpp"
#include "write/kit/html_escape.hpp"
#include "write/remind/letter.hpp"
#include "write/report/context/context.hpp"
#include "write/report/context/keys.hpp"
#include "write/report/markdown/markdown.hpp"
#include "write/report/page/html.hpp"
#include "write/report/page/html_blocks.hpp"
#include "write/report/template/render.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// A template that uses all of them: what no template uses has no value.
std::string every_key(const std::vector<TemplateKey>& keys) {
    std::string out;
    for (const auto& key : keys)
        out += fmt::format("{{{{#{0}}}}}{1}{{{{/{0}}}}}", key.name, every_key(key.inside));
    return out;
}

using Kind = TemplateKey::Kind;
using Data = kainjow::mustache::data;

/// A title, a flag, and a list of entries with a name and a list of their own.
const std::vector<TemplateKey> kKeys = {
    {"title", Kind::text, {}},
    {"draft", Kind::flag, {}},
    {"entries",
     Kind::list,
     {{"name", Kind::text, {}}, {"parts", Kind::list, {{"part", Kind::text, {}}}}}},
};

/// `line message [help]` for each fault.
Strings faults(const std::string& text) {
    Strings out;
    for (const auto& fault : check_template(text, kKeys)) {
        auto line = std::to_string(fault.line) + " " + say(fault.message, Language::en);
        if (!fault.help.empty()) line += " [" + say(fault.help, Language::en) + "]";
        out.push_back(line);
    }
    return out;
}

std::string rendered(const std::string& text) {
    REQUIRE(faults(text) == Strings{});
    kainjow::mustache::list entries;
    for (const auto* name : {"one", "two"}) {
        Data entry;
        entry.set("name", std::string(name));
        entry.set("number", std::string(entries.empty() ? "1" : "2"));
        entry.set("last", Data(!entries.empty()));
        entry.set("parts", Data(Data::type::list));
        entry.set("any_parts", Data(false));
        entries.push_back(entry);
    }
    Data context;
    context.set("title", std::string("{{draft}} & <b>"));
    context.set("draft", Data(false));
    context.set("entries", Data(entries));
    context.set("any_entries", Data(true));
    return render_template(text, context);
}

/// The dotted path of every key.
void add_paths(std::set<std::string>& paths, const std::vector<TemplateKey>& keys,
               const std::string& before) {
    for (const auto& key : keys) {
        CHECK_MESSAGE(paths.insert(before + std::string(key.name)).second, key.name);
        add_paths(paths, key.inside, before + std::string(key.name) + ".");
    }
}

/// Whether the context has every key, and of every list an entry with every key.
void check_values(const Data& data, const std::vector<TemplateKey>& keys,
                  const std::string& before) {
    for (const auto& key : keys) {
        const auto path = before + std::string(key.name);
        CAPTURE(path);
        const auto* value = data.get(std::string(key.name));
        REQUIRE(value != nullptr);
        if (key.kind == Kind::flag) CHECK(value->is_bool());
        if (key.kind == Kind::text) CHECK((value->is_string() || value->is_false()));
        if (key.kind != Kind::list) continue;
        REQUIRE(value->is_non_empty_list());
        for (const auto& entry : value->list_value()) check_values(entry, key.inside, path + ".");
        const auto* any = data.get("any_" + std::string(key.name));
        REQUIRE(any != nullptr);
        CHECK(any->is_true());
    }
}

}  // namespace

TEST_CASE("template: every slip is found, with its line and a way out") {
    struct Case {
        const char* text;
        Strings faults;
    };
    const Case cases[] = {
        {"{{title}}{{#draft}}x{{/draft}}{{#entries}}{{name}}{{title}}{{/entries}}", {}},
        {"{{#any_entries}}{{#entries}}{{number}}{{^last}};{{/last}}{{/entries}}{{/any_entries}}",
         {}},
        {"{{#title}}{{.}} {{title}}{{/title}}{{^title}}none{{/title}}", {}},
        {"{{! not closed", {"1 a tag opens here and is not closed: `}}` is missing"}},
        {"{{{title}}} {{& title }}{{!\nlong\n}}", {}},
        {"a\nb {{titel}}", {"2 unknown key `titel` [did you mean `title`?]"}},
        {"{{name}}", {"1 unknown key `name` [it is known inside `{{#entries}}`]"}},
        {"{{#entries}}{{part}}{{/entries}}",
         {"1 unknown key `part` [it is known inside `{{#parts}}`]"}},
        {"{{^entries}}{{name}}{{/entries}}",
         {"1 unknown key `name` [it is known inside `{{#entries}}`]"}},
        {"{{#entrys}}\n{{name}}\n{{/entrys}}",
         {"1 unknown key `entrys` [did you mean `entries`?]"}},
        {"{{entries}}", {"1 `entries` is a list, not a text [write `{{#entries}}…{{/entries}}`]"}},
        {"{{draft}}", {"1 `draft` is a flag, not a text [write `{{#draft}}…{{/draft}}`]"}},
        {"\n{{#draft}}",
         {"2 the section `{{#draft}}` is not closed [write `{{/draft}}` where it ends]"}},
        {"{{#draft}}\n{{#entries}}\n{{/draft}}",
         {"2 the section `{{#entries}}` is not closed before `{{/draft}}`"}},
        {"{{/draft}}", {"1 `{{/draft}}` closes no section"}},
        {"{{#draft}}{{/title}}{{/draft}}",
         {"1 `{{/title}}` closes no section [open here is `{{#draft}}`]"}},
        {"x\n{{title\n}}", {"2 a tag opens here and is not closed: `}}` is missing"}},
        {"x }} y", {"1 `}}` closes no tag [a tag opens with `{{`]"}},
        {"{{>foot}}",
         {"1 `{{>foot}}`: a template has no partials [put the text of the partial in its place]"}},
        {"{{=<% %>=}}", {"1 the delimiters of tags cannot be changed"}},
        {"{{.}}", {"1 unknown key `.`"}},
        {"{{}}", {"1 unknown key ``"}},
        {"{{number}}", {"1 unknown key `number`"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(faults(c.text) == c.faults);
    }
}

TEST_CASE("template: lines of sections leave nothing behind, whatever is in them") {
    CHECK(rendered("a\n{{#entries}}\n- {{name}}\n{{/entries}}\n\nb\n") == "a\n- one\n- two\n\nb\n");
    CHECK(rendered("a\n{{#draft}}\nx\n{{/draft}}\nb\n") == "a\nb\n");
    CHECK(rendered("a\n  {{! note\nof two lines }}  \nb") == "a\nb");
    CHECK(
        rendered("{{#entries}}\n{{#any_parts}}\nx\n{{/any_parts}}\n| {{name}} |\n{{/entries}}\n") ==
        "| one |\n| two |\n");
    CHECK(rendered("|{{#entries}} {{name}} |{{/entries}}\n") == "| one | two |\n");
    CHECK(rendered("{{#entries}}{{number}}{{^last}}; {{/last}}{{/entries}}") == "1; 2");
    CHECK(rendered("{{^draft}}\n\nkept\n{{/draft}}\n") == "\nkept\n");
}

TEST_CASE("template: a tag inside a value is text, and nothing is escaped twice") {
    CHECK(rendered("{{title}} {{{title}}}") == "{{draft}} & <b> {{draft}} & <b>");
}

TEST_CASE("template: those of the program have no faults") {
    for (const auto language : {Language::vi, Language::en}) {
        CHECK(check_template(markdown_template(language), report_keys()).empty());
        CHECK(check_template(html_template(language), html_keys()).empty());
        CHECK(check_template(letter_template(language), letter_keys()).empty());
    }
}

TEST_CASE("template: docs/templates.md describes every key, and no other") {
    std::set<std::string> of_reports;
    add_paths(of_reports, report_keys(), "");
    std::set<std::string> of_letters;
    add_paths(of_letters, letter_keys(), "");
    // Those of the second list are those of the first.
    std::erase_if(of_letters, [](const std::string& key) { return key.starts_with("to_come."); });
    std::set<std::string> described;
    const auto compare = [&](const std::set<std::string>& keys) {
        for (const auto& key : keys) CHECK_MESSAGE(described.contains(key), key);
        for (const auto& key : described) CHECK_MESSAGE(keys.contains(key), key);
        described.clear();
    };
    std::ifstream page("docs/templates.md");
    REQUIRE(page.is_open());
    for (std::string line; std::getline(page, line);) {
        if (line == "## Letters") compare(of_reports);
        const auto end = line.find("` |");
        if (!line.starts_with("| `") || line.starts_with("| `{{") || end == std::string::npos)
            continue;
        CHECK_MESSAGE(described.insert(line.substr(3, end - 3)).second, line);
    }
    compare(of_letters);
}

TEST_CASE("template: a report gives a value to every key") {
    TestPlan test(plan_from_to(
        "2021-07-01", "2022-12-31",
        "agencies: [{id: a, name: A, email: a@b.vn}, {id: b, name: B}, {id: c, name: C}]\n"
        "groups: [{id: g, name: G, members: [a, b]}]\n"
        "tasks: [{id: T1, title: T, lead: [a], cadence: continuous, assumed: x},"
        " {id: T2, title: T, lead: [b], cadence: continuous}]\n"
        "reports: [{id: r, title: R, from: [g, c], cadence: semiannual, due: {by: period-end}, "
        "assumed: y}]\n"
        "indicators: [{id: n, name: N, type: integer, total: sum}]\n"));
    REQUIRE_FALSE(test.found.has_errors());
    auto& plan = test.plan;
    plan.head.recipients = {"Lưu: VT"};
    plan.head.signatories = {{"Nguyễn Văn A", "Chủ tịch", "a", "TM. ỦY BAN", {}}};
    const auto scope = find_scope(plan, test.schedule, "2022-H1", {});
    REQUIRE(scope);
    Assessment assessment(test, day("2022-07-05"));
    ContentKeeper contents(*scope, day("2022-07-05"));
    const auto send = [&](AgencyIx agency, bool valid) {
        Submission s;
        s.agency = agency;
        s.obligation = test.obligation("r");
        s.slot = scope->slots.front();
        s.row = *test.row("r", agency == 0 ? "a" : "b", "2022-H1");
        s.received = Moment{day("2022-06-29")};
        s.document = "1/BC";
        s.results = {{test.obligation("T1"), "Đã làm", {{0, 5}}},
                     {test.obligation("T2"), "Đã làm", {}},
                     {kNoTask, "Đã họp", {}}};
        s.difficulties = s.proposals = s.next = s.note = "x";
        if (!valid) s.errors = {Code::s_unknown_task};
        hand_in(s, assessment, contents);
    };
    send(0, true);
    send(1, false);
    const auto report = build_report(assessment, *scope, contents);
    check_values(
        report_context(report, Language::vi, {escape_html, html_blocks}, every_key(report_keys())),
        report_keys(), "");
}
