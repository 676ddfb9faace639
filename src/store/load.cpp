#include "store/load.hpp"

#include <cstddef>
#include <map>
#include <utility>

#include "core/status/assessment.hpp"
#include "store/connection.hpp"
#include "store/load_statements.hpp"
#include "store/recorded_rows.hpp"
#include "store/schema.hpp"
#include "store/stored_papers.hpp"
#include "store/stored_text.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

std::string hex_of(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 15U];
    }
    return out;
}

/// How bad a repetition is, as the plan says; empty where it does not want to hear of it.
std::string severity_of_repetitions(const Plan& plan) {
    const auto graded = plan.severities.find(Code::s_repeated_submission);
    if (graded == plan.severities.end()) {
        return std::string(severity_name(info(Code::s_repeated_submission).severity));
    }
    return graded->second ? std::string(severity_name(*graded->second)) : std::string();
}

class Load {
  public:
    explicit Load(LoadWishes wishes)
        : wishes_(std::move(wishes)), store_(std::make_shared<Connection>(wishes_.into.url)) {
        begin();
    }

    SubmissionSource stored() {
        return wishes_.recheck ? stored_papers(store_, ids()) : SubmissionSource();
    }

    void take(const Piece& piece, const std::vector<EntryRecord>& records) {
        constexpr std::size_t kMost = std::size_t{1} << 23U;
        if (piece.stored == 0) count(piece, records);
        if (records.empty()) return;
        const auto number = piece.stored != 0 ? piece.stored : next_text_++;
        if (piece.stored == 0) add_text(texts_, number, piece);
        for (const auto& record : records) {
            const auto* laid = record.elsewhere ? nullptr : wishes_.plans[record.plan].laid;
            add_submission(rows_, number, piece.file, record, laid);
        }
        if (rows_.bytes().size() + texts_.bytes().size() > kMost) flush();
    }

    void note_file(const std::string& name, const std::string& sha256) {
        digests_[printable(name)] = sha256;
    }

    LoadOutcome finish() {
        flush();
        store_->run("ANALYZE incoming");
        store_->run(kNumberCopies, {first_new()});
        auto outcome = counts_;
        set_known_apart(outcome);
        if (!wishes_.recheck) refuse_repeated();
        count_new(outcome);
        keep_plans();
        store_->run(kKeepTexts);
        if (wishes_.recheck) {
            outcome.rechecked =
                store_->run(kForgetRechecked, {array_of(with_nobodys())}).affected();
        }
        store_->run(kKeepRows);
        keep_files();
        store_->run(kKeepLoad, {std::to_string(outcome.added), std::to_string(outcome.known),
                                std::to_string(outcome.refused)});
        store_->run("COMMIT");
        return outcome;
    }

  private:
    void begin() {
        store_->run("BEGIN ISOLATION LEVEL READ COMMITTED");
        const auto& schema = wishes_.into.schema;
        if (!store_->run(kTryLock, {schema}).flag(0, 0)) {
            if (wishes_.waits) wishes_.waits();
            store_->run(kLock, {schema});
        }
        make_schema(*store_, schema);
        store_->run(kMakeIncoming);
        store_->run(kMakeIncomingText);
        next_text_ = 1 + store_->run("SELECT coalesce(max(number), 0) FROM text").number(0, 0);
        first_new_ = next_text_;
    }

    /// The pieces of a file come one after the other.
    void count(const Piece& piece, const std::vector<EntryRecord>& records) {
        if (std::exchange(last_file_, piece.file) != piece.file) ++counts_.files;
        for (const auto& record : records) {
            if (record.readable) ++counts_.submissions;
            if (record.elsewhere) ++counts_.elsewhere;
        }
    }

    void flush() {
        if (!texts_.empty()) store_->copy(kCopyTexts, texts_.bytes());
        if (!rows_.empty()) store_->copy(kCopyRows, rows_.bytes());
        texts_.clear();
        rows_.clear();
    }

    std::string first_new() const { return std::to_string(first_new_); }

