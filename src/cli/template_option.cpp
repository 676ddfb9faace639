#include "cli/template_option.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/options.hpp"
#include "cli/written.hpp"
#include "diag/io_error.hpp"
#include "read/file/file.hpp"
#include "read/office/zip_parts.hpp"
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

bool is_word_template(const std::string& path) {
    return dotted_ending(path) == ".docx";
}

WordTemplate read_word_template(const std::string& path, Language language, const Env& env) {
    const auto name = printable(path);
    const auto unusable = [&] {
        return IoError({Word::word_template_unusable, name, Message(Word::no_word_file)});
    };
    const auto bytes = read_bytes(path, kLargestPaper);
    const auto zip = ZipParts::open(bytes);
    const auto* parts = readable(zip);
    if (parts == nullptr) throw unusable();
    WordTemplate templ;
    for (const auto& part : parts->names()) {
        if (part.ends_with('/')) continue;  // a folder
        auto read = parts->read(part);
        if (readable(read) == nullptr) throw unusable();
        templ.parts.push_back({part, std::get<std::string>(std::move(read))});
    }
    // Programs look for the kinds of the parts first.
    std::stable_partition(templ.parts.begin(), templ.parts.end(), [](const word::Part& part) {
        return part.name == "[Content_Types].xml";
    });
    const auto faults = check_word_template(templ, name);
    for (const auto& fault : faults) {
        env.err(fmt::format("plantool: {}\n", say(fault.message, language)));
        if (fault.help.empty()) continue;
        env.err(say(Word::help_line, language, say(fault.help, language)) + "\n");
    }
    if (!faults.empty()) throw UsageError{{Word::template_has_faults, faults.size(), name}};
    return templ;
}

}  // namespace plantool
