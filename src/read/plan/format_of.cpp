// What a file is, told before it is read: by its text, so that one with faults is told as well.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>

#include "read/file/file.hpp"
#include "read/plan/plan_file.hpp"
#include "read/submission/formats.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBlank = " \t\r\n";

/// Whether a comment goes on at that place.
bool in_comment(std::string_view text, std::size_t at) {
    const auto before = text.substr(0, at);
    const auto line = before.substr(before.find_last_of('\n') + 1);
    const auto first = line.find_first_not_of(" \t");
    return first != std::string_view::npos && line[first] == '#';
}

/// The value of a key that begins at `at`, on the same line; empty when no key begins there.
std::string_view value_of(std::string_view text, std::size_t at, std::string_view key) {
    const char before = at == 0 ? '\n' : text[at - 1];
    const bool quoted = before == '"' || before == '\'';
    if (!quoted && std::string_view("\n\r \t{,-").find(before) == std::string_view::npos) return {};
    auto rest = text.substr(at + key.size());
    if (quoted) {
        if (!rest.starts_with(before)) return {};
        rest.remove_prefix(1);
    }
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (!rest.starts_with(':')) return {};
    rest.remove_prefix(1);
    rest.remove_prefix(std::min(rest.find_first_not_of(quoted ? kBlank : " \t"), rest.size()));
    if (rest.starts_with('"') || rest.starts_with('\'')) {
        return rest.substr(1, rest.find(rest.front(), 1) - 1);
    }
    return rest.substr(0, rest.find_first_of(" \t\r\n,}#"));
}

/// The first `format` whose value is a format of ours: other keys may have that name.
std::string said(std::string_view text) {
    constexpr std::string_view kKey = "format";
    for (auto at = text.find(kKey); at != std::string_view::npos; at = text.find(kKey, at + 1)) {
        const auto value = value_of(text, at, kKey);
        if (value.starts_with("plantool/") && !in_comment(text, at)) return std::string(value);
    }
    return {};
}

/// Keys that stand at the beginning of a line in one kind of file alone.
std::string guessed(std::string_view text) {
    struct Key {
        std::string_view line;
        std::string_view format;
    };
    constexpr std::array kKeys = {
        Key{"\nagency:", ""},  // a submission
        Key{"\nobligation:", ""},
        Key{"\nagencies:", "plantool/plan@1"},
        Key{"\nreports:", "plantool/plan@1"},
        Key{"\nevents:", "plantool/events@1"},
        Key{"\nholidays:", "plantool/holidays@1"},
    };
    const auto whole = "\n" + std::string(text);
    for (const auto& key : kKeys) {
        if (whole.find(key.line) != std::string::npos) return std::string(key.format);
    }
    return {};
}

}  // namespace

std::string format_of(const fs::path& path) {
    const auto* const format = submission_format(path.generic_string());
    if (format == nullptr || (format->name != "yaml" && format->name != "json")) return {};
    std::error_code error;
    if (fs::is_directory(path, error)) return {};
    const auto source = read_source(path.generic_string());
    auto says = said(source->text());
    return says.empty() ? guessed(source->text()) : says;
}

}  // namespace plantool
