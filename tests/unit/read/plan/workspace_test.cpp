#include "read/plan/workspace.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <string>

#include "diag/io_error.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

namespace fs = std::filesystem;

Strings names(const std::vector<fs::path>& paths) {
    Strings out;
    for (const auto& path : paths) out.push_back(path.string());
    return out;
}

/// The names relative to the folder.
Strings names_below(const TempFolder& folder, const Strings& names) {
    Strings out;
    for (const auto& name : names) {
        out.push_back(fs::path(name).lexically_relative(folder.path()).string());
    }
    return out;
}

Strings names_below(const TempFolder& folder, const std::vector<SubmissionFile>& files) {
    Strings names;
    for (const auto& file : files) names.push_back(file.name);
    return names_below(folder, names);
}

/// What looking the path up says; empty when it is found.
std::string fault_of(const fs::path& path) {
    try {
        find_submissions({path.string()});
    } catch (const IoError& error) {
        return error.what();
    }
    return "";
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("workspace: all the plans of a folder are known together") {
    const TempFolder folder;
    folder.write("data/plan-2022.yaml", "x");
    CHECK(names(find_plans(folder.path())) == Strings{"data/plan-2022.yaml"});
    folder.write("plan.yaml", "x");
    folder.write("plan-b.yml", "x");
    folder.write("plan.yml", "x");
    CHECK(names(find_plans(folder.path())) ==
          Strings{"data/plan-2022.yaml", "plan-b.yml", "plan.yaml", "plan.yml"});
}

TEST_CASE("workspace: only files called plan-… are plans of a data folder") {
    const TempFolder folder;
    for (const auto* name : {"plan.yaml", "plan.yml", "myplan-2022.yaml", "plan-2022.yaml.bak",
                             "Plan-2022.yaml", "plan_2022.yaml", "holidays-vn.yaml"}) {
        folder.write(std::string("data/") + name, "x");
    }
    CHECK(names(find_plans(folder.path())) == Strings{});
    folder.write("data/plan-.yaml", "x");
    folder.write("data/plan-b.yaml", "x");
    folder.write("data/plan-a.yml", "x");
    CHECK(names(find_plans(folder.path())) ==
          Strings{"data/plan-.yaml", "data/plan-a.yml", "data/plan-b.yaml"});
}

TEST_CASE("workspace: the nearest parent that has a plan ends the search") {
    const TempFolder folder;
    folder.write("plan.yaml", "x");
    folder.write("year/data/plan-2022.yaml", "x");
    folder.write("year/in/box/x.txt", "x");
    CHECK(names(find_plans(folder.path() / "year/in/box")) == Strings{"../../data/plan-2022.yaml"});
    CHECK(names(find_plans(folder.path() / "year")) == Strings{"data/plan-2022.yaml"});
    CHECK(names(find_plans(folder.path() / "year/")) == Strings{"data/plan-2022.yaml"});
    CHECK(names(find_plans(folder.path() / "year/in/../..")) == Strings{"plan.yaml"});
    fs::remove(folder.path() / "year/data/plan-2022.yaml");
    CHECK(names(find_plans(folder.path() / "year/in/box")) == Strings{"../../../plan.yaml"});
}

TEST_CASE("workspace: a folder called plan.yaml is no plan") {
    const TempFolder folder;
    fs::create_directories(folder.path() / "sub" / "plan.yaml");
    folder.write("plan.yaml", "x");
    CHECK(names(find_plans(folder.path() / "sub")) == Strings{"../plan.yaml"});
}

TEST_CASE("workspace: submissions in path order, each file once") {
    const TempFolder folder;
    for (const auto* name :
         {"b/2.yaml", "b/10.yaml", "a.ndjson", "a-b.json", "a/z.yml", "Đ.csv", "c.JSONL"}) {
        folder.write(name, "x");
    }
    const auto root = folder.path().string();
    CHECK(names_below(folder, find_submissions({root}).files) ==
          Strings{"a/z.yml", "a-b.json", "a.ndjson", "b/10.yaml", "b/2.yaml", "c.JSONL", "Đ.csv"});
    // Paths in the order given; what one of them gave already is left out of the others.
    CHECK(names_below(folder,
                      find_submissions({root + "/b/2.yaml", root + "/b", root + "/b"}).files) ==
          Strings{"b/2.yaml", "b/10.yaml"});
    CHECK(names_below(folder,
                      find_submissions({root + "/b/../b/./2.yaml", root + "/b/2.yaml"}).files) ==
          Strings{"b/2.yaml"});
    fs::create_symlink("2.yaml", folder.path() / "b" / "3.yaml");
    CHECK(names_below(folder, find_submissions({root + "/b/"}).files) ==
          Strings{"b/10.yaml", "b/2.yaml"});
}

TEST_CASE("workspace: hidden files, other endings and what is no file are left out") {
    const TempFolder folder;
    for (const auto* name : {".a.yaml", ".git/b.yaml", "d/.e/f.csv", "notes.txt", "x.yaml~",
                             "x.yaml.swp", "no-ending", "x.xlsx", "ok.yaml"}) {
        folder.write(name, "x");
    }
    fs::create_directories(folder.path() / "folder.yaml");
    CHECK(names_below(folder, find_submissions({folder.path().string()}).files) ==
          Strings{"ok.yaml"});
    // A hidden folder that is asked for by its name is read.
    CHECK(names_below(folder, find_submissions({(folder.path() / ".git").string()}).files) ==
          Strings{".git/b.yaml"});
}

TEST_CASE("workspace: events.yaml counts as events at the top of a folder alone") {
    const TempFolder folder;
    folder.write("one/events.yaml", "x");
    folder.write("one/sub/events.yaml", "x");
    folder.write("one/a.yaml", "x");
    folder.write("two/events.yaml", "x");
    const auto one = (folder.path() / "one").string();
    const auto two = (folder.path() / "two").string();
    const auto found = find_submissions({one, two});
    CHECK(names_below(folder, found.events) == Strings{"one/events.yaml", "two/events.yaml"});
    CHECK(names_below(folder, found.files) == Strings{"one/a.yaml", "one/sub/events.yaml"});
    CHECK(names_below(folder, find_submissions({one + "/"}).events) == Strings{"one/events.yaml"});
}

TEST_CASE("workspace: standard input") {
    CHECK(find_submissions({"-"}).standard_input);
    CHECK(find_submissions({"-", "-"}).files.empty());
    CHECK_FALSE(find_submissions({}).standard_input);
}

TEST_CASE("workspace: paths that are not there, or of no known kind") {
    const TempFolder folder;
    CHECK(contains(fault_of(folder.path() / "no.yaml"), "no such file or folder"));
    CHECK(contains(fault_of(folder.write("x.txt", "x")), "none of `.yaml`, `.yml`, `.json`"));
    CHECK(contains(fault_of(folder.write("x.yaml", "x") / "below"), "cannot read"));
    CHECK(fault_of(folder.path()) == "");
    const auto hostile = fault_of(folder.path() / "\x1B[31m.yaml");
    CHECK_FALSE(contains(hostile, "\x1B"));
}

TEST_CASE("workspace: links in a circle end") {
    const TempFolder folder;
    folder.write("in/a.yaml", "x");
    fs::create_directory_symlink("..", folder.path() / "in" / "up");
    fs::create_directory_symlink(".", folder.path() / "in" / "self");
    CHECK(names_below(folder, find_submissions({(folder.path() / "in").string()}).files) ==
          Strings{"in/a.yaml"});
}
