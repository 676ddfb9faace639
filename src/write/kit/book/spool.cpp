#include "write/kit/book/spool.hpp"

#include <xlsxwriter/utility.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <string_view>

namespace plantool::xlsx {
namespace {

thread_local int faults = 0;

struct Spool {
    std::string bytes;
    std::size_t at = 0;
    bool complete = false;  ///< the library has begun to read it
};

/// The library knows one header for all pages of a sheet. The number that stands in it is not for
/// the first page; the footer is for that one too.
void leave_number_off_first_page(std::string& part) {
    constexpr std::string_view kBegin = "<headerFooter>";
    constexpr std::string_view kFooter = "<oddFooter>";
    constexpr std::string_view kEnd = "</headerFooter>";
    constexpr std::size_t kProlog = 200;  // bytes that hold the first tag
    if (part.substr(0, kProlog).find("<worksheet ") == std::string::npos) return;
    const auto begin = part.rfind(kBegin);
    const auto end = part.find(kEnd, begin);
    if (begin == std::string::npos || end == std::string::npos) return;
    std::string first;
    if (const auto footer = part.find(kFooter, begin); footer < end) {
        const auto text = footer + kFooter.size();
        first = "<firstFooter>" + part.substr(text, part.find('<', text) - text) + "</firstFooter>";
    }
    part.insert(end, first);
    part.insert(begin + kBegin.size() - 1, " differentFirst=\"1\"");
}

ssize_t read_spool(void* cookie, char* to, std::size_t most) {
    auto& spool = *static_cast<Spool*>(cookie);
    const auto size = std::min(most, spool.bytes.size() - spool.at);
    std::memcpy(to, spool.bytes.data() + spool.at, size);
    spool.at += size;
    return static_cast<ssize_t>(size);
}

ssize_t write_spool(void* cookie, const char* from, std::size_t size) {
    auto& spool = *static_cast<Spool*>(cookie);
    try {
        spool.bytes.replace(spool.at, std::min(size, spool.bytes.size() - spool.at), from, size);
    } catch (const std::bad_alloc&) {
        ++faults;
        errno = ENOMEM;
        return 0;
    }
    spool.at += size;
    return static_cast<ssize_t>(size);
}

int seek_spool(void* cookie, off64_t* offset, int from) {
    auto& spool = *static_cast<Spool*>(cookie);
    const auto size = static_cast<off64_t>(spool.bytes.size());
    const auto base = from == SEEK_SET   ? off64_t{0}
                      : from == SEEK_CUR ? static_cast<off64_t>(spool.at)
                                         : size;
    const auto at = base + *offset;
    if (at == 0 && size > 0 && !spool.complete) {
        spool.complete = true;
        try {
            leave_number_off_first_page(spool.bytes);
        } catch (const std::bad_alloc&) {
            ++faults;
            errno = ENOMEM;
            return -1;
        }
    }
    if (at < 0 || at > size) {
        ++faults;
        errno = EINVAL;
        return -1;
    }
    spool.at = static_cast<std::size_t>(at);
    *offset = at;
    return 0;
}

int close_spool(void* cookie) {
    delete static_cast<Spool*>(cookie);
    return 0;
}

}  // namespace

int spool_faults() {
    return faults;
}

}  // namespace plantool::xlsx

/// Takes the place of the library's own function of this name. Nothing: it is told of as a
/// temporary file that cannot be made.
extern "C" FILE* lxw_tmpfile(char* /*folder*/) {
    using namespace plantool::xlsx;
    auto* spool = new (std::nothrow) Spool;
    if (spool == nullptr) return nullptr;
    auto* file = ::fopencookie(spool, "w+", {&read_spool, &write_spool, &seek_spool, &close_spool});
    if (file == nullptr) delete spool;
    return file;
}
