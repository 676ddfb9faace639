#include "cli/import/plain_files.hpp"

#include <fmt/format.h>

#include "cli/papers/composing.hpp"
#include "core/plan/agency_match.hpp"
#include "diag/io_error.hpp"
#include "read/file/file.hpp"
#include "read/plan/plan_file.hpp"
#include "read/submission/formats.hpp"
#include "read/submission/submission_source.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

class PlainFile {
  public:
    PlainFile(const std::string& file, const Session& session, const IncomingSink& sink)
        : file_(file), sink_(sink) {
        for (const auto& plan : session.plans) {
            for (auto& [name, id] : indicator_names(plan->plan)) indicators_.emplace(name, id);
        }
    }

    void run() {
        const auto facts = facts_of(file_);
        const auto source = from_files({{file_, facts.value_or(FileFacts{}), false}});
        // A file stands or falls as a whole only where it is one of few submissions.
        std::vector<Incoming> held;
        bool readable = true;
        while (auto piece = source()) {
            piece->indicators = &indicators_;
            const bool whole = piece->format->all_or_nothing;
            const auto pass = [&](Incoming incoming) {
                if (whole) {
                    held.push_back(std::move(incoming));
                } else {
                    sink_(std::move(incoming));
                }
            };
            readable = read_piece(*piece, [&](Reading& reading) { pass(incoming_of(reading)); }) &&
                       readable;
            if (!readable && piece->last) refuse(*piece);
        }
        if (!readable) return;
        for (auto& incoming : held) {
            if (held.size() == 1) incoming.part.clear();
            sink_(std::move(incoming));
        }
    }

  private:
    void refuse(const Piece& piece) {
        const auto refused = refused_file(piece);
        sink_(settled(Outcome::unreadable, file_, {}, reasons_in(refused.diagnostics)));
    }

    Incoming incoming_of(Reading& reading) {
        auto reasons = reasons_in(reading.diagnostics);
        const auto part = fmt::format("{}", reading.line);
        if (reading.submission == nullptr) {
            return settled(Outcome::unreadable, file_, part, std::move(reasons));
        }
        Incoming out;
        out.source = file_;
        out.part = part;
        out.stem = fs::path(file_).stem().generic_string();
        out.submission = compose(*reading.submission);
        out.doubts = std::move(reasons);
        add_papers(*reading.submission, out);
        return out;
    }

    /// Those that are there; of the others the faults speak.
    void add_papers(const RawSubmission& raw, Incoming& out) const {
        for (const auto& paper : raw.attachments) {
            const auto path = fs::path(file_).parent_path() / paper.file.value;
            try {
                out.papers.push_back(read_paper_copy(path));
            } catch (const IoError&) {
                continue;
            }
        }
    }

    const std::string& file_;
    const IncomingSink& sink_;
    IndicatorNames indicators_;
};

}  // namespace

std::vector<Reason> reasons_in(const Diagnostics& found) {
    std::vector<Reason> out;
    for (const auto& finding : found.all()) {
        if (finding.severity != Severity::error) continue;
        out.push_back({finding.path.empty() ? "" : finding.path.substr(1), finding.message});
    }
    return out;
}

void read_plain_file(const std::string& file, const Session& session, const IncomingSink& sink) {
    const auto format = format_of(file);
    for (const auto* own : {"plantool/plan@", "plantool/events@", "plantool/holidays@"}) {
        if (format.starts_with(own)) return sink(settled(Outcome::not_a_report, file));
    }
    PlainFile(file, session, sink).run();
}

}  // namespace plantool
