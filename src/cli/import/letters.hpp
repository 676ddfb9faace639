// Papers of running text, as Word, PDF and mail give them: whose they are, for what, and what they
// say of each task (cli.md, import).
#pragma once

#include <string>
#include <string_view>

#include "cli/import/incoming.hpp"
#include "cli/import/paper_file.hpp"
#include "cli/session.hpp"
#include "read/paper/paper_facts.hpp"

namespace plantool {

/// Hands on the paper. `bytes` are its own, to be kept beside the submission; empty where it is the
/// text of a mail.
void read_letter(const PaperFile& paper, const PaperFacts& facts, std::string_view bytes,
                 const Session& session, const IncomingSink& sink);

}  // namespace plantool
