#include "cli/options.hpp"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>

#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

TEST_CASE("options: a list is split at its commas, and no entry is empty") {
    CHECK(split_lists({}) == Strings{});
    CHECK(split_lists({"a"}) == Strings{"a"});
    CHECK(split_lists({"a,b", " c , d "}) == Strings{"a", "b", "c", "d"});
    CHECK(split_lists({"[a,b]"}) == Strings{"[a", "b]"});
    for (const std::string wrong : {"", ",", "a,", ",a", "a,,b", " ", "a, "}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(split_lists({wrong}), UsageError);
    }
}

TEST_CASE("options: what one was given is found on a line that is not parsed") {
    struct Case {
        Strings arguments;
        Strings values;
    };
    const Case cases[] = {
        {{}, {}},
        {{"status"}, {}},
        {{"status", "--lang", "vi"}, {"vi"}},
        {{"--lang=en", "status"}, {"en"}},
        {{"--lang=", "status"}, {""}},
        {{"--lang", "vi", "--lang=en"}, {"vi", "en"}},
        {{"status", "--lang"}, {}},
        {{"--language", "vi", "--langs=vi", "-lang", "vi"}, {}},
        {{"validate", "--", "--lang", "vi"}, {}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.arguments);
        CHECK(given_to("--lang", c.arguments) == c.values);
    }
}

TEST_CASE("options: the language before a plan is read") {
    struct Case {
        std::string given;
        std::map<std::string, std::string> variables;
        Language language;
    };
    const Case cases[] = {
        {"", {}, Language::en},
        {"vi", {{"PLANTOOL_LANG", "en"}, {"LC_ALL", "en_US.UTF-8"}}, Language::vi},
        {"en", {{"LC_ALL", "vi_VN.UTF-8"}}, Language::en},
        {"", {{"PLANTOOL_LANG", "vi"}, {"LC_ALL", "C.UTF-8"}}, Language::vi},
        {"fr", {{"LC_ALL", "vi_VN.UTF-8"}}, Language::vi},
        {"", {{"PLANTOOL_LANG", "fr"}, {"LANG", "vi_VN"}}, Language::vi},
        {"", {{"LC_ALL", "vi_VN.UTF-8"}}, Language::vi},
        {"", {{"LC_MESSAGES", "vi"}, {"LANG", "en_US.UTF-8"}}, Language::vi},
        {"", {{"LC_ALL", "C"}, {"LC_MESSAGES", "vi_VN"}, {"LANG", "vi_VN"}}, Language::en},
        {"", {{"LANG", "vi.UTF-8"}}, Language::vi},
        {"", {{"LANG", "vie"}}, Language::en},
        {"", {{"LANG", "fr_FR.UTF-8"}}, Language::en},
    };
    for (const auto& c : cases) {
        CAPTURE(c.given);
        CAPTURE(c.variables.size());
        Env env;
        env.variable = [&](const char* name) -> std::optional<std::string> {
            const auto found = c.variables.find(name);
            return found == c.variables.end() ? std::nullopt : std::optional(found->second);
        };
        CHECK(language_before_plan(c.given, env) == c.language);
    }
}
