#include "cli/run.hpp"

#include <doctest/doctest.h>

#include <map>
#include <new>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

#include "cli/command.hpp"
#include "schema.hpp"
#include "support.hpp"
#include "text/utf8.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

struct Ran {
    int status = -1;
    std::string out;
    std::string err;
};

using Variables = std::map<std::string, std::string>;

Ran ran(
    const Strings& arguments, const std::function<void()>& on_output = [] {},
    const Variables& variables = {}) {
    Ran result;
    Env env;
    env.variable = [&](const char* name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    env.out = [&](std::string_view text) {
        on_output();
        result.out += text;
    };
    env.err = [&](std::string_view text) { result.err += text; };
    env.now = std::chrono::sys_seconds{day("2022-07-05")};
    result.status = run(arguments, env);
    return result;
}

/// The document that is all of standard output, and keeps to its schema.
nlohmann::json error_of(const Ran& result) {
    auto document = nlohmann::json::parse(result.out);
    CHECK(schema_errors("error", document) == Strings{});
    return document;
}

}  // namespace

TEST_CASE("run: whatever is thrown ends as one line and exit 2") {
    const auto bad = ran({"--version"}, [] { throw std::bad_alloc(); });
    CHECK(bad.status == 2);
    CHECK(bad.err == "plantool: out of memory\n");
    const auto wrong = ran({"--version"}, [] { throw std::logic_error("a\nb\x1b"); });
    CHECK(wrong.status == 2);
    CHECK(wrong.err == "plantool: cannot go on: a b\\u{1B}\n");
    const auto system = ran({"schema", "plan"}, [] {
        throw std::system_error(std::make_error_code(std::errc::too_many_files_open));
    });
    CHECK(system.status == 2);
    CHECK(system.err == "plantool: cannot go on: Too many open files\n");
    const auto unknown = ran({"--version"}, [] { throw 7; });
    CHECK(unknown.status == 2);
    CHECK(unknown.err == "plantool: cannot go on\n");
}

TEST_CASE("run: the values of options are taken as they are typed") {
    const TempFolder folder;
    for (const std::string name : {"[2022]", "[a,b]", "a,b", "{}", "[]", "[", "%%", "'x'"}) {
        CAPTURE(name);
        const auto path = (folder.path() / name).string();
        const auto absent = "plantool: cannot open " + path + ": there is no such file or folder\n";
        CHECK(ran({"status", "--plan", path}).err == absent);
        CHECK(ran({"status", "--plan=" + path}).err == absent);
        CHECK(ran({"status", "--plan", name}).err ==
              "plantool: cannot open " + name + ": there is no such file or folder\n");
        CHECK(ran({"report", "--period", name, "--format", "json", "--plan", path}).err == absent);
        CHECK(ran({"init", path}).status == 0);
        CHECK(std::filesystem::is_directory(path));
        const auto found = ran(
            {"validate", "--plan", path + "/plan.yaml", "--submissions", path + "/submissions"});
        CHECK(found.status == 0);
        CHECK(ran({"validate", path + "/plan.yaml", path + "/events.yaml", path + "/submissions"})
                  .status == 0);
    }
    CHECK(ran({"status", "--as-of", "[2022-07-05]"}).err ==
          "plantool: `[2022-07-05]` is no date\n"
          "help: write --as-of as an existing day, YYYY-MM-DD\n");
    CHECK(ran({"schema", "[plan]"}).err.starts_with("plantool: there is no schema `[plan]`\n"));
    CHECK(ran({"explain", "[P101]"}).err.find("`[P101]`") != std::string::npos);
}

TEST_CASE("run: words that need no option, as many as there are, and as help shows them") {
    const auto help = ran({"validate", "--help"});
    CHECK(help.status == 0);
    CHECK(help.out.find("[FILE...]") != std::string::npos);
    CHECK(ran({"schema", "plan", "status"}).err ==
          "plantool: `status` does not belong here\n"
          "help: `plantool schema --help` shows the usage\n");
}

TEST_CASE("run: a failure is JSON where JSON was asked for, and told to people too") {
    const TempFolder folder;
    const auto plan = folder.write("plan.yaml", "format: plantool/plan@1\nid: X\n").string();
    struct Case {
        Strings arguments;
        std::string message;
        bool help;
        bool findings;
    };
    const Case cases[] = {
        {{"statu", "--format", "json"}, "unknown command `statu`", true, false},
        {{"status", "--format=ndjson", "--xyz"}, "unknown option `--xyz`", true, false},
        {{"status", "--format", "json", "--as-of"}, "--as-of needs a value", true, false},
        {{"status", "--format", "json", "--as-of", "x"}, "`x` is no date", true, false},
        {{"validate", "--format", "sarif", "--plan", "/none.yaml"},
         "cannot open /none.yaml: there is no such file or folder",
         false,
         false},
        {{"report", "--format", "json"}, "the period is missing", true, false},
        {{"status", "--format", "json", "--plan", plan, "--lang", "en"},
         "the plan has 2 errors; nothing was done",
         false,
         true},
    };
    for (const auto& c : cases) {
        CAPTURE(c.arguments);
        const auto result = ran(c.arguments);
        CHECK(result.status == 2);
        const auto error = error_of(result);
        CHECK(error.at("message") == c.message);
        CHECK(error.at("help").is_string() == c.help);
        CHECK(error.at("diagnostics").empty() != c.findings);
        CHECK(result.err.find("plantool: " + c.message + "\n") != std::string::npos);
    }
}

