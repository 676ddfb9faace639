#include "cli/import/readers.hpp"

#include <filesystem>

#include "cli/import/plain_files.hpp"
#include "cli/import/workbooks.hpp"
#include "cli/written.hpp"
#include "diag/io_error.hpp"
#include "read/file/file.hpp"
#include "read/submission/formats.hpp"

namespace plantool {

void read_incoming(const InboxFile& file, const Session& session, const IncomingSink& sink) {
    bool handed_on = false;  // what cannot be written then is no fault of the paper
    const IncomingSink pass = [&](Incoming incoming) {
        handed_on = true;
        sink(std::move(incoming));
        handed_on = false;
    };
    try {
        if (submission_format(file.name) != nullptr) {
            return read_plain_file(file.name, session, pass);
        }
        if (dotted_ending(file.name) == ".xlsx" || dotted_ending(file.name) == ".xlsm") {
            const PaperFile paper{
                file.name, {}, std::filesystem::path(file.name).filename().string(), {}, {}};
            return read_workbook_paper(paper, read_bytes(file.name, kLargestPaper), session, pass);
        }
        pass(settled(Outcome::unreadable, file.name, {},
                     {{"", {Word::kind_not_read, ".docx, .xlsx, .pdf"}}}));
    } catch (const IoError& fault) {
        if (handed_on) throw;
        sink(settled(Outcome::unreadable, file.name, {}, {{"", fault.message()}}));
    }
}

}  // namespace plantool
