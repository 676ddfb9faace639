// The gallery: each code of the table has a golden case that provokes it.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "diag/codes.hpp"

using namespace plantool;

namespace {

const std::filesystem::path kGallery = "tests/golden/gallery";

std::string name_of(const CodeInfo& code) {
    return fmt::format("{}-{}", code.id, code.slug);
}

std::string shown_by(const std::filesystem::path& golden_case) {
    std::ifstream in(golden_case / "stdout", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("gallery: a case provokes each code, and says so") {
    for (const auto& code : all_codes()) {
        CAPTURE(name_of(code));
        CHECK(
            shown_by(kGallery / name_of(code)).find(fmt::format("[{} {}]:", code.id, code.slug)) !=
            std::string::npos);
    }
}

TEST_CASE("gallery: no case is of a code that is not there") {
    std::set<std::string> codes;
    for (const auto& code : all_codes()) codes.insert(name_of(code));
    std::set<std::string> cases;
    for (const auto& entry : std::filesystem::directory_iterator(kGallery)) {
        cases.insert(entry.path().filename().string());
    }
    CHECK(cases == codes);
}
