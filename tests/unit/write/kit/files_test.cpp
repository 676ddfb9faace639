#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "diag/io_error.hpp"
#include "os/descriptor.hpp"
#include "write/kit/atomic_file.hpp"
#include "write/kit/file_set.hpp"
#include "write/kit/folder_lock.hpp"
#include "write/kit/leftovers.hpp"

using namespace plantool;
namespace fs = std::filesystem;

namespace {

class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "files-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = fs::canonical(name);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    fs::path operator/(const char* name) const { return path_ / name; }
    const fs::path& path() const { return path_; }

    /// Everything in it, hidden files too; of a folder nothing but that it is there.
    std::map<std::string, std::string> content() const {
        std::map<std::string, std::string> out;
        for (const auto& entry : fs::recursive_directory_iterator(path_)) {
            const auto name = entry.path().lexically_relative(path_).string();
            std::ifstream file(entry.path());
            out[name] = entry.is_directory()
                            ? "(folder)"
                            : std::string(std::istreambuf_iterator<char>(file), {});
        }
        return out;
    }
    void put(const char* name, const std::string& text) const {
        std::ofstream(path_ / name) << text;
    }

  private:
    fs::path path_;
};

using Content = std::map<std::string, std::string>;

std::unique_ptr<AtomicFile> made(const fs::path& target, std::string_view text) {
    auto file = std::make_unique<AtomicFile>(target);
    file->write(text);
    return file;
}

std::uint64_t number_of(const fs::path& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_ino;
}

/// Writes the list as a program that was killed would have left it.
void leave_list(const fs::path& folder, const std::vector<Placement>& placements) {
    const os::Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY));
    confirm_placements(opened.number(), write_placements(opened.number(), placements));
}

}  // namespace

TEST_CASE("a file appears when it is committed, and nothing is there before or beside it") {
    const Folder folder;
    folder.put("a", "old");
    {
        AtomicFile file(folder / "a");
        file.write("new");
        CHECK(folder.content() == Content{{"a", "old"}});
        file.commit();
        CHECK(folder.content() == Content{{"a", "new"}});
        AtomicFile given_up(folder / "b");
        given_up.write("x");
    }
    CHECK(folder.content() == Content{{"a", "new"}});
}