TEST_CASE("run: other formats leave standard output empty where a command fails") {
    for (const Strings& arguments : {Strings{"statu"},
                                     {"statu", "--format", "table"},
                                     {"validate", "--format", "github", "/no"},
                                     {"report", "--format", "html,json"},
                                     {"report", "--format", "json", "--format", "html"}}) {
        CAPTURE(arguments);
        const auto result = ran(arguments);
        CHECK(result.status == 2);
        CHECK(result.out.empty());
        CHECK_FALSE(result.err.empty());
    }
}

TEST_CASE("run: nothing is added to output that has begun") {
    const auto broken = ran({"validate", "--format", "json"}, [] { throw std::bad_alloc(); });
    CHECK(broken.status == 2);
    CHECK(broken.out.empty());
}

TEST_CASE("run: who is spoken to in which language") {
    const TempFolder folder;
    const auto plan = [&](const std::string& language) {
        auto yaml = plan_2022("");
        const std::string end = "to: 2022-12-31";
        yaml.insert(yaml.find(end) + end.size(), ", language: " + language);
        return folder.write(language + ".yaml", yaml).string();
    };
    const std::string in_english = "plantool: the plan has no agency `zz`\n";
    const std::string in_vietnamese = "plantool: kế hoạch không có cơ quan `zz`\n";
    const auto err = [&](const Strings& more, const Variables& variables, const std::string& of) {
        Strings arguments = {"status", "--as-of", "2022-07-05", "--agency",
                             "zz",     "--plan",  plan(of)};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto text = ran(
                              arguments, [] {}, variables)
                              .err;
        return text.substr(text.find("plantool: "));
    };
    CHECK(err({}, {}, "vi") == in_vietnamese);
    CHECK(err({}, {}, "en") == in_english);
    CHECK(err({}, {{"LC_ALL", "vi_VN.UTF-8"}}, "en") == in_english);  // the plan's, once it is read
    CHECK(err({}, {{"PLANTOOL_LANG", "vi"}}, "en") == in_vietnamese);
    CHECK(err({"--lang", "en"}, {{"PLANTOOL_LANG", "vi"}}, "vi") == in_english);
    CHECK(ran({"xyz"}, [] {}, {{"LANG", "vi_VN.UTF-8"}}).err ==
          "plantool: không có lệnh `xyz`\ngợi ý: xem danh sách lệnh: `plantool --help`\n");
    CHECK(ran({"xyz", "--lang=vi"}).err.starts_with("plantool: không có lệnh `xyz`\n"));
    CHECK(ran({"status", "--lang", "fr"}, [] {}, {{"LANG", "vi_VN"}}).err ==
          "plantool: không có ngôn ngữ `fr`\ngợi ý: ghi `--lang vi` hoặc `--lang en`\n");
}

TEST_CASE("run: help and version as commands say what the options say") {
    CHECK(ran({"help"}).out == ran({"--help"}).out);
    CHECK(ran({"help", "status"}).out == ran({"status", "--help"}).out);
    CHECK(ran({"help", "help"}).out == ran({"help", "--help"}).out);
    CHECK(ran({"version"}).out == ran({"--version"}).out);
    CHECK(ran({"help", "statu"}).err ==
          "plantool: unknown command `statu`\nhelp: did you mean `status`?\n");
    CHECK(ran({"help", "status", "due"}).status == 2);
}

TEST_CASE("run: help keeps to 80 columns and says everything in the language") {
    const Strings english = {"Usage", "Options:", "OPTIONS", "TEXT", "Print", "default", "Only"};
    for (const auto& command : all_commands()) {
        CAPTURE(command.name);
        for (const auto* language : {"vi", "en"}) {
            CAPTURE(language);
            const auto help = ran({std::string(command.name), "--help", "--lang", language}).out;
            std::istringstream lines(help);
            for (std::string line; std::getline(lines, line);) {
                CAPTURE(line);
                CHECK(display_width(line) <= 80);
            }
            CHECK(help.starts_with(say(command.summary, *parse_language(language)) + "\n"));
            if (std::string_view(language) == "en") continue;
            for (const auto& word : english) CHECK(help.find(word) == std::string::npos);
        }
    }
}
