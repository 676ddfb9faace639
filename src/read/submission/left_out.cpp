#include "read/submission/left_out.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "read/submission/formats.hpp"

namespace plantool {

std::string ending_of(std::string_view name) {
    constexpr std::size_t kLongest = 10;
    const auto file = name.substr(name.rfind('/') + 1);
    const auto dot = file.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return {};
    std::string ending(file.substr(dot + 1));
    for (char& c : ending) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    const bool usual =
        ending.size() <= kLongest && std::all_of(ending.begin(), ending.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        });
    return usual ? ending : std::string();
}

void LeftOut::account_for(const std::string& name) {
    if (files_.left_out.empty() || submission_format(name) != nullptr) return;
    if (!names_.insert(name).second) return;
    if (const auto facts = facts_of(name)) accounted_for_.insert(facts->identity);
}

Endings LeftOut::by_ending() const {
    Endings endings;
    for (const auto& file : files_.left_out) {
        if (!accounted_for_.contains(file.identity)) ++endings[ending_of(file.name)];
    }
    return endings;
}

void LeftOut::report(Diagnostics& findings) const {
    std::map<std::size_t, Endings> by_folder;
    for (const auto& file : files_.left_out) {
        if (!accounted_for_.contains(file.identity)) ++by_folder[file.folder][ending_of(file.name)];
    }
    for (const auto& [folder, endings] : by_folder) {
        const int files =
            std::accumulate(endings.begin(), endings.end(), 0,
                            [](int sum, const auto& one) { return sum + one.second; });
        Diagnostic diagnostic;
        diagnostic.file = files_.folders[folder];
        diagnostic.code = Code::s_left_out;
        diagnostic.severity = info(diagnostic.code).severity;
        diagnostic.message = Message(Word::files_left_out_below, files, counted(endings));
        diagnostic.help = Message(Word::keep_papers_apart, known_endings());
        findings.add(std::move(diagnostic));
    }
}

std::vector<Message> counted(const Endings& endings) {
    std::vector<Message> out;
    for (const auto& [ending, files] : endings) {
        if (!ending.empty())
            out.push_back(Message::verbatim(fmt::format("{} `.{}`", files, ending)));
    }
    const auto none = endings.find("");
    if (none != endings.end()) out.push_back(Message(Word::files_without_ending, none->second));
    return out;
}

}  // namespace plantool
