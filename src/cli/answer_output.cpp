#include "cli/answer_output.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "cli/written.hpp"
#include "read/file/name_forms.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

std::size_t index_of(const std::vector<Format>& known, const Format* format) {
    return static_cast<std::size_t>(format - known.data());
}

/// The format whose ending the file has; null where it has none of theirs.
const Format* by_ending(const std::vector<Format>& known, const OutputOptions& own) {
    if (!own.to_file()) return nullptr;
    const auto ending = dotted_ending(*own.file);
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const Format& format) { return format.ending == ending; });
    return found == known.end() ? nullptr : &*found;
}

const Format& by_default(const std::vector<Format>& known) {
    return *std::find_if(known.begin(), known.end(), [](const Format& f) { return f.by_default; });
}

}  // namespace

void add_output_options(CLI::App& app, Language language, const std::vector<std::string>& names,
                        OutputOptions& own) {
    add_format_option(app, language, names, own.format);
    app.add_option("-o,--output", own.file, say(Word::help_for_answer_file, language))
        ->type_name(say(Word::value_file, language));
    app.add_flag("--bom", own.byte_order_mark, say(Word::help_for_bom, language));
}

std::size_t choose_format(const std::vector<Format>& known, const OutputOptions& own) {
    if (own.file && own.file->empty()) {
        throw UsageError{{Word::option_empty, "-o"}, {Word::fill_or_leave_out}};
    }
    const auto* named_so = by_ending(known, own);
    if (!own.format) {
        return index_of(known, named_so != nullptr ? named_so : &by_default(known));
    }
    const auto& format = parse_format(std::span<const Format>(known), *own.format);
    if (!format.to_stdout && !own.to_file()) {
        throw UsageError{{Word::format_needs_file, format.name}, {Word::name_file, format.ending}};
    }
    // A text that is called a workbook, or a workbook that is called a text, opens nowhere.
    if (named_so != nullptr && named_so->to_stdout != format.to_stdout) {
        throw UsageError{
            {Word::name_of_other_format, printable(*own.file), named_so->name, format.name},
            {Word::leave_format_out, format.ending}};
    }
    return index_of(known, &format);
}

TableStyle style_of(const OutputOptions& own, Language language, const Call& call) {
    const bool shown = !own.to_file();
    return {.language = language,
            .width = shown ? table_width(call.env) : 0,
            .color = shown && use_color(call.options, call.env, call.env.out_is_terminal),
            .byte_order_mark = own.byte_order_mark};
}

std::unique_ptr<AtomicFile> open_output(const OutputOptions& own) {
    const std::filesystem::path path(name_on_disk(*own.file));
    make_folder(path.parent_path());
    return std::make_unique<AtomicFile>(path);
}

void commit_output(AtomicFile& file, const Call& call) {
    file.commit();
    if (!call.options.quiet) tell_written(file.target(), call.session->language, call.env);
}

void Collected::operator()(std::string_view text) {
    constexpr std::size_t kPiece = 1U << 16;
    buffer_ += text;
    if (buffer_.size() >= kPiece) flush();
}

void Collected::flush() {
    to_(buffer_);
    buffer_.clear();
}

}  // namespace plantool
