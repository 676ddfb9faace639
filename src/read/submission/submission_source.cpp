#include "read/submission/submission_source.hpp"

#include <utility>

#include "read/file/file.hpp"
#include "read/file/stream.hpp"
#include "read/submission/csv/csv_header.hpp"
#include "read/submission/formats.hpp"

namespace plantool {
namespace {

/// Cuts one stream into pieces.
class Cutter {
  public:
    /// `shape`: what the pieces have in common.
    Cutter(std::unique_ptr<Stream> stream, Piece shape)
        : stream_(std::move(stream)), shape_(std::move(shape)) {
        shape_.last = false;
        if (shape_.format->of_lines) stream_->limit(kLargestRecord);
    }

    bool ended() const { return stream_ == nullptr; }

    Piece cut() {
        if (shape_.format->has_header && !shape_.header) take_header();
        std::size_t size = 0;
        while (size == 0 && !stream_->ended()) {
            stream_->fill();
            if (!stream_->ended()) {
                size = shape_.format->boundary(shape_.header.get(), stream_->text());
            }
        }
        auto piece = shape_;
        shape_.first = false;
        if (stream_->ended()) {
            size = stream_->text().size();
            piece.last = true;
        }
        piece.source = stream_->take(size);
        if (!piece.last) return piece;
        if (piece.hashed) piece.sha256 = stream_->sha256();
        stream_.reset();
        return piece;
    }

  private:
    void take_header() {
        const auto end = [&] { return csv_head(stream_->text(), stream_->ended()).end; };
        auto size = end();
        while (size == 0 && !stream_->ended()) {
            stream_->fill();
            size = end();
        }
        shape_.header = stream_->take(size);
    }

    std::unique_ptr<Stream> stream_;
    Piece shape_;
};

/// The files one after the other; small ones are not even opened, whoever reads them does that.
class Files {
  public:
    Files(std::vector<SubmissionFile> files, bool hashed)
        : files_(std::move(files)), hashed_(hashed) {}

    std::optional<Piece> next() {
        if (cutter_ && !cutter_->ended()) return cutter_->cut();
        if (next_ == files_.size()) return std::nullopt;
        const auto& file = files_[next_++];
        Piece shape;
        shape.file = file.name;
        shape.below = file.below;
        shape.format = submission_format(file.name);
        shape.hashed = hashed_;
        if (file.facts.size < shape.format->cut_from) return shape;
        cutter_.emplace(std::make_unique<Stream>(file.name, hashed_), shape);
        return cutter_->cut();
    }

  private:
    std::vector<SubmissionFile> files_;
    bool hashed_;
    std::size_t next_ = 0;
    std::optional<Cutter> cutter_;
};

}  // namespace

SubmissionSource from_files(std::vector<SubmissionFile> files, bool hashed) {
    return [all = std::make_shared<Files>(std::move(files), hashed)] { return all->next(); };
}

SubmissionSource from_pipe(int descriptor, std::string name) {
    Piece shape;
    shape.file = name;
    shape.format = &piped_format();
    auto stream = std::make_unique<Stream>(descriptor, std::move(name));
    return [cutter = std::make_shared<Cutter>(std::move(stream), std::move(shape))] {
        return cutter->ended() ? std::nullopt : std::optional(cutter->cut());
    };
}

SubmissionSource from_text(std::shared_ptr<const Source> yaml) {
    return [yaml = std::move(yaml)]() mutable -> std::optional<Piece> {
        if (!yaml) return std::nullopt;
        Piece piece;
        piece.file = yaml->name();
        piece.format = submission_format("a.yaml");
        piece.source = std::move(yaml);
        yaml = nullptr;
        return piece;
    };
}

SubmissionSource in_turn(SubmissionSource first, SubmissionSource second) {
    return [first = std::move(first), second = std::move(second), ended = false]() mutable {
        if (!ended) {
            if (auto piece = first()) return piece;
            ended = true;
        }
        return second();
    };
}

SubmissionSource source_of(const SubmissionFiles& files, bool hashed) {
    auto source = from_files(files.files, hashed);
    if (files.standard_input) source = in_turn(std::move(source), from_pipe(0, "<stdin>"));
    if (!files.proposed) return source;
    return in_turn(std::move(source), from_text(files.proposed));
}

}  // namespace plantool
