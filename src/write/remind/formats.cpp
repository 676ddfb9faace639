#include <array>

#include "write/output_formats.hpp"
#include "write/remind/letter.hpp"

namespace plantool {
namespace {

/// The office's own template, or the built-in one.
std::string_view template_of(const Voice& voice) {
    return voice.own_template.empty() ? letter_template(voice.language) : voice.own_template;
}

constexpr std::array kFormats = {
    LetterFormat{{.name = "docx", .ending = ".docx", .by_default = true, .to_stdout = false},
                 false,
                 [](const Reminder& reminder, const Voice& voice, AtomicFile& file) {
                     write_letter_docx(reminder, voice.language, template_of(voice), file);
                 }},
    LetterFormat{{.name = "markdown", .ending = ".md"},
                 false,
                 [](const Reminder& reminder, const Voice& voice, AtomicFile& file) {
                     file.write(letter_markdown(reminder, voice.language, template_of(voice)));
                 }},
    LetterFormat{{.name = "eml", .ending = ".eml"},
                 true,
                 [](const Reminder& reminder, const Voice& voice, AtomicFile& file) {
                     file.write(letter_mail(reminder, voice.language, template_of(voice)));
                 }},
};

}  // namespace

std::span<const LetterFormat> letter_formats() {
    return kFormats;
}

}  // namespace plantool
