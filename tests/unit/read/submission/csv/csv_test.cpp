// CSV: dialects, quotes, rows that do not fit, and rows that belong together.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "read/submission/csv/csv_columns.hpp"
#include "support.hpp"
#include "support/said.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

const std::string kBom = "\xEF\xBB\xBF";
const std::string kHeader = "agency,obligation,received,note\n";

/// The notes of those that were read; `refused` for the others.
Strings notes_in(const std::string& bytes) {
    Strings out;
    for (const auto& reading : read_bytes("x.csv", bytes)) {
        out.push_back(reading.submission ? reading.submission->note : "refused");
    }
    return out;
}

/// `task: summary figure=value …` of each result.
Strings results_of(const KeptReading& reading) {
    Strings out;
    for (const auto& result : reading.submission->results) {
        auto text = (result.task ? result.task->value : "-") + ": " + result.summary;
        for (const auto& figure : result.figures) {
            text += " " + figure.indicator.value + "=" + figure.value.value;
        }
        out.push_back(text);
    }
    return out;
}

std::string help_of(const std::string& bytes) {
    for (const auto& reading : read_bytes("x.csv", bytes)) {
        for (const auto& found : reading.diagnostics.all()) return said(found.help);
    }
    return "no finding";
}

}  // namespace

TEST_CASE("csv: the header line alone tells the delimiter") {
    // Each row has many of the other one.
    CHECK(notes_in("agency;obligation;received;note\na;r;2022-06-28;1,2,3,4,5,6\n") ==
          Strings{"1,2,3,4,5,6"});
    CHECK(notes_in("agency,obligation,received,note\na,r,2022-06-28,1;2;3;4;5;6\n") ==
          Strings{"1;2;3;4;5;6"});
    CHECK(notes_in("\"agency\";\"obligation\";\"received\";\"note\"\na;r;2022-06-28;x\n") ==
          Strings{"x"});
    CHECK(notes_in("agency\tobligation\treceived\tnote\na\tr\t2022-06-28\tx, y; z\n") ==
          Strings{"x, y; z"});
    CHECK(readings_of("x.tsv", "agency\tobligation\treceived\na\tr\t2022-06-28\n") == Strings{"2"});
    // Names of columns tell more than the letters between them.
    CHECK(notes_in("agency;obligation;received;note;figure:a,b,c,d,e\na;r;2022-06-28;x;\n") ==
          Strings{"x"});
    // Other dialects are not guessed at, and told once.
    CHECK(readings_of("x.csv", "agency|obligation|received\na|r|2022-06-28\n") ==
          Strings{"1 S010 1:1 refused"});
    CHECK(help_of("agency|obligation|received\n") ==
          "save the file with commas, semicolons or tabs between its fields");
}

TEST_CASE("csv: a first line sep= says the delimiter") {
    const auto rows = [](const std::string& sep, const std::string& d) {
        return sep + "\r\nagency" + d + "obligation" + d + "received" + d + "note\r\na" + d + "r" +
               d + "2022-06-28" + d + "x\r\n";
    };
    for (const std::string sep : {"sep=;", "SEP=;", "\"sep=;\"", "sep=;;;;"}) {
        CAPTURE(sep);
        CHECK(notes_in(rows(sep, ";")) == Strings{"x"});
        CHECK(read_bytes("x.csv", kBom + rows(sep, ";")).at(0).line == 3);
    }
    CHECK(notes_in(rows("sep=,", ",")) == Strings{"x"});
    CHECK(notes_in(rows("sep=\t", "\t")) == Strings{"x"});
    CHECK(readings_of("x.csv", rows("sep=;", ",")) == Strings{"1 S010 2:1 refused"});
    CHECK(readings_of("x.csv", rows("sep=|", ",")) == Strings{"1 S010 1:1 refused"});
}

