#include "read/file/name_forms.hpp"

#include <doctest/doctest.h>

#include <string>

#include "read/file/file.hpp"
#include "support.hpp"
#include "text/utf8.hpp"

using namespace plantool;
using namespace plantool::testing;

TEST_CASE("names of files: the bytes as written, then the other form") {
    const std::string composed = "kế-hoạch/báo-cáo.yaml";
    const auto apart = to_nfd(composed);
    REQUIRE(apart == "ke\u0302\u0301-hoa\u0323ch/ba\u0301o-ca\u0301o.yaml");
    const std::string mixed = "kế-hoạch/ba\u0301o-ca\u0301o.yaml";
    for (const auto& there : {composed, apart, mixed}) {
        const TempFolder folder;
        folder.write(there, "x");
        const auto root = folder.path().string() + "/";
        for (const auto& written : {composed, apart, mixed}) {
            CAPTURE(there);
            CAPTURE(written);
            CHECK(name_on_disk(root + written) == root + there);
            CHECK(std::string(read_source(root + written)->text()) == "x");
            CHECK(facts_of(root + written).has_value());
        }
    }
}

TEST_CASE("names of files: where both forms are there each is itself, and none is made up") {
    const TempFolder folder;
    folder.write("bá", "composed");
    folder.write("ba\u0301", "apart");
    const auto root = folder.path().string() + "/";
    CHECK(std::string(read_source(root + "bá")->text()) == "composed");
    CHECK(std::string(read_source(root + "ba\u0301")->text()) == "apart");
    for (const std::string name : {"hạn", "bá/x", "no", "", "\xC3\xFF", "x//bé/", "bá/../bé"}) {
        CAPTURE(name);
        CHECK(name_on_disk(root + name) == root + name);
    }
    CHECK(name_on_disk(root + "/bá") == root + "/bá");
}
