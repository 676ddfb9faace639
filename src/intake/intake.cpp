#include "intake/intake.hpp"

#include <condition_variable>
#include <exception>
#include <limits>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "intake/batch.hpp"

namespace plantool {
namespace {

/// Pieces go out in order and batches come back in any; they are folded in order.
class Pipeline {
  public:
    Pipeline(std::span<const PlanIntake> plans, const SubmissionSource& source,
             const IntakeOptions& options)
        : plans_(plans),
          options_(options),
          source_(source),
          folder_(plans, options),
          most_waiting_(static_cast<std::size_t>(options.threads) * 2) {}

    IntakeCounts run() {
        // Little work is done before a thread has been made for it.
        constexpr std::size_t kLittle = std::size_t{1} << 15U;
        work(kLittle);
        const int more = ended_ || fault_ ? 0 : options_.threads - 1;
        std::vector<std::thread> helpers;
        try {
            for (int i = 0; i < more; ++i) {
                helpers.emplace_back([this] { work(kAll); });
            }
        } catch (const std::system_error&) {
            // A machine short of memory or threads: those that there are do the work.
        }
        work(kAll);
        for (auto& helper : helpers) helper.join();
        if (fault_) std::rethrow_exception(fault_);
        folder_.finish();
        return folder_.counts();
    }

  private:
    static constexpr auto kAll = std::numeric_limits<std::size_t>::max();

    /// Until there is no more, or so many bytes are done. Never throws: a thread could not.
    void work(std::size_t most) noexcept {
        try {
            work_through(most);
        } catch (...) {
            stop(0, std::current_exception());
        }
    }

    void work_through(std::size_t most) {
        BatchMaker maker(plans_, options_);
        std::size_t done = 0;
        while (done < most) {
            auto piece = next_piece();
            if (!piece) return;
            const auto number = piece->first;
            constexpr std::size_t kUsualFile = std::size_t{1} << 12U;  // not read yet
            done += piece->second.source ? piece->second.source->text().size() : kUsualFile;
            try {
                hand_in(number, maker.make(std::move(piece->second)));
            } catch (...) {
                stop(number, std::current_exception());
            }
        }
    }

    std::optional<std::pair<std::size_t, Piece>> next_piece() {
        std::unique_lock lock(mutex_);
        // Whoever is ahead waits, so that what is held stays small. The one whose turn it is to be
        // folded never does.
        folded_.wait(lock, [&] { return done_.size() < most_waiting_ || fault_; });
        if (fault_ || ended_) return std::nullopt;
        const auto number = cut_;
        try {
            auto piece = source_();
            if (piece) {
                ++cut_;
                return std::pair(number, std::move(*piece));
            }
        } catch (...) {
            lock.unlock();
            stop(number, std::current_exception());
            return std::nullopt;
        }
        ended_ = true;
        return std::nullopt;
    }

    void hand_in(std::size_t number, Batch batch) {
        std::unique_lock lock(mutex_);
        done_.emplace(number, std::move(batch));
        if (folding_) return;
        folding_ = true;
        while (!done_.empty() && done_.begin()->first == next_ && !fault_before(next_)) {
            auto ready = std::move(done_.begin()->second);
            done_.erase(done_.begin());
            lock.unlock();
            folder_.fold(std::move(ready));
            lock.lock();
            ++next_;
            folded_.notify_all();
        }
        folding_ = false;
    }

    bool fault_before(std::size_t number) const { return fault_ && fault_number_ <= number; }

    /// The fault of the earliest piece is the one that is told, whichever thread was faster.
    void stop(std::size_t number, std::exception_ptr fault) {
        const std::lock_guard lock(mutex_);
        if (!fault_ || number < fault_number_) {
            fault_ = std::move(fault);
            fault_number_ = number;
        }
        folded_.notify_all();
    }

    std::span<const PlanIntake> plans_;
    const IntakeOptions& options_;
    const SubmissionSource& source_;
    BatchFolder folder_;
    const std::size_t most_waiting_;
    std::mutex mutex_;
    std::condition_variable folded_;
    std::map<std::size_t, Batch> done_;  ///< whose turn has not come
    std::size_t cut_ = 0;                ///< pieces so far
    std::size_t next_ = 0;               ///< whose turn it is
    bool folding_ = false;
    bool ended_ = false;
    std::exception_ptr fault_;
    std::size_t fault_number_ = 0;
};

}  // namespace

IntakeCounts take_in(std::span<const PlanIntake> plans, const SubmissionSource& source,
                     const IntakeOptions& options) {
    return Pipeline(plans, source, options).run();
}

}  // namespace plantool
