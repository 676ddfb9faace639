#include "os/descriptor.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cerrno>
#include <string>
#include <utility>

#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

std::string content(const std::string& path) {
    const auto file = os::open_to_read(path);
    std::array<char, 64> buffer{};
    const auto got = os::read_some(file.number(), buffer.data(), buffer.size());
    return got < 0 ? "failed" : std::string(buffer.data(), static_cast<std::size_t>(got));
}

}  // namespace

TEST_CASE("os files: bytes come back as they were written, behind those that were there") {
    const TempFolder folder;
    const auto path = (folder.path() / "Nhật ký.log").generic_string();
    CHECK(os::write_all(os::open_to_append(path).number(), "một\r\n"));
    CHECK(os::write_all(os::open_to_append(path).number(), "hai\n"));
    CHECK(content(path) == "một\r\nhai\n");
    CHECK(os::cut_to(os::open_to_append(path).number(), 5));
    CHECK(content(path) == "một");
    CHECK(os::status_of(path)->size == 5);
}

TEST_CASE("os files: what is not there, and what is no file") {
    const TempFolder folder;
    const auto path = (folder.path() / "a").generic_string();
    CHECK(!os::open_to_read(path).is_open());
    CHECK(errno == ENOENT);
    CHECK(!os::may_be_there(path));
    CHECK(!os::status_of(path));
    CHECK(os::make_new(path).is_open());
    CHECK(!os::make_new(path).is_open());
    CHECK(errno == EEXIST);
    CHECK(os::may_be_there(path));
    CHECK(os::status_of(path)->kind == os::FileKind::regular);
    CHECK(os::status_of(folder.path().generic_string())->kind == os::FileKind::folder);
    CHECK(os::read_some(-1, nullptr, 0) == -1);
    CHECK(errno == EBADF);
}

TEST_CASE("os files: a descriptor is closed once, by its last owner") {
    const TempFolder folder;
    const auto path = (folder.path() / "a").generic_string();
    auto first = os::make_new(path);
    auto second = os::make_new((folder.path() / "b").generic_string());
    const int kept = first.number();
    const int closed = second.number();
    second = std::move(first);
    CHECK(!first.is_open());
    CHECK(second.number() == kept);
    CHECK(!os::status_of(closed));
    CHECK(os::status_of(kept));
    CHECK(second.close());
    CHECK(!os::status_of(kept));
    CHECK(second.close());
}
