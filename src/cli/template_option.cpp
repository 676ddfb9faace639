#include "cli/template_option.hpp"

#include <fmt/format.h>

#include "cli/options.hpp"
#include "diag/io_error.hpp"
#include "read/file/file.hpp"
#include "text/utf8.hpp"

namespace plantool {

std::string read_own_template(const std::string& path, const std::vector<TemplateKey>& keys,
                              Language language, const Env& env) {
    if (path.empty()) return "";
    const auto source = read_source(path);
    std::string text(source->text());
    if (const auto at = first_invalid_utf8(text)) {
        throw IoError({Word::template_encoding, printable(path), *at});
    }
    std::erase(text, '\r');
    const auto faults = check_template(text, keys);
    for (const auto& fault : faults) {
        env.err(fmt::format("plantool: {}:{}: {}\n", printable(path), fault.line,
                            say(fault.message, language)));
        if (fault.help.empty()) continue;
        env.err(say(Word::help_line, language, say(fault.help, language)) + "\n");
    }
    if (!faults.empty()) {
        throw UsageError{{Word::template_has_faults, faults.size(), printable(path)}};
    }
    return text;
}

}  // namespace plantool