TEST_CASE("csv: header names in any case, in either language, without outer blanks") {
    CHECK(notes_in("Agency,OBLIGATION, Received ,nOte\na,r,2022-06-28,x\n") == Strings{"x"});
    const auto readings = read_bytes(
        "x.csv",
        "Cơ quan;BÁO CÁO;Kỳ;Ngày nhận;Số văn bản;Ngày văn bản;Gửi qua;Không phát sinh;Nhiệm vụ;"
        "Kết quả;Khó khăn;Kiến nghị;Phương hướng;Ghi chú;Kế hoạch\n"
        "a;r;2022-H1;28/06/2022;1/BC;27/06/2022;email;;I.1;đã làm;khó;xin;sẽ làm;x;kh-2022\n");
    REQUIRE(readings.size() == 1);
    CHECK(codes_of(readings[0].diagnostics) == Strings{});
    REQUIRE(readings[0].submission);
    const auto& read = *readings[0].submission;
    CHECK(read.agency->value == "a");
    CHECK(read.obligation->value == "r");
    CHECK(read.period->value == "2022-H1");
    CHECK(format_date(read.received->day) == "2022-06-28");
    CHECK(read.document_number == "1/BC");
    CHECK(format_date(read.document_date->value) == "2022-06-27");
    CHECK(read.via == "email");
    CHECK(results_of(readings[0]) == Strings{"I.1: đã làm"});
    CHECK(read.difficulties == "khó");
    CHECK(read.proposals == "xin");
    CHECK(read.next == "sẽ làm");
    CHECK(read.note == "x");
    // The same name twice, once in each language.
    CHECK(readings_of("x.csv", "agency,Cơ quan,obligation,received\n") ==
          Strings{"1 S010 1:8 refused"});
    CHECK(help_of("Co quan,obligation,received\n") == "did you mean `Cơ quan`?");
}

TEST_CASE("csv: columns may be called as the plan calls its indicators") {
    IndicatorNames names;
    names.emplace(fold_name("Số hội nghị"), "hoi-nghi");
    names.emplace("hoi-nghi", "hoi-nghi");
    names.emplace("chung", "");
    const auto columns_of = [&](const std::string& header) {
        const Source source("x.csv", header);
        const CsvColumns columns(source, &names);
        Strings out;
        for (const auto& figure : columns.figures()) out.emplace_back(figure.indicator.value);
        for (const auto& place : places_of(columns.faults())) out.push_back(place);
        return out;
    };
    const std::string start = "agency,obligation,received,";
    CHECK(columns_of(start + "Số hội  nghị\n") == Strings{"hoi-nghi"});
    CHECK(columns_of(start + "FIGURE:Hoi-Nghi\n") == Strings{"hoi-nghi"});
    CHECK(columns_of(start + "figure:số hội nghị\n") == Strings{"hoi-nghi"});
    CHECK(columns_of(start + "figure:khac\n") == Strings{"khac"});
    CHECK(columns_of(start + "Số hội nghị,figure:hoi-nghi\n") ==
          Strings{"hoi-nghi", "hoi-nghi", "S010 1:40"});
    CHECK(columns_of(start + "chung\n") == Strings{"chung", "S010 1:28"});
    CHECK(columns_of(start + "Số hội\n") == Strings{"S010 1:28"});
}

