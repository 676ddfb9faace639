#include "os/digest.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace plantool;

TEST_CASE("os digest: the sums that FIPS 180-2 gives, in one piece and in several") {
    const auto begins = [](os::Digest& digest) {
        const auto sum = digest.end();
        return std::string(sum.begin(), sum.begin() + 4);
    };
    os::Digest none;
    CHECK(begins(none) == "\xE3\xB0\xC4\x42");
    os::Digest abc;
    abc.add("a");
    abc.add("bc");
    CHECK(begins(abc) == "\xBA\x78\x16\xBF");
}
