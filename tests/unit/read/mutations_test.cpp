// Small valid files of each kind, cut short anywhere and with any one byte changed: the readers
// never throw, and what they say can be shown.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read/submission/csv/csv_header.hpp"
#include "read/submission/formats.hpp"
#include "read/syntax/json_nodes.hpp"
#include "read/syntax/yaml/yaml.hpp"
#include "support.hpp"
#include "support/said.hpp"
#include "text/utf8.hpp"

using namespace plantool;
using namespace plantool::testing;

namespace {

/// As the intake does: a header, if there is to be one, and the rest as one piece.
void read_all(std::string_view file, const std::string& bytes, Diagnostics& found) {
    constexpr std::size_t kSpare = 64;
    const std::shared_ptr<char[]> memory(new char[bytes.size() + kSpare]());
    std::copy(bytes.begin(), bytes.end(), memory.get());
    const std::string_view text(memory.get(), bytes.size());
    Piece piece;
    piece.format = submission_format(file);
    piece.file = "x";
    std::size_t begin = 0;
    if (piece.format->has_header) {
        begin = csv_head(text, true).end;
        piece.header =
            std::make_shared<const Source>("x", memory, text.substr(0, begin), kSpare, 1, 0);
    }
    piece.source =
        std::make_shared<const Source>("x", memory, text.substr(begin), kSpare, 2, begin);
    read_piece(piece, [&](Reading& reading) { found.append(std::move(reading.diagnostics)); });
}

void read_plan_text(const std::string& bytes, Diagnostics& found) {
    const Source source("x.yaml", bytes);
    if (!check_utf8(source, whole(source), kPlanShape, found)) return;
    parse_yaml(source, kPlanShape, found, [](Node) {});
}

/// Whether every finding can be shown.
bool can_be_shown(const Diagnostics& found) {
    for (const auto& d : found.all()) {
        for (const auto& text :
             {said(d.message), said(d.help), d.excerpt, d.path, to_text(d, false, Language::vi)}) {
            if (first_invalid_utf8(text)) return false;
        }
    }
    return true;
}

struct Sample {
    const char* name;
    std::string bytes;
    void (*read)(const std::string&, Diagnostics&);
};

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all = {
        {"yaml",
         "format: plantool/submission@1\nagency: 'a'\nobligation: \"r\\_\\ud83d\\ude00\"\n"
         "received: 2022-06-28\nresults:\n  - {task: I.1, figures: {n: 12}}\nnote: |\n  ệ\n"
         "---\n\xEF\xBB\xBF# x\n- [b, &c d]\n",
         [](const std::string& bytes, Diagnostics& found) {
             read_all("x.yaml", bytes, found);
             read_plan_text(bytes, found);
         }},
        {"json",
         "[{\"format\": \"plantool/submission@1\", \"agency\": \"\\u1edf\\ud83d\\ude00\", "
         "\"obligation\": "
         "null, \"received\": true, \"results\": [{\"task\": \"I\", \"figures\": {\"n\": "
         "-1.5e3}}]}]",
         [](const std::string& bytes, Diagnostics& found) { read_all("x.json", bytes, found); }},
        {"ndjson",
         "{\"agency\":\"a\",\"obligation\":\"r\",\"received\":\"2022-06-28\",\"note\":null}\n"
         "{\"agency\":\"ở\",\"obligation\":\"r\",\"received\":\"2022-06-28\",\"note\":\"\\udc00\","
         "\"document\":{\"number\":\"1\",\"date\":\"2022-06-27\"},\"results\":[{\"task\":\"I.1\","
         "\"figures\":{\"n\":12}}]}\n",
         [](const std::string& bytes, Diagnostics& found) { read_all("x.ndjson", bytes, found); }},
        {"csv",
         "sep=;\nCơ "
         "quan;obligation;received;nil;figure:n;note\na;r;2022-06-28;;1.234;\"x;\"\"y\"\"\"\n"
         "ở;r;28/06/2022;x;98,5;\n;;;;;\nb,r,2022-06-28,,1,x\n",
         [](const std::string& bytes, Diagnostics& found) { read_all("x.csv", bytes, found); }},
    };
    return all;
}

void try_bytes(const Sample& sample, const std::string& bytes) {
    Diagnostics found;
    bool thrown = false;
    try {
        sample.read(bytes, found);
    } catch (...) {
        thrown = true;
    }
    if (!thrown && can_be_shown(found)) return;
    CAPTURE(sample.name);
    CAPTURE(bytes);
    CHECK_FALSE(thrown);
    CHECK(can_be_shown(found));
}

}  // namespace

TEST_CASE("readers: every beginning of a file is read or refused, and never throws") {
    for (const auto& sample : samples()) {
        for (std::size_t size = 0; size <= sample.bytes.size(); ++size) {
            try_bytes(sample, sample.bytes.substr(0, size));
        }
    }
}

TEST_CASE("readers: with any one byte changed a file is read or refused, and never throws") {
    for (const auto& sample : samples()) {
        for (std::size_t at = 0; at < sample.bytes.size(); ++at) {
            for (const int byte :
                 {0x00, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x27, 0x2C, 0x2D, 0x3A, 0x3B, 0x5B, 0x5C,
                  0x5D, 0x65, 0x6E, 0x7B, 0x7D, 0x7F, 0x80, 0xC2, 0xED, 0xEF, 0xFD, 0xFF}) {
                auto bytes = sample.bytes;
                bytes[at] = static_cast<char>(byte);
                try_bytes(sample, bytes);
            }
            auto without = sample.bytes;
            without.erase(at, 1);
            try_bytes(sample, without);
        }
    }
}
