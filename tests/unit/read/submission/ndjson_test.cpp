// NDJSON: one submission a line, and a bad line alone is refused.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "support.hpp"
#include "support/said.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const std::string kBom = "\xEF\xBB\xBF";

/// A sound line; the note tells one from the other.
std::string line(const std::string& note) {
    return R"({"agency": "a", "obligation": "r", "received": "2022-06-28", "note": ")" + note +
           "\"}";
}

/// The notes of those that were read.
Strings notes_in(const std::string& bytes) {
    Strings out;
    for (const auto& reading : read_bytes("x.ndjson", bytes)) {
        if (reading.submission) out.push_back(reading.submission->note);
    }
    return out;
}

std::string message_in(const std::string& bytes) {
    for (const auto& reading : read_bytes("x.ndjson", bytes)) {
        if (!reading.diagnostics.all().empty()) return said(reading.diagnostics.all()[0].message);
    }
    return "no finding";
}

}  // namespace

TEST_CASE("ndjson: blank lines are skipped, and counted") {
    CHECK(readings_of("x.ndjson", "\n\n" + line("1") + "\n \t \n\r\n" + line("2") + "\n\n") ==
          Strings{"3", "6"});
    CHECK(readings_of("x.ndjson", "") == Strings{});
    CHECK(readings_of("x.ndjson", "\n") == Strings{});
    CHECK(readings_of("x.ndjson", " \r\n\t\n") == Strings{});
}

TEST_CASE("ndjson: ends of lines, and none at the end of the file") {
    const Strings both{"1", "2"};
    CHECK(notes_in(line("1") + "\n" + line("2")) == both);
    CHECK(notes_in(line("1") + "\n" + line("2") + "\n") == both);
    CHECK(notes_in(line("1") + "\r\n" + line("2") + "\r\n") == both);
    CHECK(notes_in(kBom + line("1") + "\n" + line("2")) == both);
    CHECK(notes_in("  " + line("1") + "  \n\t" + line("2") + "\t") == both);
    CHECK(readings_of("x.ndjson", kBom) == Strings{});
}

TEST_CASE("ndjson: each kind of bad line is refused alone, whatever it holds") {
    struct Case {
        std::string bad;
        std::string place;
    };
    const Case cases[] = {
        {R"({"agency": "a")", "S001"},        // no closing bracket
        {R"({"agency": "a)", "S001 2:12"},    // no closing quote
        {R"("agency": "a"})", "S001"},        // no opening bracket
        {line("x") + line("y"), "S001"},      // two on a line
        {line("x") + ",", "S001"},            // as an array would have it
        {"[" + line("x") + "]", "S006 2:1"},  // an array
        {"[]", "S006 2:1"},
        {"null", "S006 2:1"},
        {"\"text\"", "S006 2:1"},
        {"17", "S006 2:1"},
        {"# a comment", "S001"},
        {"{\"agency\": \"\xC3\"}", "S007 2:13"},
        {std::string("{\"agency\": \"a\0\"}", 16), "S001"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.bad);
        const auto readings =
            readings_of("x.ndjson", line("1") + "\n" + c.bad + "\n" + line("3") + "\n");
        REQUIRE(readings.size() == 3);
        CHECK(readings[0] == "1");
        CHECK(readings[1].starts_with("2 " + c.place));
        CHECK(readings[1].ends_with(" refused"));
        CHECK(readings[2] == "3");
    }
}

TEST_CASE("ndjson: an object over two lines is two bad lines, and the next is good") {
    CHECK(notes_in("{\"agency\": \"a\",\n\"obligation\": \"r\"}\n" + line("3")) == Strings{"3"});
    CHECK(read_bytes("x.ndjson", "{\"agency\": \"a\",\n\"obligation\": \"r\"}\n" + line("3"))
              .size() == 3);
}

TEST_CASE("ndjson: a fault in one field leaves the line a submission with an error") {
    const auto readings = readings_of(
        "x.ndjson", line("1") + "\n" +
                        R"({"agency": "a", "obligation": "r", "received": "2022-06-31"})" + "\n" +
                        R"({"agency": "a", "obligation": "r"})" + "\n" + line("4"));
    CHECK(readings == Strings{"1", "2 S101 2:48", "3 S003 3:1", "4"});
}

TEST_CASE("ndjson: `format` may be left out, but may not be another") {
    const std::string rest = R"(, "agency": "a", "obligation": "r", "received": "2022-06-28"})";
    CHECK(readings_of("x.ndjson", R"({"format": "plantool/submission@1")" + rest) == Strings{"1"});
    CHECK(readings_of("x.ndjson", R"({"format": "plantool/submission@2")" + rest) ==
          Strings{"1 S009 1:12"});
    CHECK(readings_of("x.ndjson", R"({"format": "plantool/plan@1")" + rest) ==
          Strings{"1 S009 1:12"});
}

