// Where the answer of `status`, `due`, `rates` and their like goes, and in which format:
// `--format`, `-o` and `--bom`, the same for each of them.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/format_option.hpp"
#include "write/output_formats.hpp"

namespace CLI {
class App;
}

namespace plantool {

struct OutputOptions {
    std::optional<std::string> format;  ///< none: by the name of the file, else the default
    std::optional<std::string> file;    ///< `-` is standard output
    bool byte_order_mark = false;

    bool to_file() const { return file && *file != "-"; }
};

/// Adds `-o` and `--bom`, and `--format` with these names.
void add_output_options(CLI::App& app, Language language, const std::vector<std::string>& names,
                        OutputOptions& own);

/// Which of the formats is asked for, as an index.
/// Throws UsageError for a format that is not there, for a workbook without a file, and for a file
/// whose name is that of a workbook or of none where the other is asked for.
std::size_t choose_format(const std::vector<Format>& known, const OutputOptions& own);

/// The format that is asked for. Throws UsageError as `choose_format`.
template <class Answer>
const AnswerFormat<Answer>& chosen_format(std::span<const AnswerFormat<Answer>> table,
                                          const OutputOptions& own) {
    return table[choose_format({table.begin(), table.end()}, own)];
}

/// How the answer is laid out for where it goes: for a file, as wide as it is and without colours.
TableStyle style_of(const OutputOptions& own, Language language, const Call& call);

/// The file, for which the folder is made. Throws IoError.
std::unique_ptr<AtomicFile> open_output(const OutputOptions& own);
/// Puts it in its place and says so.
void commit_output(AtomicFile& file, const Call& call);

/// Collects text into larger writes: a row by itself would be a system call.
class Collected {
  public:
    explicit Collected(TextSink to) : to_(std::move(to)) {}

    void operator()(std::string_view text);
    void flush();

  private:
    TextSink to_;
    std::string buffer_;
};

/// Writes the answer to where it is asked for: a file is written whole or not at all.
template <class Answer>
void write_answer(const AnswerFormat<Answer>& format, const Answer& answer, const TableStyle& style,
                  const OutputOptions& own, const Call& call) {
    const auto write = [&](const TextSink& to) {
        Collected collected(to);
        format.write(answer, style, [&](std::string_view text) { collected(text); });
        collected.flush();
    };
    if (!own.to_file()) return write([&](std::string_view text) { call.env.out(text); });
    const auto file = open_output(own);
    if (format.file != nullptr) {
        format.file(answer, style, *file);
    } else {
        write([&](std::string_view text) { file->write(text); });
    }
    commit_output(*file, call);
}

}  // namespace plantool
