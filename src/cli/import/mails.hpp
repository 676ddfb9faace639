// Mail, and the papers that came with it: one submission for each of them (cli.md, import).
#pragma once

#include <functional>
#include <string>

#include "cli/import/incoming.hpp"
#include "cli/import/paper_file.hpp"
#include "cli/session.hpp"

namespace plantool {

/// What reads a paper by its name and bytes.
using PaperReader = std::function<void(const PaperFile&, const std::string&)>;

/// Gives each paper that is attached to `read_paper`; where there is none, the text of the mail is
/// the paper, if it can be a report. `paper` is the mail itself. Inner messages count as attached.
void read_mail_paper(PaperFile paper, const std::string& bytes, const Session& session,
                     const PaperReader& read_paper, const IncomingSink& sink);

}  // namespace plantool