TEST_CASE("ndjson: bytes that are no UTF-8 are told by their offset in the file") {
    // The bad byte is the 12th of its line, counted from 0.
    const std::string bad = "{\"agency\": \"\xFF\"}";
    const auto offset = [](const std::string& bytes) {
        const auto message = message_in(bytes);
        const auto at = message.find("offset ");
        REQUIRE(at != std::string::npos);
        return message.substr(at + 7, message.find(' ', at + 7) - at - 7);
    };
    CHECK(offset(bad) == "12");
    CHECK(offset("\n\n" + bad) == "14");
    CHECK(offset("\r\n" + bad) == "14");
    CHECK(offset(kBom + bad) == "15");
    CHECK(offset(kBom + "\n" + bad + "\n") == "16");
}

TEST_CASE("ndjson: lines are read whole where the buffer ends within them") {
    // Pieces of 256 KiB are read; these lines end before, at, on and behind their ends.
    constexpr std::size_t kPiece = std::size_t{1} << 18;
    for (const std::size_t length : {kPiece - 2, kPiece - 1, kPiece, kPiece + 1, 2 * kPiece + 1}) {
        CAPTURE(length);
        const auto first = line(std::string(length - line("").size(), 'x'));
        REQUIRE(first.size() == length);
        const auto readings = read_bytes("x.ndjson", first + "\n" + line("2") + "\n" + line("3"));
        REQUIRE(readings.size() == 3);
        REQUIRE(readings[0].submission);
        CHECK(readings[0].submission->note.size() == length - line("").size());
        CHECK(readings[1].submission->note == "2");
        CHECK(readings[2].submission->note == "3");
        CHECK(readings[2].line == 3);
    }
}

TEST_CASE("ndjson: ten thousand lines with one bad one among them") {
    std::string bytes;
    for (int i = 1; i <= 10'000; ++i) {
        bytes += (i == 5'000 ? R"({"agency": "a)" : line(std::to_string(i))) + "\n";
    }
    const auto readings = read_bytes("x.ndjson", bytes);
    REQUIRE(readings.size() == 10'000);
    int read = 0;
    for (const auto& reading : readings) read += reading.submission ? 1 : 0;
    CHECK(read == 9'999);
    CHECK_FALSE(readings[4'999].submission.has_value());
    CHECK(readings[9'999].submission->note == "10000");
    CHECK(readings[9'999].line == 10'000);
}

TEST_CASE("ndjson: .jsonl is the same, whatever the case of the ending") {
    for (const auto* name : {"x.ndjson", "x.jsonl", "x.NDJSON", "x.JsonL"}) {
        CAPTURE(name);
        CHECK(readings_of(name, line("1") + "\n" + line("2")) == Strings{"1", "2"});
    }
}

TEST_CASE("ndjson: many figures are read like few, and one that stands twice is told") {
    const auto with = [](int count, const std::string& last) {
        std::string figures;
        for (int i = 0; i < count; ++i) figures += fmt::format(R"("k{}": {}, )", i, i);
        return R"({"format": "plantool/submission@1", "agency": "a", "obligation": "r", )"
               R"("received": "2022-06-28", "document": {"number": "1", "date": "2022-06-28"}, )"
               R"("results": [{"task": "T", "figures": {)" +
               figures + last + "}}]}";
    };
    for (const int count : {1, 63, 64, 65, 200}) {
        CAPTURE(count);
        const auto sound = read_bytes("x.ndjson", with(count, R"("last": 1)"));
        REQUIRE(sound.size() == 1);
        REQUIRE(sound[0].submission);
        REQUIRE(sound[0].submission->results.size() == 1);
        CHECK(sound[0].submission->results[0].figures.size() ==
              static_cast<std::size_t>(count) + 1);
        CHECK(sound[0].diagnostics.all().empty());
        CHECK(message_in(with(count, R"("k0": 1)")) == "the key `k0` stands twice");
    }
}

TEST_CASE("ndjson: a token that begins with n refuses its line, and the others count") {
    const std::string start = R"({"agency":"a","obligation":"r","received":"2022-06-28","note":)";
    for (const std::string note :
         {"nan}", "nu}", "n", "nul", "nullx}", R"("\ude00"})", R"("\ud83d"})"}) {
        CAPTURE(note);
        const auto found =
            readings_of("x.ndjson", start + "null}\n" + start + note + "\n" + start + "\"x\"}\n");
        REQUIRE(found.size() == 3);
        CHECK(found[0] == "1");
        CHECK(found[1].starts_with("2 S001 2:"));
        CHECK(found[1].ends_with(" refused"));
        CHECK(found[2] == "3");
    }
}

TEST_CASE("ndjson: files that were put together have their byte-order marks within") {
    const std::string mark = "\xEF\xBB\xBF";
    const std::string line = R"({"agency":"a","obligation":"r","received":"2022-06-28"})";
    CHECK(readings_of("x.ndjson", mark + line + "\n" + mark + line + "\n") == Strings{"1", "2"});
}