    std::vector<std::string> ids() const {
        std::vector<std::string> ids;
        for (const auto& plan : wishes_.plans) ids.push_back(plan.laid->plan.head.id.value);
        return ids;
    }
    /// And those that name a plan that nobody knew.
    std::vector<std::string> with_nobodys() const {
        auto all = ids();
        all.emplace_back();
        return all;
    }

    static void list(const Rows& rows, LoadOutcome& outcome) {
        for (int i = 0; i < rows.count(); ++i) {
            outcome.first_refused.push_back(
                {rows.text(i, 0), static_cast<int>(rows.number(i, 1)), rows.text(i, 2)});
        }
    }

    std::string still_listed(const LoadOutcome& outcome) const {
        return std::to_string(Assessment::kMostRefused - outcome.first_refused.size());
    }

    void set_known_apart(LoadOutcome& outcome) {
        const bool anew = wishes_.recheck;
        const Parameters from = anew ? Parameters{first_new()} : Parameters{};
        const auto counts = store_->run(anew ? kCountKnownAnew : kCountKnown, from);
        outcome.known = counts.number(0, 0);
        outcome.refused = counts.number(0, 1);
        Parameters listed = {still_listed(outcome)};
        if (anew) listed.emplace_back(first_new());
        list(store_->run(anew ? kListKnownRefusedAnew : kListKnownRefused, listed), outcome);
        store_->run(anew ? kForgetKnownAnew : kForgetKnown, from);
    }

    void refuse_repeated() {
        std::vector<std::string> plans;
        std::vector<std::string> severities;
        for (const auto& plan : wishes_.plans) {
            auto severity = severity_of_repetitions(plan.laid->plan);
            if (severity.empty()) continue;
            plans.push_back(plan.laid->plan.head.id.value);
            severities.push_back(std::move(severity));
        }
        store_->run(kFindRepeated, {array_of(plans), array_of(severities)});
    }

    void count_new(LoadOutcome& outcome) {
        const auto counts = store_->run(kCountNew, {first_new()});
        outcome.added = counts.number(0, 0);
        outcome.refused += counts.number(0, 1);
        list(store_->run(kListNewRefused, {still_listed(outcome), first_new()}), outcome);
    }

    void keep_plans() {
        for (const auto& one : wishes_.plans) {
            const auto& plan = one.laid->plan;
            const auto& id = plan.head.id.value;
            const auto& source = *plan.sources.front();
            // Where no submission of the plan is there yet, all will have been checked by it.
            const auto any =
                store_->run("SELECT EXISTS (SELECT FROM submission WHERE plan = $1)", {id});
            const bool checked = wishes_.recheck || !any.flag(0, 0);
            store_->run(kKeepPlan, {id, printable(source.name()), one.digest, hex_of(source.text()),
                                    checked ? "true" : "false"});
            store_->run("SELECT add_plan($1)", {id});
        }
        for (const auto& events : wishes_.events) {
            store_->run(kKeepEvents, {printable(events.source->name()), events.sha256,
                                      hex_of(events.source->text())});
        }
    }

    void keep_files() {
        std::vector<std::string> names;
        std::vector<std::string> digests;
        for (const auto& [name, digest] : digests_) {
            names.push_back(name);
            digests.push_back(digest);
        }
        store_->run(kKeepFiles, {array_of(names), array_of(digests)});
    }

    LoadWishes wishes_;
    std::shared_ptr<Connection> store_;
    LoadOutcome counts_;  ///< as far as they are known
    std::string last_file_;
    CopiedRows texts_;
    CopiedRows rows_;
    std::int64_t next_text_ = 1;
    std::int64_t first_new_ = 1;
    std::map<std::string, std::string> digests_;  ///< of the files; none of standard input
};

}  // namespace

Loading load_into_store(const LoadWishes& wishes) {
    const auto load = std::make_shared<Load>(wishes);
    Loading loading;
    loading.stored = load->stored();
    loading.prepare = note_attachments;
    loading.take = [load](const Piece& piece, const std::vector<EntryRecord>& records) {
        load->take(piece, records);
    };
    loading.file_read = [load](const std::string& file, const std::string& sha256) {
        load->note_file(file, sha256);
    };
    loading.finish = [load] { return load->finish(); };
    return loading;
}

}  // namespace plantool
