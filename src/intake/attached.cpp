#include "intake/attached.hpp"

#include <algorithm>

#include "read/submission/formats.hpp"

namespace plantool {

bool Attached::possible() const {
    return files_.size() > 1 && std::any_of(files_.begin(), files_.end(),
                                            [](const SubmissionFile& file) { return file.found; });
}

bool Attached::reads(const std::string& file) {
    // Standard input comes last, and has no place among the files.
    while (now_ < files_.size() && files_[now_].name != file) ++now_;
    return !named_.contains(now_);
}

void Attached::name(const std::string& file) {
    if (submission_format(file) == nullptr || !known_.insert(file).second) return;
    const auto facts = facts_of(file);
    if (!facts) return;
    const auto place = find(facts->identity);
    if (!place || *place == now_) return;
    if (*place > now_) {
        named_.insert(*place);
    } else if (!named_.contains(*place)) {
        too_late_.insert(files_[*place].name);
    }
}

std::optional<std::size_t> Attached::find(const FileIdentity& identity) {
    if (places_.empty()) {
        for (std::size_t i = 0; i < files_.size(); ++i) {
            if (files_[i].found) places_.emplace(files_[i].facts.identity, i);
        }
    }
    const auto place = places_.find(identity);
    return place == places_.end() ? std::nullopt : std::optional(place->second);
}

}  // namespace plantool
