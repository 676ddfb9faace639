// A second opinion: on a corpus of small files our reader and libfyaml agree on what is YAML, but
// for what is written down here.

#include <doctest/doctest.h>
#include <libfyaml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "read/file/file.hpp"
#include "read/syntax/yaml/yaml.hpp"
#include "support.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const std::filesystem::path kCorpus = "tests/data/yaml";

/// Where our reader first finds fault with the file; empty: it reads it.
std::string our_fault(const std::filesystem::path& file) {
    const auto source = read_source(file.string());
    Diagnostics found;
    const bool is_whole = check_utf8(*source, whole(*source), kPlanShape, found) &&
                          parse_yaml(*source, kPlanShape, found, [](const Node&) {});
    const auto places = places_of(found);
    CHECK((is_whole || !places.empty()));
    return places.empty() ? "" : places.front();
}

bool their_opinion(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    fy_parse_cfg config{};
    config.flags = static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_COLLECT_DIAG);
    const std::unique_ptr<fy_parser, decltype(&fy_parser_destroy)> parser(fy_parser_create(&config),
                                                                          &fy_parser_destroy);
    REQUIRE(parser);
    REQUIRE(fy_parser_set_string(parser.get(), text.data(), text.size()) == 0);
    while (auto* event = fy_parser_parse(parser.get())) {
        fy_parser_event_free(parser.get(), event);
    }
    return !fy_parser_get_stream_error(parser.get());
}

