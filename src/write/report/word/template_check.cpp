// Whether a Word template can be filled in.

#include <algorithm>

#include "text/suggest.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"
#include "write/report/word/template_keys.hpp"
#include "write/report/word/word_template.hpp"

namespace plantool {
namespace {

using namespace report_word;

class Check {
  public:
    explicit Check(std::string name) : name_(std::move(name)) {}

    std::vector<WordTemplateFault> run(const WordTemplate& templ) {
        bool document = false;
        for (const auto& part : templ.parts) {
            if (!is_written_in(part.name)) continue;
            document = document || part.name == "word/document.xml";
            pugi::xml_document xml;
            if (!read_xml(part.bytes, xml)) return {unusable()};
            for (const auto& paragraph : paragraphs_of(xml.document_element())) look_at(paragraph);
        }
        if (!document) return {unusable()};
        if (!body_ && faults_.empty()) {
            faults_.push_back(
                {{Word::word_template_has_no_body, name_}, {Word::add_body, "{{body}}"}});
        }
        return std::move(faults_);
    }

  private:
    WordTemplateFault unusable() const {
        return {{Word::word_template_unusable, name_, Message(Word::no_word_file)}, {}};
    }

    void look_at(word::Node paragraph) {
        const auto text = text_of(paragraph);
        for (const auto& place : keys_in(text)) {
            const auto fault = [&](Message message, Message help) {
                faults_.push_back(
                    {{Word::word_template_fault, name_, shortened(text), std::move(message)},
                     std::move(help)});
            };
            if (!place.closed) {
                fault({Word::key_not_closed, "{{", "}}"}, {});
                continue;
            }
            const auto kind = kind_of_key(place.key);
            if (!kind) {
                const auto meant = nearest(place.key, template_keys());
                fault({Word::unknown_template_key, place.key},
                      meant ? Message(Word::did_you_mean, *meant) : Message());
                continue;
            }
            if (*kind == KeyKind::text) continue;
            const bool alone = trim(text).size() == place.end - place.begin;
            const bool in_body = std::string_view(paragraph.parent().name()) == "w:body";
            if (!alone || !in_body) fault({Word::key_alone, "{{" + place.key + "}}"}, {});
            body_ = body_ || place.key == kBodyKey;
        }
    }

    /// Enough to find the paragraph by.
    static std::string shortened(const std::string& text) {
        constexpr std::size_t kMost = 80;
        const auto shown = printable(trim(text));
        if (shown.size() <= kMost) return shown;
        auto end = kMost;
        while ((static_cast<unsigned char>(shown[end]) & 0xC0U) == 0x80U) --end;
        return shown.substr(0, end) + "…";
    }

    std::string name_;
    std::vector<WordTemplateFault> faults_;
    bool body_ = false;
};

}  // namespace

std::vector<WordTemplateFault> check_word_template(const WordTemplate& templ,
                                                   const std::string& name) {
    return Check(name).run(templ);
}

}  // namespace plantool
