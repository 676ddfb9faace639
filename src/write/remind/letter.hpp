// A letter that reminds an agency of what it owes (`plantool remind`): its words, from a template
// that the office may have written, and the files that hold it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/status/reminders.hpp"
#include "text/labels.hpp"
#include "write/kit/atomic_file.hpp"
#include "write/kit/text_sink.hpp"
#include "write/report/template/template.hpp"

namespace plantool {

/// The keys that a template of letters may use (docs/templates.md).
const std::vector<TemplateKey>& letter_keys();
std::string_view letter_template(Language language);

/// What the letter is about, in one line.
std::string letter_subject(const Reminder& reminder, Language language);

/// How texts of the plan are made harmless where they stand.
using LetterEscape = std::string (*)(std::string_view);

/// The template filled in. It must have no faults by check_template.
std::string letter_text(const Reminder& reminder, Language language, std::string_view letter,
                        LetterEscape escape);
/// As Markdown.
std::string letter_markdown(const Reminder& reminder, Language language, std::string_view letter);
/// A mail that is not sent yet (`X-Unsent`), as text and as HTML: RFC 5322, 2045 and 2047. The same
/// question gives the same Message-ID.
std::string letter_mail(const Reminder& reminder, Language language, std::string_view letter);

/// As a Word file by the plan's layout, to be signed and sent. The file is for the caller to
/// commit.
void write_letter_docx(const Reminder& reminder, Language language, std::string_view letter,
                       const AtomicFile& file);

/// `plantool/remind@1` (docs/cli.md).
void write_reminders_json(const Reminders& reminders, Day as_of, const TextSink& sink);

}  // namespace plantool
