// A template that an office has written, in place of the built-in one.
#pragma once

#include <string>
#include <vector>

#include "cli/env.hpp"
#include "text/labels.hpp"
#include "write/report/template/template.hpp"
#include "write/report/word/word_template.hpp"

namespace plantool {

/// Its text, without a byte-order mark and with plain line ends; empty where no file is named. Says
/// on standard error what is wrong with it. Throws UsageError when something is, IoError when it
/// cannot be read.
std::string read_own_template(const std::string& path, const std::vector<TemplateKey>& keys,
                              Language language, const Env& env);

/// Whether the file is one of Word by its ending.
bool is_word_template(const std::string& path);
/// The parts of the file. Says on standard error what is wrong with it. Throws UsageError when
/// something is, IoError when it cannot be read.
WordTemplate read_word_template(const std::string& path, Language language, const Env& env);

}  // namespace plantool