TEST_CASE("a file knows whether it is as its target") {
    const Folder folder;
    folder.put("a", "same");
    const auto same = made(folder / "a", "same");
    CHECK(same->is_as_target());
    CHECK_FALSE(made(folder / "a", "samf")->is_as_target());
    CHECK_FALSE(made(folder / "a", "sam")->is_as_target());
    CHECK_FALSE(made(folder / "a", "same!")->is_as_target());
    CHECK_FALSE(made(folder / "b", "")->is_as_target());
    folder.put("large", std::string(200'000, 'x'));
    CHECK(made(folder / "large", std::string(200'000, 'x'))->is_as_target());
    CHECK_FALSE(made(folder / "large", std::string(199'999, 'x') + "y")->is_as_target());
}

TEST_CASE("a file keeps the permissions of the one that it replaces") {
    const Folder folder;
    folder.put("a", "old");
    fs::permissions(folder / "a", fs::perms(0640));
    made(folder / "a", "new")->commit();
    CHECK(fs::status(folder / "a").permissions() == fs::perms(0640));
}

TEST_CASE("a link is written through, and stays one") {
    const Folder folder;
    folder.put("a", "old");
    fs::create_symlink("a", folder / "link");
    made(folder / "link", "new")->commit();
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(folder.content()["a"] == "new");
}

TEST_CASE("a link that somebody else put where everybody may write is not followed") {
    if (::geteuid() != 0) return;  // nobody else can be played
    const Folder folder;
    folder.put("precious", "old");
    const auto open = folder / "open";
    fs::create_directory(open);
    fs::create_symlink("../precious", open / "link");
    REQUIRE(::lchown((open / "link").c_str(), 65534, 65534) == 0);
    fs::permissions(open, fs::perms(01777));
    CHECK_THROWS_AS(made(open / "link", "new"), IoError);
    fs::permissions(open, fs::perms(0755));
    made(open / "link", "new")->commit();
    CHECK(folder.content()["precious"] == "new");
}

TEST_CASE("what takes the name of a target meanwhile is not written to") {
    const Folder folder;
    folder.put("precious", "old");
    const auto file = made(folder / "a", "new");
    fs::create_symlink("precious", folder / "a");
    file->commit();
    CHECK(folder.content() == Content{{"a", "new"}, {"precious", "old"}});
    CHECK_FALSE(fs::is_symlink(folder / "a"));
}

TEST_CASE("a file for a free name replaces nothing") {
    const Folder folder;
    folder.put("a", "old");
    CHECK_FALSE(made(folder / "a", "new")->commit_if_free());
    CHECK(made(folder / "b", "new")->commit_if_free());
    CHECK(folder.content() == Content{{"a", "old"}, {"b", "new"}});
}

TEST_CASE("a set appears as a whole") {
    const Folder folder;
    fs::create_directory(folder / "sub");
    folder.put("a", "old");
    FileSet set;
    set.add(made(folder / "a", "new a"));
    set.add(made(folder / "sub/b", "new b"));
    set.add(made(folder / "c", "new c"));
    CHECK(folder.content() == Content{{"a", "old"}, {"sub", "(folder)"}});
    set.commit();
    CHECK(folder.content() ==
          Content{{"a", "new a"}, {"c", "new c"}, {"sub", "(folder)"}, {"sub/b", "new b"}});
}

TEST_CASE("where one of a set cannot take its place, none does") {
    const Folder folder;
    folder.put("a", "old");
    SUBCASE("a folder has come in its way") {
        FileSet set;
        set.add(made(folder / "a", "new"));
        set.add(made(folder / "b", "new"));
        set.add(made(folder / "c", "new"));
        fs::create_directory(folder / "c");
        CHECK_THROWS_AS(set.commit(), IoError);
        CHECK(folder.content()["a"] == "old");
        CHECK(fs::is_directory(folder / "c"));
        fs::remove(folder / "c");
    }
    SUBCASE("nothing may be there") {
        FileSet set(FileSet::There::refused);
        set.add(made(folder / "b", "new"));
        set.add(made(folder / "c", "new"));
        set.add(made(folder / "a", "new"));
        CHECK_THROWS_AS(set.commit(), IoError);
    }
    CHECK(folder.content() == Content{{"a", "old"}});
}

TEST_CASE("a list that a killed program left is completed") {
    const Folder folder;
    fs::create_directory(folder / "sub");
    const std::string one = ".plantool-0000000000000001.tmp";
    const std::string two = ".plantool-0000000000000002.tmp";
    const std::string three = "sub/.plantool-0000000000000003.tmp";
    folder.put("a", "old a");  // still to be replaced
    folder.put(one.c_str(), "new a");
    folder.put("b", "new b");  // has changed places with the old one
    folder.put(two.c_str(), "old b");
    folder.put(three.c_str(), "new c");  // stands where nothing was
    leave_list(folder.path(), {{number_of(folder / one.c_str()), one, "a"},
                               {number_of(folder / "b"), two, "b"},
                               {number_of(folder / three.c_str()), three, "sub/c"}});
    made(folder / "d", "new")->commit();
    CHECK(
        folder.content() ==
        Content{
            {"a", "new a"}, {"b", "new b"}, {"d", "new"}, {"sub", "(folder)"}, {"sub/c", "new c"}});
}

TEST_CASE("a list that was cut short was never acted upon: what it names goes") {
    const Folder folder;
    folder.put("a", "old");
    folder.put(".plantool-0000000000000001.tmp", "new");
    leave_list(folder.path(), {{number_of(folder / ".plantool-0000000000000001.tmp"),
                                ".plantool-0000000000000001.tmp", "a"}});
    for (const auto& entry : fs::directory_iterator(folder.path())) {
        if (entry.path().extension() == ".list") fs::resize_file(entry.path(), 40);
    }
    tidy_folder(folder.path());
    CHECK(folder.content() == Content{{"a", "old"}});
}

TEST_CASE("a list that was not confirmed is taken back, in other folders too") {
    const Folder folder;
    fs::create_directory(folder / "sub");
    const std::string one = ".plantool-0000000000000001.tmp";
    const std::string two = "sub/.plantool-0000000000000002.tmp";
    folder.put("a", "old");
    folder.put(one.c_str(), "new");
    folder.put(two.c_str(), "new");
    const os::Descriptor opened(::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY));
    write_placements(opened.number(), {{number_of(folder / one.c_str()), one, "a"},
                                       {number_of(folder / two.c_str()), two, "sub/b"},
                                       {1, "sub/.plantool-0000000000000003.tmp", "sub/c"}});
    tidy_folder(folder.path());
    CHECK(folder.content() == Content{{"a", "old"}, {"sub", "(folder)"}});
}

TEST_CASE("only what is left over is removed") {
    const Folder folder;
    folder.put(".plantool-0123456789abcdef.tmp", "left");
    folder.put(".plantool-0123456789abcdeg.tmp", "not ours");
    folder.put(".plantool-0123.tmp", "not ours");
    folder.put("plantool-0123456789abcdef.tmp", "not ours");
    tidy_folder(folder.path());
    CHECK(folder.content() == Content{{".plantool-0123456789abcdeg.tmp", "not ours"},
                                      {".plantool-0123.tmp", "not ours"},
                                      {"plantool-0123456789abcdef.tmp", "not ours"}});
}

TEST_CASE("a list of somebody else's is not acted upon") {
    if (::geteuid() != 0) return;  // nobody else can be played
    const Folder folder;
    folder.put("precious", "old");
    const std::string temporary = ".plantool-0000000000000001.tmp";
    folder.put(temporary.c_str(), "theirs");
    leave_list(folder.path(), {{number_of(folder / temporary.c_str()), temporary, "precious"}});
    for (const auto& entry : fs::directory_iterator(folder.path())) {
        if (entry.path().extension() != ".list") continue;
        REQUIRE(::chown(entry.path().c_str(), 65534, 65534) == 0);
    }
    tidy_folder(folder.path());
    CHECK(folder.content()["precious"] == "old");
}

TEST_CASE("a folder is locked for one process, and again for who has it") {
    const Folder folder;
    bool waited = false;
    const FolderLock lock(folder.path(), [&] { waited = true; });
    const FolderLock again(folder.path(), [&] { waited = true; });
    CHECK_FALSE(waited);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // The registry came along; a program of its own would not have it.
        const os::Descriptor opened(::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY));
        const bool free = ::flock(opened.number(), LOCK_EX | LOCK_NB) == 0;
        ::_exit(free ? 1 : 0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
}
