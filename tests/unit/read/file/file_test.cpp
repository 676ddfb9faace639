#include "read/file/file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>

#include "diag/io_error.hpp"
#include "read/file/sha256.hpp"
#include "read/file/stream.hpp"
#include "read/plan/plan_file.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

namespace fs = std::filesystem;

const std::string kBom = "\xEF\xBB\xBF";
constexpr std::size_t kPiece = std::size_t{1} << 20;  // as much as is read at once

/// What an attempt to read the file says; empty when it can be read.
std::string fault_of(const fs::path& path) {
    try {
        read_source(path.string());
    } catch (const IoError& error) {
        return error.what();
    }
    return "";
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// `number text` of each line.
Strings lines_of(const std::string& bytes) {
    const TempFolder folder;
    Stream stream(folder.write("x.txt", bytes).string());
    Lines lines(stream);
    Strings out;
    std::string_view line;
    while (lines.next(line))
        out.push_back(std::to_string(lines.number()) + " " + std::string(line));
    return out;
}

}  // namespace

TEST_CASE("file: bytes come as they are") {
    const TempFolder folder;
    for (const std::string& bytes :
         {std::string(), std::string("x"), std::string("a\r\nb\0c\xFF", 7), kBom + "x\n",
          std::string(kPiece + 1, 'x')}) {
        const auto path = folder.write("bytes", bytes);
        const auto text = bytes.starts_with(kBom) ? bytes.substr(kBom.size()) : bytes;
        CHECK(read_source(path.string())->text() == text);
        Stream stream(path.string());
        std::string pieces;
        while (!stream.ended()) {
            stream.fill();
            pieces += stream.text();
            stream.skip(stream.text().size());
        }
        CHECK(pieces == text);
    }
    fs::create_symlink("bytes", folder.path() / "link");
    CHECK(read_source((folder.path() / "link").string())->text().size() == kPiece + 1);
}

TEST_CASE("file: what is missing says its name and why") {
    const TempFolder folder;
    const auto missing = fault_of(folder.path() / "no-such.yaml");
    CHECK(contains(missing, "no-such.yaml"));
    CHECK(contains(missing, "there is no such file or folder"));
    CHECK(contains(fault_of(folder.path() / "no" / "such" / "x.yaml"),
                   "there is no such file or folder"));
    const auto file = folder.write("plain", "x");
    CHECK(contains(fault_of(file / "below"), "a part of the path is no folder"));
    CHECK(fault_of("") != "");
}

TEST_CASE("file: a folder, a pipe, a device and links in a circle are told, not waited for") {
    const TempFolder folder;
    CHECK(contains(fault_of(folder.path()), "it is a folder"));
    const auto pipe = folder.path() / "pipe.yaml";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(contains(fault_of(pipe), "pipe.yaml"));
    CHECK(contains(fault_of(pipe), "no regular file"));
    CHECK(contains(fault_of("/dev/zero"), "no regular file"));
    CHECK(contains(fault_of("/dev/null"), "no regular file"));
    fs::create_symlink("b", folder.path() / "a");
    fs::create_symlink("a", folder.path() / "b");
    CHECK(contains(fault_of(folder.path() / "a"), "links lead in a circle"));
    fs::create_symlink("nowhere", folder.path() / "dangling");
    CHECK(contains(fault_of(folder.path() / "dangling"), "there is no such file or folder"));
}

TEST_CASE("file: every way of reading refuses the same") {
    const TempFolder folder;
    const auto pipe = folder.path() / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    for (const auto& path : {folder.path(), folder.path() / "missing", pipe}) {
        CAPTURE(path.string());
        CHECK_THROWS_AS(read_source(path.string()), IoError);
        CHECK_THROWS_AS(Stream{path.string()}, IoError);
        CHECK_THROWS_AS(sha256_of_file(path.string()), IoError);
        Diagnostics found;
        CHECK_THROWS_AS(read_plan(path, found), IoError);
    }
    CHECK_NOTHROW(Stream{folder.write("plain", "").string()});
}

