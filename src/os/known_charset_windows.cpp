#include <windows.h>

#include <algorithm>
#include <array>

#include "os/known_charset.hpp"
#include "os/wide.hpp"

namespace plantool::os {
namespace {

struct CodePage {
    std::string_view charset;
    UINT number;
};
// What mails of the last thirty years are in.
constexpr std::array kCodePages = {
    CodePage{"big5", 950},          CodePage{"cp437", 437},         CodePage{"cp850", 850},
    CodePage{"euc-jp", 20932},      CodePage{"euc-kr", 51949},      CodePage{"gb18030", 54936},
    CodePage{"gb2312", 936},        CodePage{"gbk", 936},           CodePage{"iso-2022-jp", 50220},
    CodePage{"iso-2022-kr", 50225}, CodePage{"iso-8859-2", 28592},  CodePage{"iso-8859-5", 28595},
    CodePage{"iso-8859-7", 28597},  CodePage{"iso-8859-9", 28599},  CodePage{"iso-8859-15", 28605},
    CodePage{"koi8-r", 20866},      CodePage{"koi8-u", 21866},      CodePage{"ks_c_5601-1987", 949},
    CodePage{"shift_jis", 932},     CodePage{"utf-7", 65000},       CodePage{"windows-874", 874},
    CodePage{"windows-1250", 1250}, CodePage{"windows-1251", 1251}, CodePage{"windows-1253", 1253},
    CodePage{"windows-1254", 1254}, CodePage{"windows-1255", 1255}, CodePage{"windows-1256", 1256},
    CodePage{"windows-1257", 1257},
};

}  // namespace

std::optional<std::string> from_charset(std::string_view bytes, const std::string& charset) {
    const auto* const known =
        std::find_if(kCodePages.begin(), kCodePages.end(),
                     [&](const CodePage& page) { return page.charset == charset; });
    if (known == kCodePages.end()) return std::nullopt;
    const auto size = static_cast<int>(bytes.size());
    const int units = ::MultiByteToWideChar(known->number, 0, bytes.data(), size, nullptr, 0);
    if (units <= 0) return std::nullopt;
    std::wstring wide(static_cast<std::size_t>(units), L'\0');
    ::MultiByteToWideChar(known->number, 0, bytes.data(), size, wide.data(), units);
    return from_wide(wide);
}

}  // namespace plantool::os
