#include "intake/finding_limit.hpp"

#include <utility>

namespace plantool {

void FindingLimit::pass(const std::string& file, Diagnostics&& findings, Diagnostics& into) {
    if (file != file_) close_file();
    file_ = file;
    for (auto& diagnostic : findings.all()) {
        auto& count = of_file_[diagnostic.code];
        if (count.told < kMost) {
            if (++count.told == kMost) count.last = diagnostic;
            into.add(std::move(diagnostic));
        } else {
            ++count.counted;
            into.count_only(diagnostic.severity, 1);
        }
    }
    findings.clear();
}

void FindingLimit::close_file() {
    for (auto& [code, count] : std::exchange(of_file_, {})) {
        if (count.counted == 0) continue;
        auto total = std::move(count.last);
        total.severity = Severity::info;
        total.notes.clear();
        total.message = {Word::more_findings, count.counted, info(code).id,
                         count.told + count.counted};
        total.help = {Word::findings_are_counted};
        totals_.add(std::move(total));
    }
}

void FindingLimit::finish(Diagnostics& into) {
    close_file();
    into.append(std::move(totals_));
}

bool says_how_many_more(const Diagnostic& diagnostic) {
    return !diagnostic.message.empty() && diagnostic.message.word() == Word::more_findings;
}

Diagnostics limited(Diagnostics found) {
    found.sort();
    Diagnostics told;
    FindingLimit limit;
    for (auto& diagnostic : found.all()) {
        const auto file = diagnostic.file;
        Diagnostics one;
        one.add(std::move(diagnostic));
        limit.pass(file, std::move(one), told);
    }
    limit.finish(told);
    return told;
}

}  // namespace plantool