TEST_CASE("file: a file that cannot be read is told as such") {
    // It opens, for everybody, and gives an error at the first byte.
    CHECK(contains(fault_of("/proc/self/mem"), "cannot read /proc/self/mem"));
    const TempFolder folder;
    const auto path = folder.write("secret.yaml", "x");
    fs::permissions(path, fs::perms::none);
    if (::access(path.c_str(), R_OK) != 0) {  // the superuser may read it all the same
        CHECK(contains(fault_of(path), "permission denied"));
    }
}

TEST_CASE("file: a larger one than is read whole is refused at once") {
    const TempFolder folder;
    const auto path = folder.write("large.yaml", "x");
    fs::resize_file(path, kLargestWholeFile + 1);  // with a hole: it takes no room
    CHECK(contains(fault_of(path), "larger than"));
}

TEST_CASE("file: an escape in a name does not reach the terminal") {
    const TempFolder folder;
    const auto fault = fault_of(folder.path() / "\x1B[31mred.yaml");
    CHECK_FALSE(contains(fault, "\x1B"));
    CHECK(contains(fault, "red.yaml"));
}

TEST_CASE("file: the digest is that of the bytes, whatever way they were read") {
    const TempFolder folder;
    // By sha256sum: of nothing, of `abc`, and of a mark with `abc` behind it.
    const std::pair<std::string, std::string> cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {kBom + "abc", "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c"},
    };
    for (const auto& [bytes, digest] : cases) {
        const auto path = folder.write("bytes", bytes).string();
        std::string read;
        read_source(path, &read);
        CHECK(read == digest);
        CHECK(sha256_of_file(path) == digest);
    }
}

TEST_CASE("file: a byte-order mark is taken off at the start alone") {
    struct Case {
        std::string bytes;
        std::string text;
        std::size_t first_offset;
    };
    const Case cases[] = {
        {kBom + "x", "x", 3},        {kBom, "", 3},
        {"x" + kBom, "x" + kBom, 0}, {kBom + kBom + "x", kBom + "x", 3},
        {"\xEF\xBB", "\xEF\xBB", 0}, {"", "", 0},
    };
    const TempFolder folder;
    for (const auto& c : cases) {
        CAPTURE(c.bytes);
        const auto source = read_source(folder.write("a.yaml", c.bytes).string());
        CHECK(source->text() == c.text);
        CHECK(source->first_offset() == c.first_offset);
    }
}

TEST_CASE("file: lines with their numbers and offsets") {
    CHECK(lines_of("") == Strings{});
    CHECK(lines_of("\n") == Strings{"1 "});
    CHECK(lines_of("a") == Strings{"1 a"});
    CHECK(lines_of("a\n") == Strings{"1 a"});
    CHECK(lines_of("a\n\nbc\nd") == Strings{"1 a", "2 ", "3 bc", "4 d"});
    CHECK(lines_of("a\r\nb\r\n") == Strings{"1 a", "2 b"});
    CHECK(lines_of("a\rb\n") == Strings{"1 a\rb"});
    CHECK(lines_of(kBom + "a\nb") == Strings{"1 a", "2 b"});
    CHECK(lines_of(kBom) == Strings{});
    CHECK(lines_of(kBom + "\n" + kBom + "x") == Strings{"1 ", "2 " + kBom + "x"});
}

TEST_CASE("file: lines that are longer than what is read at once") {
    for (const std::size_t length : {kPiece - 1, kPiece, kPiece + 1, 2 * kPiece, 3 * kPiece + 17}) {
        CAPTURE(length);
        const std::string longest(length, 'x');
        const auto lines = lines_of("a\n" + longest + "\nb\n");
        REQUIRE(lines.size() == 3);
        CHECK(lines[0] == "1 a");
        CHECK(lines[1].size() == length + 2);
        CHECK(lines[2] == "3 b");
    }
}

TEST_CASE("file: a stream that comes in drops is read to its end") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const std::jthread writer([out = ends[1]] {
        for (const char c : kBom + "one\ntwo\r\nthree") {
            if (::write(out, &c, 1) != 1) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ::close(out);
    });
    Stream stream(ends[0], "<stdin>");
    Lines lines(stream);
    Strings out;
    std::string_view line;
    while (lines.next(line)) out.emplace_back(line);
    ::close(ends[0]);
    CHECK(out == Strings{"one", "two", "three"});
    CHECK(lines.number() == 3);
}