TEST_CASE("csv: rows and trailing columns without any text are passed over") {
    const std::string blanks(16'380, ',');
    CHECK(readings_of("x.csv", "agency,obligation,received,note" + blanks + "\na,r,2022-06-28,x" +
                                   blanks + "\n" + ",,," + blanks + "\nb,r,2022-06-28,y\n") ==
          Strings{"2", "4"});
    CHECK(readings_of(
              "x.csv",
              ";;;\nagency;obligation;received;note\n;;;\n \u00A0;;;\na;r;2022-06-28;x;;\n") ==
          Strings{"5"});
    // A column without a name, in which there is text.
    CHECK(
        readings_of("x.csv", "agency,,obligation,received\na,,r,2022-06-28\na,x,r,2022-06-28\n") ==
        Strings{"2", "3 S011 3:1 refused"});
    CHECK(readings_of("x.csv", "agency,obligation,received,\na,r,2022-06-28,x\n") ==
          Strings{"2 S011 2:1 refused"});
}

TEST_CASE("csv: cells have no outer blanks") {
    const auto readings =
        read_bytes("x.csv", kHeader + " a ,\u00A0r,\" 2022-06-28 \",\tx y\u2003\n");
    REQUIRE(readings.size() == 1);
    CHECK(codes_of(readings[0].diagnostics) == Strings{});
    CHECK(readings[0].submission->agency->value == "a");
    CHECK(readings[0].submission->obligation->value == "r");
    CHECK(readings[0].submission->note == "x y");
}

TEST_CASE("csv: a second header, and rows with another delimiter, are told once each") {
    CHECK(readings_of("x.csv",
                      kHeader + "a,r,2022-06-28,x\n" + kBom + kHeader + "b,r,2022-06-28,y\n") ==
          Strings{"2", "3 S010 3:2 refused", "4"});
    CHECK(readings_of("x.csv", kHeader + "a,r,2022-06-28,x\nobligation,agency,received,note\n"
                                         "r,b,2022-06-28,y\nr,c,2022-06-28,y\n") ==
          Strings{"2", "3 S010 3:1 refused"});
    CHECK(readings_of("x.csv", kHeader + "a,r,2022-06-28,x\nagency;obligation;received;note\n"
                                         "b;r;2022-06-28;y\n") ==
          Strings{"2", "3 S010 3:1 refused"});
    CHECK(readings_of("x.csv", kHeader + "a,r,2022-06-28,x\nb;r;2022-06-28;y\nc;r;2022-06-28;y\n"
                                         "d;r;2022-06-28;y\ne,r,2022-06-28,z\n") ==
          Strings{"2", "3 S011 3:1 refused", "6"});
    const auto found = read_bytes("x.csv", kHeader + "b;r;2022-06-28;y\nc;r;2022-06-28;y\n");
    REQUIRE(found.size() == 1);
    CHECK(said(found[0].diagnostics.all()[0].message) ==
          "this row and the 1 below are not parted by `,` as the header is");
}

TEST_CASE("csv: a million columns, and as many unknown ones, are told in no time") {
    std::string header = "agency,obligation,received";
    for (int i = 0; i < 1'000'000; ++i) header += fmt::format(",c{}", i);
    const auto readings = read_bytes("x.csv", header + "\na,r,2022-06-28\n");
    REQUIRE(readings.size() == 1);
    const auto& found = readings[0].diagnostics.all();
    REQUIRE(found.size() == 21);
    CHECK(said(found[20].message) == "1,000,000 columns are unknown in all; the first 20 are told");
}

TEST_CASE("csv: line ends of old Macintoshes, and UTF-16 with its mark") {
    CHECK(readings_of("x.csv",
                      "agency,obligation,received,note\ra,r,2022-06-28,x\rb,r,2022-02-30,y\r") ==
          Strings{"2", "3 S101 3:5"});
    const std::string text = "Cơ quan\tobligation\treceived\tnote\r\nSở Y tế\tr\t2022-06-28\t😀\r\n";
    std::string little = "\xFF\xFE";
    std::string big = "\xFE\xFF";
    const auto add = [&](char32_t unit) {
        const auto low = static_cast<char>(unit & 0xFFU);
        const auto high = static_cast<char>(unit >> 8U);
        little += {low, high};
        big += {high, low};
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        if (c < 0x10000) {
            add(c);
        } else {
            add(0xD800 + ((c - 0x10000) >> 10U));
            add(0xDC00 + ((c - 0x10000) & 0x3FFU));
        }
    }
    for (const auto& bytes : {little, big}) {
        const auto readings = read_bytes("x.csv", bytes);
        REQUIRE(readings.size() == 1);
        REQUIRE(readings[0].submission);
        CHECK(readings[0].submission->agency->value == "Sở Y tế");
        CHECK(readings[0].submission->note == "😀");
    }
    CHECK(codes_of(read_bytes("x.csv", little.substr(2)).at(0).diagnostics) == Strings{"S007"});
    CHECK(said(read_bytes("x.csv", little.substr(2)).at(0).diagnostics.all()[0].help) ==
          "this looks like UTF-16 without its mark; save the file as UTF-8");
}

TEST_CASE("csv: quotes as in RFC 4180") {
    struct Case {
        const char* field;
        const char* note;
    };
    const Case cases[] = {
        {"x", "x"},
        {"\"x\"", "x"},
        {"\"\"", ""},
        {"", ""},
        {"\"a,b\"", "a,b"},
        {"\"a;b\"", "a;b"},
        {"\"say \"\"yes\"\"\"", "say \"yes\""},
        {"\"\"\"\"", "\""},
        {"\"\"\"x\"", "\"x"},
        {"\"one\ntwo\"", "one\ntwo"},
        {"\"one\n\ntwo\n\"", "one\n\ntwo"},
        {"it's", "it's"},
        {"=1+1", "=1+1"},
        {"\\", "\\"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.field);
        CHECK(notes_in(kHeader + "a,r,2022-06-28," + c.field + "\nb,r,2022-06-28,next\n") ==
              Strings{c.note, "next"});
    }
}

TEST_CASE("csv: fields of every length end where they end") {
    for (std::size_t first = 1; first < 20; ++first) {
        for (std::size_t second = 0; second < 20; ++second) {
            const std::string agency(first, 'a');
            const std::string note(second, 'n');
            const auto row = agency + ",\"r\",2022-06-28," + note;
            for (const std::string end : {"", "\n", "\r\n", "\nb,r,2022-06-28,z"}) {
                CAPTURE(row + end);
                const auto readings = read_bytes("x.csv", kHeader + row + end);
                REQUIRE(!readings.empty());
                REQUIRE(readings[0].submission);
                CHECK(readings[0].submission->agency->value == agency);
                CHECK(readings[0].submission->note == note);
            }
            const auto broken = agency + ",\"r\",2022-06-28," + note + "x\"";
            CHECK(notes_in(kHeader + broken + "\nb,r,2022-06-28,z\n") == Strings{"refused", "z"});
        }
    }
}

TEST_CASE("csv: a quote in the wrong place refuses its row alone, at that place") {
    CHECK(readings_of("x.csv", kHeader + "a,r,2022-06-28,x \"y\"\nb,r,2022-06-28,z\n") ==
          Strings{"2 S001 2:18 refused", "3"});
    CHECK(readings_of("x.csv", kHeader + "a,r,2022-06-28,\"x\"y\nb,r,2022-06-28,z\n") ==
          Strings{"2 S001 2:19 refused", "3"});
    CHECK(readings_of("x.csv", kHeader + "a,r,2022-06-28,\"x\" \nb,r,2022-06-28,z\n") ==
          Strings{"2 S001 2:19 refused", "3"});
}

TEST_CASE("csv: a quote that is never closed is told where it opens") {
    CHECK(readings_of("x.csv", kHeader + "a,r,2022-06-28,x\nb,r,2022-06-28,\"y\n") ==
          Strings{"2", "3 S001 3:16 refused"});
    CHECK(readings_of("x.csv", kHeader + "a,r,2022-06-28,\"y\nb,r,2022-06-28,z\n").at(0) ==
          "2 S001 2:16 refused");
}

TEST_CASE("csv: lines are counted over line breaks within quotes") {
    CHECK(readings_of("x.csv", kHeader + "a,r,2022-06-28,\"one\ntwo\nthree\"\n"
                                         "\n"
                                         "b,r,2022-02-30,x\n"
                                         "c,r,2022-06-28,y\n") == Strings{"2", "6 S101 6:5", "7"});
}

TEST_CASE("csv: a byte-order mark, CRLF and blank lines change nothing") {
    CHECK(notes_in(kBom + "agency,obligation,received,note\r\na,r,2022-06-28,x\r\n\r\n"
                          "b,r,2022-06-28,\"y\r\nz\"\r\n") == Strings{"x", "y\nz"});
    CHECK(notes_in(kHeader + "\n \na,r,2022-06-28,x") == Strings{"x"});
    CHECK(notes_in(kHeader) == Strings{});
}

TEST_CASE("csv: columns may stand in any order, and those not required may be left out") {
    CHECK(notes_in("note,received,obligation,agency\nx,2022-06-28,r,a\n") == Strings{"x"});
    CHECK(notes_in(" agency , obligation , received , note \na,r,2022-06-28,x\n") == Strings{"x"});
    CHECK(readings_of("x.csv", "received,agency,obligation\n2022-06-28,a,r\n") == Strings{"2"});
}

TEST_CASE("csv: headers that cannot be used") {
    struct Case {
        const char* header;
        Strings readings;
    };
    const Case cases[] = {
        {"", {"1 S010 1:1 refused"}},
        {"agency,obligation,received,notes\na,r,2022-06-28,x\n", {"1 S010 1:28 refused"}},
        {";;;\n", {"1 S010 1:1 refused"}},
        {"agency,obligation,received,figure:\n", {"1 S010 1:28 refused"}},
        {"agency,obligation,received,note,task,note\n", {"1 S010 1:38 refused"}},
        {"agency,obligation,received,figure:n,figure:n\n", {"1 S010 1:37 refused"}},
        {"agency,obligation,note\n", {"1 S010 1:1 refused"}},
        {"agency\n", {"1 S010 1:1 S010 1:1 refused"}},
        {"a,r,2022-06-28,x\n", {"1 S010 1:1 refused"}},
        {"agency,obligation,\"received\n", {"1 S010 1:19 refused"}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.header);
        CHECK(readings_of("x.csv", c.header) == c.readings);
    }
    CHECK(help_of("agency,obligation,received,documentnumber\n").find("document_number") !=
          std::string::npos);
}

TEST_CASE("csv: rows of another width than the header") {
    CHECK(readings_of("x.csv", kHeader + "a,r,2022-06-28\n"
                                         "a,r,2022-06-28,x,y\n"
                                         "a,r,2022-06-28,x,\n"
                                         "a\n"
                                         "b,r,2022-06-28,x\n") ==
          Strings{"2 S011 2:1 refused", "3 S011 3:1 refused", "4", "5 S011 5:1 refused", "6"});
    CHECK(help_of(kHeader + "a,r,2022-06-28,x,y\n").find("quotes") != std::string::npos);
}

TEST_CASE("csv: consecutive rows of one document are one submission with several results") {
    const std::string header =
        "agency,obligation,period,received,document_number,document_date,task,summary,difficulties,"
        "figure:n,figure:m\n";
    const auto readings =
        read_bytes("x.csv", header +
                                "a,r,2022-H1,2022-06-28,1/BC,2022-06-27,I.1,x,khó,1,2.5\n"
                                "a,r,2022-H1,2022-06-28,1/BC,2022-06-27,I.2,y,khó,,3\n"
                                "a,r,2022-H1,2022-06-28,1/BC,2022-06-27,I.3,,thêm,,\n"
                                "b,r,2022-H1,2022-06-28,1/BC,2022-06-27,I.1,x,,1,1\n"
                                "a,r,2022-H1,2022-06-28,1/BC,2022-06-27,I.4,z,,,\n");
    REQUIRE(readings.size() == 3);
    CHECK(results_of(readings[0]) == Strings{"I.1: x n=1 m=2.5", "I.2: y m=3", "I.3: "});
    CHECK(readings[0].submission->difficulties == "khó\nthêm");
    CHECK(readings[0].line == 2);
    CHECK(results_of(readings[1]) == Strings{"I.1: x n=1 m=1"});
    CHECK(readings[2].line == 6);  // not next to the others of its document
}

TEST_CASE("csv: rows that differ in what names the document are not joined") {
    const std::string header =
        "agency,obligation,period,received,document_number,document_date,task\n";
    const std::string row = "a,r,2022-H1,2022-06-28,1/BC,2022-06-27,I.1\n";
    const auto count = [&](const std::string& other) {
        return read_bytes("x.csv", header + row + other + "\n").size();
    };
    CHECK(count("a,r,2022-H1,2022-06-28,1/BC,2022-06-27,I.2") == 1);
    CHECK(count("b,r,2022-H1,2022-06-28,1/BC,2022-06-27,I.2") == 2);
    CHECK(count("a,s,2022-H1,2022-06-28,1/BC,2022-06-27,I.2") == 2);
    CHECK(count("a,r,2022-H2,2022-06-28,1/BC,2022-06-27,I.2") == 2);
    CHECK(count("a,r,2022-H1,2022-06-29,1/BC,2022-06-27,I.2") == 2);
    CHECK(count("a,r,2022-H1,2022-06-28,2/BC,2022-06-27,I.2") == 2);
    CHECK(count("a,r,2022-H1,2022-06-28,1/BC,2022-06-26,I.2") == 2);
}

TEST_CASE("csv: rows are compared as names, days and periods, not as bytes") {
    const std::string header =
        "agency,obligation,period,received,document_number,document_date,task\n";
    const std::string row = "so-yt,r,2022-H1,2022-06-28,1/BC-SYT,2022-06-27,I.1\n";
    const auto count = [&](const std::string& other) {
        return read_bytes("x.csv", header + row + other + "\n").size();
    };
    CHECK(count("SO-YT,r,2022-H1,2022-06-28,1/BC-SYT,2022-06-27,I.2") == 1);
    CHECK(count("so-yt,R,2022-H1,2022-06-28,1/bc-syt,2022-06-27,I.2") == 1);
    CHECK(count("so-yt,r,2022S1,28/06/2022,1/BC-SYT,27/6/2022,I.2") == 1);
    CHECK(count("so-yt,r,2022-H1,2022-06-28,1/BC - SYT,2022-06-27,I.2") == 1);
    CHECK(count("so-yt,r,2022-H1,2022-06-28T08:00:00+07:00,1/BC-SYT,2022-06-27,I.2") == 2);
    CHECK(count("so-yt,r,2022-H1,2022-06-27T16:00:00Z,1/BC-SYT,2022-06-27,I.2") == 2);
    CHECK(count("so-yt,r,2022-H2,28/06/2022,1/BC-SYT,2022-06-27,I.2") == 2);
    CHECK(count("so-yte,r,2022-H1,2022-06-28,1/BC-SYT,2022-06-27,I.2") == 2);
    CHECK(count("so-yt,r,2022-H1,2022-06-28,,2022-06-27,I.2") == 2);
    CHECK(read_bytes("x.csv", header + "Sở Y tế,r,2022-H1,2022-06-28,1,,I.1\n"
                                       "SỞ  Y TẾ,r,2022-H1,2022-06-28,1,,I.2\n")
              .size() == 1);
    CHECK(read_bytes("x.csv", header + "Sở Y tế,r,2022-H1,2022-06-28,1,,I.1\n"
                                       "So Y te,r,2022-H1,2022-06-28,1,,I.2\n")
              .size() == 2);
}

TEST_CASE("csv: two times of one day are two submissions, one time with two offsets is one") {
    const auto count = [&](const std::string& one, const std::string& other) {
        return read_bytes("x.csv", "agency,obligation,period,received,task\na,r,2022-H1," + one +
                                       ",I.1\na,r,2022-H1," + other + ",I.2\n")
            .size();
    };
    CHECK(count("2022-06-28T19:25:00+07:00", "2022-06-28T19:25:00+07:00") == 1);
    CHECK(count("2022-06-28T19:25:00+07:00", "2022-06-28T12:25:00Z") == 1);
    CHECK(count("2022-06-28T19:25:00+07:00", "2022-06-28T16:29:59+07:00") == 2);
}

TEST_CASE("csv: nothing to report is true, x or có") {
    const auto found = [&](const std::string& word) {
        return readings_of("x.csv", "agency,obligation,received,nil\na,r,2022-06-28," + word + "\n")
            .at(0);
    };
    for (const std::string word : {"", "true", "TRUE", "x", "X", "có", "Có", "false", "không"}) {
        CAPTURE(word);
        CHECK(found(word) == "2");
    }
    CHECK(found("maybe") == "2 S102 2:16");
}

TEST_CASE("csv: a result without a task is of the whole, and an empty one is none") {
    const std::string header = "agency,obligation,received,task,summary,figure:n\n";
    const auto found = [&](const std::string& row) {
        return readings_of("x.csv", header + row + "\n").at(0);
    };
    CHECK(found("a,r,2022-06-28,,,") == "2");
    CHECK(found("a,r,2022-06-28,I.1,,") == "2");
    CHECK(found("a,r,2022-06-28,,x,") == "2");
    CHECK(found("a,r,2022-06-28,,,5") == "2");
    CHECK(read_bytes("x.csv", header + "a,r,2022-06-28,,,\n").at(0).submission->results.empty());
}

TEST_CASE("csv: dates are ISO or dd/mm/yyyy, and must exist") {
    struct Case {
        const char* received;
        const char* day;  ///< nullptr: refused
    };
    const Case cases[] = {
        {"2022-06-28", "2022-06-28"},  {"28/06/2022", "2022-06-28"},
        {"28/6/2022", "2022-06-28"},   {"1/2/2022", "2022-02-01"},  // never the second of January
        {"29/02/2024", "2024-02-29"},  {"2022-06-28T18:30:00Z", "2022-06-29"},
        {"29/02/2022", nullptr},       {"06/28/2022", nullptr},
        {"28-06-2022", nullptr},       {"28.06.2022", nullptr},
        {"28/06/22", nullptr},         {"2022/06/28", nullptr},
        {"28/06/2022 08:00", nullptr}, {"44740", nullptr},
    };
    for (const auto& c : cases) {
        CAPTURE(c.received);
        const auto readings =
            read_bytes("x.csv", std::string("agency,obligation,received,document_date\na,r,") +
                                    c.received + "," + c.received + "\n");
        REQUIRE(readings.size() == 1);
        REQUIRE(readings[0].submission);
        const auto& received = readings[0].submission->received;
        CHECK(received.has_value() == (c.day != nullptr));
        if (c.day == nullptr) {
            CHECK(places_of(readings[0].diagnostics) ==
                  Strings{"S101 2:5", [&] {
                              return "S101 2:" + std::to_string(6 + std::string(c.received).size());
                          }()});
        } else if (received) {
            const auto zone = *Zone::find("Asia/Ho_Chi_Minh");
            CHECK(format_date(received->instant ? zone.day_of(*received->instant)
                                                : received->day) == c.day);
        }
    }
}

TEST_CASE("csv: empty and unknown values, at their places") {
    const std::string header = "agency,obligation,received,via\n";
    const auto found = [&](const std::string& row) {
        return readings_of("x.csv", header + row + "\n").at(0);
    };
    CHECK(found("a,r,2022-06-28,email") == "2");
    CHECK(found("a,r,2022-06-28,pigeon") == "2 S102 2:16");
    CHECK(found(",r,2022-06-28,email") == "2 S003 2:1");
    CHECK(found("Sở Y tế,,2022-06-28,email") == "2 S003 2:9");
    CHECK(found("a,r,,email") == "2 S003 2:5");
}

TEST_CASE("csv: bytes that are no UTF-8 refuse their row, with the offset in the file") {
    const auto readings =
        read_bytes("x.csv", kHeader + "a,r,2022-06-28,\xE1\xBB\nb,r,2022-06-28,x\n");
    REQUIRE(readings.size() == 2);
    CHECK(codes_of(readings[0].diagnostics) == Strings{"S007"});
    // 32 bytes of header and 15 before the bad one.
    CHECK(said(readings[0].diagnostics.all()[0].message).find("offset 47 ") != std::string::npos);
    CHECK(readings[1].submission->note == "x");
    const auto header = read_bytes("x.csv", kBom + "agency,\xFF\n");
    REQUIRE(header.size() == 1);
    CHECK(codes_of(header[0].diagnostics) == Strings{"S007"});
    CHECK(said(header[0].diagnostics.all()[0].message).find("offset 10 ") != std::string::npos);
}