/// The names of the files in a folder of the corpus.
Strings names_in(const char* folder) {
    Strings names;
    for (const auto& entry : std::filesystem::directory_iterator(kCorpus / folder)) {
        names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::filesystem::path file_of(const char* folder, const std::string& name) {
    return kCorpus / folder / (name + ".yaml");
}

struct Broken {
    const char* file;
    const char* place;
};
// Each is refused where the fault begins, not where it comes to light.
constexpr Broken kBroken[] = {
    {"anchor-without-a-name", "P001 1:4"},
    {"block-first-line-blank-and-too-deep", "P001 3:3"},
    {"block-header-with-text", "P001 1:6"},
    {"block-less-indented-than-said", "P001 2:3"},
    {"brace-closed-by-a-bracket", "P001 1:20"},
    {"brace-unclosed", "P001 1:6"},
    {"bracket-closed-by-a-brace", "P001 1:15"},
    {"bracket-that-opens-nowhere", "P001 1:4"},
    {"bracket-unclosed-at-the-end", "P001 1:10"},
    {"bracket-unclosed", "P001 1:10"},
    {"brackets-not-indented", "P001 2:12"},
    {"colon-missing-at-the-end", "P001 2:1"},
    {"colon-missing-before-a-marker", "P001 2:1"},
    {"colon-missing-in-the-middle", "P001 2:1"},
    {"colon-missing", "P001 2:1"},
    {"colon-twice", "P001 1:14"},
    {"comma-first-in-brackets", "P001 1:5"},
    {"comma-missing-in-braces", "P001 1:23"},
    {"comma-twice-in-brackets", "P001 1:7"},
    {"dash-without-a-blank-in-a-list", "P001 2:1"},
    {"double-quote-unclosed-then-another", "P001 2:4"},
    {"double-quote-unclosed", "P001 2:4"},
    {"escape-cut-short", "P001 1:6"},
    {"escape-that-does-not-exist", "P001 1:6"},
    {"hash-right-after-a-quote", "P001 1:7"},
    {"indented-too-far", "P001 3:4"},
    {"indented-too-little", "P001 3:3"},
    {"invalid-utf8", "P007 1:5"},
    {"key-over-two-lines", "P001 2:3"},
    {"latin-1", "P007 1:5"},
    {"list-entry-indented-too-far", "P001 4:5"},
    {"list-entry-indented-too-little", "P001 3:2"},
    {"list-on-the-line-of-its-key", "P001 1:4"},
    {"list-then-mapping", "P001 2:1"},
    {"mapping-then-list", "P001 2:1"},
    {"marker-within-quotes", "P001 1:4"},
    {"percent-begins-a-value", "P001 1:4"},
    {"quote-unclosed-as-last-byte", "P001 1:4"},
    {"quote-unclosed-in-brackets", "P001 1:8"},
    {"quote-unclosed-in-the-second-document", "P001 3:4"},
    {"reserved-at-sign", "P001 1:4"},
    {"reserved-backtick", "P001 1:4"},
    {"single-quote-unclosed-then-another", "P001 2:4"},
    {"single-quote-unclosed", "P001 2:4"},
    {"tab-behind-blanks", "P001 3:3"},
    {"tab-indents-a-key", "P001 2:1"},
    {"tab-indents-a-list-entry", "P001 2:1"},
    {"tab-indents-text-in-quotes", "P001 2:1"},
    {"text-after-a-bracket", "P001 1:17"},
    {"text-after-a-quote", "P001 1:8"},
    {"text-before-a-directive", "P001 2:1"},
    {"text-below-a-finished-value", "P001 2:3"},
    {"two-values-in-braces", "P001 1:9"},
    {"value-not-indented", "P001 2:1"},
    {"value-on-a-line-with-its-own-mapping", "P001 2:3"},
};

struct Refused {
    const char* file;
    const char* place;
    const char* reason;
};
// Sound YAML that we refuse on purpose.
constexpr Refused kRefused[] = {
    {"alias-of-itself", "P008 1:4", "the same, without end"},
    {"alias", "P008 1:4", "an alias makes one place change another"},
    {"anchor", "P008 1:4", "an anchor is of use to aliases alone"},
    {"control-character", "P001 1:5", "nobody typed it, and a terminal may obey it"},
    {"duplicate-key-in-another-spelling", "P005 2:1", "letters that look the same are the same"},
    {"duplicate-key-in-braces", "P005 1:11", "one of the two would be lost"},
    {"duplicate-key", "P005 3:1", "one of the two would be lost"},
    {"end-of-text-byte", "P001 2:1", "the library takes it for the end of the file"},
    {"key-that-is-a-list", "P006 1:3", "every key of ours is a word"},
    {"key-that-is-a-mapping", "P006 1:1", "every key of ours is a word"},
    {"key-that-is-nothing", "P001 1:6", "every key of ours is a word"},
    {"merge-key-without-alias", "P008 2:3", "keys would come from elsewhere"},
    {"merge-key", "P008 1:4", "keys would come from elsewhere"},
    {"nested-too-deeply", "P001 1:67", "no plan or submission comes near it"},
    {"nul-byte", "P001 1:5", "this is no text file"},
    {"question-mark-in-brackets", "P001 1:26", "the library takes it for the mark of a key"},
    {"tab-indents-a-continued-text", "P001 2:1", "nobody sees how far a tab indents"},
    {"tag-in-full", "P008 1:4", "a field has a type of its own"},
    {"tag-of-a-mapping", "P008 1:4", "a field has a type of its own"},
    {"tag-of-a-scalar", "P008 1:4", "a field has a type of its own"},
    {"value-as-far-left-as-its-key", "P001 2:1", "a key without its colon looks the same"},
    {"key-without-a-value-in-braces", "P001 1:23", "1,5 would be read as 1"},
};

struct Accepted {
    const char* file;
    const char* reason;
};
// What libfyaml refuses and we accept on purpose.
constexpr Accepted kAccepted[] = {
    {"brackets-closed-below-their-key", "everybody closes a long list so, and nothing is in doubt"},
};

template <typename Table>
Strings files_of(const Table& table) {
    Strings names;
    for (const auto& row : table) names.emplace_back(row.file);
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("yaml corpus: what is sound is read") {
    const auto names = names_in("sound");
    CHECK(names.size() >= 40);
    for (const auto& name : names) {
        CAPTURE(name);
        CHECK(our_fault(file_of("sound", name)).empty());
        CHECK(their_opinion(file_of("sound", name)));
    }
}

TEST_CASE("yaml corpus: what is broken is refused where the fault begins") {
    CHECK(files_of(kBroken) == names_in("broken"));
    for (const auto& c : kBroken) {
        CAPTURE(c.file);
        CHECK(our_fault(file_of("broken", c.file)) == c.place);
        CHECK_FALSE(their_opinion(file_of("broken", c.file)));
    }
}

TEST_CASE("yaml corpus: what differs is written down with its reason") {
    CHECK(files_of(kRefused) == names_in("refused"));
    for (const auto& c : kRefused) {
        CAPTURE(c.file);
        CAPTURE(c.reason);
        CHECK(our_fault(file_of("refused", c.file)) == c.place);
        CHECK(their_opinion(file_of("refused", c.file)));
    }
    CHECK(files_of(kAccepted) == names_in("accepted"));
    for (const auto& c : kAccepted) {
        CAPTURE(c.file);
        CAPTURE(c.reason);
        CHECK(our_fault(file_of("accepted", c.file)).empty());
        CHECK_FALSE(their_opinion(file_of("accepted", c.file)));
    }
}
