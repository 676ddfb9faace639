#include "cli/papers/shelf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <system_error>

#include "cli/written.hpp"
#include "read/file/file.hpp"
#include "read/file/sha256.hpp"
#include "read/submission/formats.hpp"
#include "text/utf8.hpp"
#include "write/kit/atomic_file.hpp"
#include "write/submission/submission_yaml.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPapers = "giay-to";
constexpr std::string_view kContinuous = "thuong-xuyen";

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

/// A folder, or what may become one.
bool may_be_folder(const std::string& path) {
    std::error_code error;
    if (is_there(path)) return fs::is_directory(path, error);
    return path != "-" && submission_format(path) == nullptr;
}

/// `a.docx`, `a-2.docx`, …
fs::path numbered(const fs::path& folder, const std::string& stem, std::string_view ending,
                  int number) {
    return folder / (number == 1 ? fmt::format("{}{}", stem, ending)
                                 : fmt::format("{}-{}{}", stem, number, ending));
}

/// The papers that were put down so far, which go away again unless they are to stay.
class PutDown {
  public:
    PutDown() = default;
    PutDown(const PutDown&) = delete;
    PutDown& operator=(const PutDown&) = delete;
    ~PutDown() {
        std::error_code ignored;
        for (const auto& file : files_) fs::remove(file, ignored);
    }

    /// Its name in the folder.
    std::string put(const fs::path& folder, const PaperCopy& paper) {
        const fs::path name(as_file_name(paper.name));
        for (int number = 1;; ++number) {
            const auto path = numbered(folder, name.stem().generic_string(),
                                       name.extension().generic_string(), number);
            if (is_there(path)) {
                if (is_same(path, paper)) return path.filename().generic_string();
                continue;
            }
            AtomicFile file(path);
            file.write(paper.bytes);
            if (!file.commit_if_free()) continue;
            files_.push_back(path);
            return path.filename().generic_string();
        }
    }
    void keep() { files_.clear(); }

  private:
    static bool is_same(const fs::path& path, const PaperCopy& paper) {
        const auto facts = facts_of(path.generic_string());
        std::error_code error;
        return facts && facts->size == paper.bytes.size() && fs::is_regular_file(path, error) &&
               sha256_of_file(path.generic_string()) == paper.sha256;
    }

    std::vector<fs::path> files_;
};

}  // namespace

void refuse_store(const GlobalOptions& options) {
    for (const auto& path : options.submissions) {
        const auto scheme = path.substr(0, path.find("://"));
        if (scheme != "postgresql" && scheme != "postgres") continue;
        throw UsageError{{Word::store_takes_no_files}, {Word::load_into_store}};
    }
}

Shelf shelf_of(const SessionPlan& plan, const GlobalOptions& options) {
    refuse_store(options);
    if (options.submissions.empty()) {
        const auto named = plan.beside(plan.plan.head.submissions);
        if (named.empty()) return {plan.beside("submissions"), true};
        if (may_be_folder(named.generic_string())) return {named};
        throw UsageError{{Word::submissions_are_no_folder, printable(named.generic_string())},
                         {Word::name_submissions_folder}};
    }
    for (const auto& path : options.submissions) {
        if (may_be_folder(path)) return {fs::path(path).lexically_normal()};
    }
    throw UsageError{{Word::submissions_are_no_folder, printable(options.submissions.front())},
                     {Word::name_submissions_folder}};
}

PaperCopy paper_copy(std::string name, std::string bytes) {
    Sha256 sum;
    sum.add(bytes);
    return {std::move(name), std::move(bytes), sum.hex()};
}

PaperCopy read_paper_copy(const fs::path& file) {
    return paper_copy(file.filename().generic_string(), read_bytes(file.generic_string()));
}

Shelved place_on(const Shelf& shelf, const LaidPlan& laid, const CitedPaper& paper) {
    const auto& agency = laid.plan.agencies[*paper.agency].id.value;
    if (paper.slot) {
        const auto& period = laid.schedule.slots[*paper.slot].period.id;
        return {shelf.folder / as_file_name(period), as_file_name(agency)};
    }
    const auto day = format_date(paper.received->day);
    return {shelf.folder / kContinuous, as_file_name(fmt::format("{}-{}", day, agency))};
}

fs::path numbered(const Shelved& place, int number) {
    return numbered(place.folder, place.stem, place.ending, number);
}

fs::path free_name(const Shelved& place) {
    for (int number = 1;; ++number) {
        auto path = numbered(place, number);
        if (!is_there(path)) return path;
    }
}

fs::path put(const Shelved& place, ComposedSubmission submission,
             const std::vector<PaperCopy>& papers) {
    make_folder(place.folder);
    PutDown put_down;
    if (!papers.empty()) {
        const auto folder = place.folder / kPapers;
        make_folder(folder);
        for (const auto& paper : papers) {
            const auto name = put_down.put(folder, paper);
            submission.attachments.push_back({fmt::format("{}/{}", kPapers, name), paper.sha256});
        }
    }
    const auto text = place.head + submission_yaml(submission);
    while (true) {
        const auto path = free_name(place);
        AtomicFile file(path);
        file.write(text);
        if (!file.commit_if_free()) continue;  // somebody else was faster
        put_down.keep();
        return path;
    }
}

std::string as_file_name(std::string_view text) {
    constexpr std::size_t kLongest = 180;  // bytes: systems take 255, and numbers are added
    const auto composed = to_nfc(with_valid_utf8(text));
    std::string name;
    for (std::size_t at = 0; at < composed.size();) {
        const auto c = next_code_point(composed, at);
        const bool special =
            c < U' ' || c == 0x7F ||
            (c < 0x80 &&
             std::string_view("/\\:*?\"<>|").find(static_cast<char>(c)) != std::string_view::npos);
        if (is_invisible(c)) continue;
        append_code_point(name, special ? U'_' : is_space(c) ? U' ' : c);
    }
    const auto first = name.find_first_not_of(". ");
    name.erase(0, std::min(first, name.size()));
    const auto last = name.find_last_not_of(". ");
    name.erase(last == std::string::npos ? 0 : last + 1);
    if (name.size() > kLongest) {
        auto ending = std::filesystem::path(name).extension().generic_string();
        if (ending.size() > 10) ending.clear();
        auto size = kLongest - ending.size();
        while ((static_cast<unsigned char>(name[size]) & 0xC0U) == 0x80U) --size;
        name = name.substr(0, size) + ending;
    }
    return name.empty() ? std::string(kPapers) : name;
}

}  // namespace plantool
