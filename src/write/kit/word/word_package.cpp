// The zip that a Word file is.

#include <minizip/zip.h>

#include <cerrno>
#include <memory>
#include <utility>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"
#include "write/kit/word/word_parts.hpp"

namespace plantool::word {
namespace {

/// 1 January 1980, the first day that a zip can name.
constexpr uLong kFirstDay = (1UL << 21U) | (1UL << 16U);

class Zip {
  public:
    explicit Zip(const AtomicFile& file)
        : file_(file), zip_(zipOpen64(file.path().generic_string().c_str(), APPEND_STATUS_CREATE)) {
        if (zip_ == nullptr) fail();
    }
    ~Zip() {
        if (zip_ != nullptr) zipClose(zip_, nullptr);
    }
    Zip(const Zip&) = delete;
    Zip& operator=(const Zip&) = delete;

    void add(const Part& part) {
        zip_fileinfo info{};
        info.dosDate = kFirstDay;
        check(zipOpenNewFileInZip(zip_, part.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                                  Z_DEFLATED, Z_DEFAULT_COMPRESSION));
        check(
            zipWriteInFileInZip(zip_, part.bytes.data(), static_cast<unsigned>(part.bytes.size())));
        check(zipCloseFileInZip(zip_));
    }

    void close() {
        const auto zip = std::exchange(zip_, nullptr);
        check(zipClose(zip, nullptr));
    }

  private:
    void check(int error) const {
        if (error != ZIP_OK) fail();
    }
    [[noreturn]] void fail() const {
        const int error = errno != 0 ? errno : EIO;
        throw IoError(
            {Word::cannot_write, printable(file_.target().generic_string()), reason(error)});
    }

    const AtomicFile& file_;
    zipFile zip_;
};

}  // namespace

void write_package(const std::vector<Part>& parts, const AtomicFile& file) {
    errno = 0;
    Zip zip(file);
    for (const auto& part : parts) zip.add(part);
    zip.close();
}

}  // namespace plantool::word
