// Submissions from files of every kind.

#include "read/submission/formats.hpp"

#include <doctest/doctest.h>

#include <string>

#include "diag/io_error.hpp"
#include "support.hpp"
#include "support/said.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const std::string kYaml =
    "format: plantool/submission@1\n"
    "agency: a\n"
    "obligation: r\n"
    "period: 2022-H1\n"
    "received: 2022-06-28\n";
const std::string kJson =
    R"({"format": "plantool/submission@1", "agency": "a", "obligation": "r", "received": "2022-06-28"})";
const std::string kLine = R"({"agency": "a", "obligation": "r", "received": "2022-06-28"})";

}  // namespace

TEST_CASE("submissions: a date of receipt stands, an instant is cut to its day in the zone") {
    const std::pair<const char*, const char*> cases[] = {
        {"2022-06-29", "2022-06-29"},           {"2022-06-29T16:59:59Z", "2022-06-29"},
        {"2022-06-29T17:00:00Z", "2022-06-30"}, {"2022-06-29T23:30:00+07:00", "2022-06-29"},
        {"2022-06-29T18:30:00", "none"},        {"29/6/2022", "none"},
    };
    const auto zone = *Zone::find("Asia/Ho_Chi_Minh");
    for (const auto& [text, expected] : cases) {
        const std::string shown = text;  // a lambda cannot hold a binding
        CAPTURE(shown);
        Diagnostics found;
        const auto read = read_received({text, {}}, false, found);
        const auto day = [&] { return read->instant ? zone.day_of(*read->instant) : read->day; };
        CHECK((read ? format_date(day()) : "none") == expected);
        CHECK(found.has_errors() == !read.has_value());
    }
}

TEST_CASE("submissions: all kinds read the same fields") {
    const auto yaml =
        read_bytes("x.yaml", kYaml +
                                 "document: {number: 45-BC/X, date: 2022-06-24}\n"
                                 "via: email\n"
                                 "results:\n"
                                 "  - {task: I.1, summary: Làm xong, figures: {n: 12, m: null}}\n"
                                 "difficulties: khó\nproposals: xin\nnext: tiếp\nnote: ghi\n");
    REQUIRE(yaml.size() == 1);
    REQUIRE(yaml[0].submission);
    CHECK(errors_of(yaml[0].diagnostics) == Strings{});
    const auto& s = *yaml[0].submission;
    CHECK(s.agency->value == "a");
    CHECK(s.obligation->value == "r");
    CHECK(s.period->value == "2022-H1");
    CHECK(format_date(s.received->day) == "2022-06-28");
    CHECK(s.document_number == "45-BC/X");
    CHECK(format_date(s.document_date->value) == "2022-06-24");
    CHECK(s.via == "email");
    REQUIRE(s.results.size() == 1);
    CHECK(s.results[0].summary == "Làm xong");
    REQUIRE(s.results[0].figures.size() == 1);  // null is no figure
    CHECK(s.results[0].figures[0].value.value == "12");
    CHECK(s.difficulties + s.proposals + s.next + s.note == "khóxintiếpghi");

    const auto csv = read_bytes("x.csv",
                                "agency,obligation,period,received,document_number,document_date,"
                                "via,task,summary,difficulties,proposals,next,note,figure:n\n"
                                "a,r,2022-H1,28/06/2022,45-BC/X,24/6/2022,email,I.1,Làm xong,khó,"
                                "xin,tiếp,ghi,12\n");
    REQUIRE(csv.size() == 1);
    REQUIRE(csv[0].submission);
    CHECK(csv[0].submission->document_number == "45-BC/X");
    CHECK(format_date(csv[0].submission->received->day) == "2022-06-28");
    CHECK(csv[0].submission->results.at(0).figures.at(0).value.value == "12");
    CHECK(csv[0].submission->note == "ghi");
}

TEST_CASE("submissions: several in a file, each with its line") {
    CHECK(readings_of("x.yaml", kYaml + "---\n" + kYaml + "---\n# nothing\n") == Strings{"1", "7"});
    CHECK(readings_of("x.json", "[" + kJson + ",\n" + kJson + "]\n") == Strings{"1", "2"});
    CHECK(readings_of("x.json", kJson) == Strings{"1"});
    CHECK(readings_of("x.json", "[]") == Strings{});
    CHECK(readings_of("x.ndjson", kLine + "\n\n  \n" + kLine + "\r\n" + kLine) ==
          Strings{"1", "4", "5"});
    CHECK(readings_of("x.jsonl", "") == Strings{});
}

TEST_CASE("submissions: a byte-order mark and CRLF change nothing") {
    const std::string bom = "\xEF\xBB\xBF";
    CHECK(readings_of("x.yaml", bom + kYaml) == Strings{"1"});
    CHECK(readings_of("x.json", bom + kJson) == Strings{"1"});
    CHECK(readings_of("x.ndjson", bom + kLine + "\r\n") == Strings{"1"});
    CHECK(readings_of("x.csv", bom + "agency,obligation,received\r\na,r,2022-06-28\r\n") ==
          Strings{"2"});
}

