// Which of the files that are read are attachments of others.

#include "intake/attached.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// Files of these names in a folder, all found below it but for `named`.
struct Written {
    explicit Written(const std::vector<std::string>& names, const std::string& named = {}) {
        for (const auto& name : names) {
            const auto path = folder.write(name, "\n").string();
            files.files.push_back({path, facts_of(path).value(), name != named});
        }
    }

    std::string path(const std::string& name) const { return (folder.path() / name).string(); }

    TempFolder folder;
    SubmissionFiles files;
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("attached: a file that is named before it is read is not taken in") {
    const Written written({"a.yaml", "b.csv", "c.json"});
    Attached attached(written.files);
    CHECK(attached.reads(written.path("a.yaml")));
    attached.name(written.path("b.csv"));
    attached.name(written.path("a.yaml"));       // itself
    attached.name(written.path("missing.csv"));  // for S121
    CHECK(attached.reads(written.path("a.yaml")));
    CHECK_FALSE(attached.reads(written.path("b.csv")));
    CHECK_FALSE(attached.reads(written.path("b.csv")));
    CHECK(attached.reads(written.path("c.json")));
    CHECK(attached.reads("<stdin>"));
    CHECK(attached.too_late().empty());
}

TEST_CASE("attached: a file that was read before it is named is told, once it was taken in") {
    const Written written({"a.csv", "b.yaml", "c.csv", "d.yaml"});
    Attached attached(written.files);
    CHECK(attached.reads(written.path("a.csv")));
    CHECK(attached.reads(written.path("b.yaml")));
    attached.name(written.path("./a.csv"));
    attached.name(written.path("c.csv"));
    CHECK_FALSE(attached.reads(written.path("c.csv")));
    CHECK(attached.reads(written.path("d.yaml")));
    attached.name(written.path("c.csv"));
    CHECK(attached.too_late() == std::set<std::string>{written.path("a.csv")});
}

TEST_CASE("attached: a file that was asked for by its name is meant") {
    const Written written({"a.yaml", "b.csv"}, "b.csv");
    Attached attached(written.files);
    CHECK(attached.possible());
    CHECK(attached.reads(written.path("a.yaml")));
    attached.name(written.path("b.csv"));
    CHECK(attached.reads(written.path("b.csv")));
}

TEST_CASE("attached: a file alone is nobody's") {
    CHECK_FALSE(Attached(Written({"a.yaml"}).files).possible());
    CHECK(Attached(Written({"a.yaml", "b.csv"}).files).possible());
}
