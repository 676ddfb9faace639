#include "read/paper/pdf.hpp"

#include <system_error>

#include "diag/io_error.hpp"
#include "os/process.hpp"

namespace plantool {
namespace {

constexpr int kPermission = 3;  // pdftotext's own: the document asks for a password, or forbids
constexpr std::chrono::seconds kPatience{60};

os::ProgramAnswer ask_for_text(std::string_view bytes, const std::string& program) {
    try {
        return os::run_program(program, {"-q", "-layout", "-nopgbrk", "-enc", "UTF-8", "-", "-"},
                               bytes, {.patience = kPatience, .output = kLargestUnpacked});
    } catch (const std::system_error& error) {
        throw IoError({Word::cannot_write, "<paper.pdf>", reason(error.code())});
    }
}

}  // namespace

OrUnreadable<PaperText> read_pdf(std::string_view bytes, const std::string& program) {
    if (bytes.size() > kLargestPaper) return UnreadablePaper{Unreadable::too_large, "64 MiB"};
    const auto answer = ask_for_text(bytes, program);
    if (answer.cut) return UnreadablePaper{Unreadable::too_large, "256 MiB"};
    if (answer.status == os::ProgramAnswer::kNotFound) {
        return UnreadablePaper{Unreadable::no_program, "pdftotext"};
    }
    const bool encrypted = bytes.find("/Encrypt") != std::string_view::npos;
    if (answer.status == kPermission || (answer.status == 1 && encrypted)) {
        return UnreadablePaper{Unreadable::encrypted, {}};
    }
    if (answer.status != 0) return UnreadablePaper{Unreadable::broken, {}};
    auto text = read_plain_text(answer.output);
    if (text.blocks.empty()) return UnreadablePaper{Unreadable::no_text, {}};
    return text;
}

}  // namespace plantool