TEST_CASE("submissions: faults of shape, each at its place") {
    struct Case {
        const char* more;
        Strings readings;
    };
    const Case cases[] = {
        {"via: pigeon\n", {"1 S102 6:6"}},
        {"agencies: x\n", {"1 S004 6:1"}},
        {"agency: x\n", {"1 S005 6:1"}},
        {"results: x\n", {"1 S006 6:10"}},
        {"results: [{summary: x}]\n", {"1"}},
        {"results: [{task: I.1, figures: [1]}]\n", {"1 S006 6:32"}},
        {"document: {date: 2022-02-30}\n", {"1 S101 6:18"}},
        {"note: [x]\n", {"1 S006 6:7"}},
        {"note: *x\n", {"1 S001 6:7 refused"}},
        {"note: \"x\n", {"1 S001 6:7 refused"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.more);
        auto readings = readings_of("x.yaml", kYaml + c.more);
        // A file that cannot be parsed is placed at its fault.
        for (auto& reading : readings) {
            if (reading.ends_with("refused")) reading.replace(0, reading.find(' '), "1");
        }
        CHECK(readings == c.readings);
    }
    CHECK(readings_of("x.yaml", "agency: a\n") == Strings{"1 S003 1:1 S003 1:1 S003 1:1"});
    CHECK(readings_of("x.yaml", "- a\n") == Strings{"1 S006 1:1"});
    CHECK(readings_of("x.yaml", "") == Strings{"1 S003 1:1 refused"});
}

TEST_CASE("submissions: received is a day, or an instant with its offset") {
    struct Case {
        const char* text;
        const char* day;  ///< nullptr: refused
    };
    const Case cases[] = {
        {"2022-06-28", "2022-06-28"},
        {"2022-06-28T16:59:59Z", "2022-06-28"},
        {"2022-06-28T17:00:00Z", "2022-06-29"},
        {"2022-06-28T23:59:59.999+07:00", "2022-06-28"},
        {"2022-06-28T08:00:00", nullptr},
        {"2022-06-28T25:00:00Z", nullptr},
        {"2022-6-28", nullptr},
        {"28/06/2022", nullptr},
        {"2022-02-29", nullptr},
        {"2022-06-28x", nullptr},
        {"44742", nullptr},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto readings = read_bytes(
            "x.ndjson",
            std::string(R"({"agency": "a", "obligation": "r", "received": ")") + c.text + "\"}\n");
        REQUIRE(readings.size() == 1);
        REQUIRE(readings[0].submission);
        const auto& received = readings[0].submission->received;
        if (c.day == nullptr) {
            CHECK(errors_of(readings[0].diagnostics) == Strings{"S101"});
        } else {
            REQUIRE(received);
            const auto zone = *Zone::find("Asia/Ho_Chi_Minh");
            CHECK(format_date(received->instant ? zone.day_of(*received->instant)
                                                : received->day) == c.day);
        }
    }
}

TEST_CASE("submissions: a bad line of NDJSON is refused alone") {
    CHECK(readings_of("x.ndjson", kLine + "\n{\"agency\": \"a\"\n" + kLine + "\n\"x\n[]\n5\n" +
                                      kLine + kLine + "\n" + kLine + "\n") ==
          Strings{"1", "2 S001 2:12 refused", "3", "4 S001 4:1 refused", "5 S006 5:1 refused",
                  "6 S006 6:1 refused", "7 S001 7:61 refused", "8"});
}

TEST_CASE("submissions: bytes that are no UTF-8 are refused with their offset from 0") {
    const auto readings = read_bytes("x.ndjson", kLine + "\n{\"agency\": \"\xC3(\"}\n" + kLine);
    REQUIRE(readings.size() == 3);
    CHECK(codes_of(readings[1].diagnostics) == Strings{"S007"});
    const auto offset = std::to_string(kLine.size() + 1 + 12);
    CHECK(said(readings[1].diagnostics.all()[0].message).find(offset) != std::string::npos);
    CHECK(readings[2].submission.has_value());
    CHECK(codes_of(read_bytes("x.yaml", "agency: \xFF\n")[0].diagnostics) == Strings{"S007"});
}

TEST_CASE("submissions: JSON is held to its grammar") {
    for (const auto* text :
         {R"({"a": 1,})", R"({"a": 01})", R"({"a": .5})", R"({"a": 1.})", R"({"a": NaN})",
          R"({'a': 1})", R"({"a": "x)", R"({"a": 1} {"b": 2})", R"({"a": 1}})", "[1, 2",
          R"({"a": "\x"})", R"({"a": tru})", "// x\n{}", R"({"a" 1})"}) {
        CAPTURE(text);
        const auto readings = read_bytes("x.json", text);
        REQUIRE(readings.size() == 1);
        CHECK_FALSE(readings[0].submission.has_value());
        CHECK(errors_of(readings[0].diagnostics) == Strings{"S001"});
    }
    CHECK(readings_of("x.json", std::string(100'000, '[')).size() == 1);
    CHECK(readings_of("x.ndjson", R"({"agency": "a", "agency": "b"})").at(0).find("S005 1:17") !=
          std::string::npos);
}

TEST_CASE("csv: dialects and quoting") {
    const auto notes = [](const std::string& bytes) {
        Strings out;
        for (const auto& reading : read_bytes("x.csv", bytes)) {
            out.push_back(reading.submission ? reading.submission->note : "refused");
        }
        return out;
    };
    CHECK(notes("agency,obligation,received,note\na,r,2022-06-28,\"x, \"\"y\"\"\nz\"\n") ==
          Strings{"x, \"y\"\nz"});
    CHECK(notes("agency;obligation;received;note\na;r;2022-06-28;x, y\n") == Strings{"x, y"});
    CHECK(notes("agency,obligation,received,note\n\na,r,2022-06-28,x\n\n") == Strings{"x"});
    CHECK(notes("agency,obligation,received,note\na,r,2022-06-28,x \"y\"\n") == Strings{"refused"});
    CHECK(notes("agency,obligation,received,note\na,r,2022-06-28,\"x\"y\n") == Strings{"refused"});
    CHECK(notes("note,received,obligation,agency\nx,2022-06-28,r,a\n") == Strings{"x"});
}

TEST_CASE("csv: headers and rows that do not fit") {
    CHECK(readings_of("x.csv", "agency,obligation\na,r\n") == Strings{"1 S010 1:1 refused"});
    CHECK(readings_of("x.csv", "agency,obligation,received,nota\n") ==
          Strings{"1 S010 1:28 refused"});
    CHECK(readings_of("x.csv", "agency,obligation,received,agency\n") ==
          Strings{"1 S010 1:28 refused"});
    CHECK(readings_of("x.csv", "") == Strings{"1 S010 1:1 refused"});
    CHECK(readings_of("x.csv",
                      "agency,obligation,received\na,r\na,r,2022-06-28\na,r,2022-06-29,x\n") ==
          Strings{"2 S011 2:1 refused", "3", "4 S011 4:1 refused"});
    CHECK(readings_of("x.csv", "agency,obligation,received\na,r,2022-06-28\nb,\"r,2022-06-28\n") ==
          Strings{"2", "3 S001 3:3 refused"});
}

TEST_CASE("csv: consecutive rows of one document are one submission") {
    const std::string header =
        "agency,obligation,period,received,document_number,task,summary,figure:n\n";
    const auto readings = read_bytes("x.csv", header +
                                                  "a,r,2022-H1,2022-06-28,1/BC,I.1,x,1\n"
                                                  "a,r,2022-H1,2022-06-28,1/BC,I.2,y,\n"
                                                  "a,r,2022-H1,2022-06-28,2/BC,I.1,z,3\n"
                                                  "a,r,2022-H1,2022-06-28,1/BC,I.3,w,4\n");
    REQUIRE(readings.size() == 3);
    CHECK(readings[0].submission->results.size() == 2);
    CHECK(readings[0].submission->results[1].figures.empty());
    CHECK(readings[1].line == 4);
    CHECK(readings[2].submission->results.at(0).task->value == "I.3");
}

TEST_CASE("attachments: are looked up beside the submission and hashed") {
    const TempFolder folder;
    folder.write("in/a.txt", "abc");
    const std::string right = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const auto found = [&](const std::string& attachment) {
        const auto file = folder.write("in/x.yaml", kYaml + "attachments: [" + attachment + "]\n");
        Strings out;
        Piece piece;
        piece.file = file.string();
        piece.format = submission_format(piece.file);
        read_piece(piece, [&](Reading& reading) { out = codes_of(reading.diagnostics); });
        return out;
    };
    CHECK(found("{file: a.txt}") == Strings{});
    CHECK(found("{file: a.txt, sha256: " + right + "}") == Strings{});
    CHECK(found("{file: b.txt}") == Strings{"S121"});
    CHECK(found("{file: ../in}") == Strings{"S121"});
    CHECK(found("{file: a.txt, sha256: " + std::string(64, '0') + "}") == Strings{"S122"});
    CHECK(found("{file: a.txt, sha256: abc}") == Strings{"S102"});
}

TEST_CASE("submissions: only regular files are read") {
    const TempFolder folder;
    const auto read = [](const std::string& file) {
        Piece piece;
        piece.file = file;
        piece.format = submission_format("x.yaml");
        read_piece(piece, [](Reading&) {});
    };
    CHECK_THROWS_AS(read((folder.path() / "no.yaml").string()), IoError);
    CHECK_THROWS_AS(read(folder.path().string()), IoError);
    CHECK_THROWS_AS(read("/dev/zero"), IoError);
}
