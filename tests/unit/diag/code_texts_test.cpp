#include "diag/code_texts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "text/utf8.hpp"

using namespace plantool;

namespace {

/// Sentences of a text: full stops, question marks and colons within a sentence do not count.
int sentences(std::string_view text) {
    int count = text.ends_with('.') ? 1 : 0;
    for (auto at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
        ++count;
    }
    return count;
}

/// Backticks come in pairs, so that the page of all codes reads as it should.
bool quotes_close(std::string_view text) {
    return std::count(text.begin(), text.end(), '`') % 2 == 0;
}

}  // namespace

TEST_CASE("code texts: each code has its own, in both languages") {
    std::set<std::string_view> ids;
    for (const auto& code : all_codes()) {
        CAPTURE(std::string(code.id));
        const auto& text = text_of(code.code);
        CHECK(text.code == code.code);
        CHECK(ids.insert(code.id).second);
        CHECK(code.title.ends_with('.'));
        CHECK(text.title_vi.ends_with('.'));
        CHECK(display_width(text.title_vi) <= 80);
        for (const auto said : {text.vi, text.en}) {
            CHECK(sentences(said) >= 2);
            CHECK(sentences(said) <= 5);
            CHECK(quotes_close(said));
            CHECK(to_nfc(said) == said);
        }
        for (const auto example : {text.wrong, text.right}) {
            CHECK_FALSE(example.empty());
            CHECK(display_width(example) <= 71);  // with its label on a terminal of 80 columns
            CHECK(example.find('\n') == std::string_view::npos);
        }
        CHECK(text.wrong != text.right);
        CHECK_FALSE(topic_name(text.topic, Language::vi).empty());
        CHECK_FALSE(topic_name(text.topic, Language::en).empty());
    }
}

TEST_CASE("code texts: P before S, and a letter for each kind of file") {
    for (const auto& code : all_codes()) {
        CAPTURE(std::string(code.id));
        CHECK(code.id.front() == (code.code < Code::s_syntax ? 'P' : 'S'));
        CHECK(code.id.size() == 4);
    }
    CHECK(std::is_sorted(all_codes().begin(), all_codes().end(),
                         [](const CodeInfo& a, const CodeInfo& b) { return a.id < b.id; }));
}

TEST_CASE("code texts: explained in the width that there is") {
    for (const int width : {40, 80}) {
        const auto text = explain(Code::s_unknown_agency, Language::en, width);
        const auto paragraph = text.find("\n\n") + 2;
        const auto end = text.find("\n\n", paragraph);
        for (auto at = paragraph; at < end; at = text.find('\n', at) + 1) {
            const auto line = text.substr(at, text.find('\n', at) - at);
            CAPTURE(line);
            CHECK(display_width(line) <= width);
        }
    }
}
