#include "read/mail/mail.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/time/zone.hpp"
#include "read/mail/charset.hpp"
#include "read/mail/headers.hpp"
#include "read/mail/html_text.hpp"
#include "read/mail/transfer.hpp"
#include "read/office/package.hpp"
#include "read/paper/clean_text.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::string_view kPlain = "text/plain";

/// The type of a part. Where there are two, the one that parts have been made by.
HeaderValue content_type(const Headers& headers) {
    std::optional<HeaderValue> found;
    for (const auto value : headers.all("content-type")) {
        HeaderValue one(value);
        const bool multipart =
            one.word().starts_with("multipart/") && !one.parameter("boundary").empty();
        if (!found || multipart) found = std::move(one);
        if (multipart) break;
    }
    if (!found || found->word().find('/') == std::string::npos) return HeaderValue(kPlain);
    return std::move(*found);
}

/// A file's name without the folders that some programs write before it.
std::string base_name(std::string name) {
    const auto slash = name.find_last_of("/\\");
    if (slash != std::string::npos) name.erase(0, slash + 1);
    return name == "." || name == ".." ? std::string() : name;
}

/// The pieces between the lines of a boundary.
std::vector<std::string_view> pieces_of(std::string_view body, const std::string& boundary) {
    std::vector<std::string_view> out;
    const auto mark = "--" + boundary;
    std::optional<std::size_t> begin;
    for (std::size_t at = 0; at <= body.size();) {
        auto end = std::min(body.find('\n', at), body.size());
        const auto line = body.substr(at, end - at);
        if (line.starts_with(mark)) {
            auto behind = line.substr(mark.size());
            const bool last = behind.starts_with("--");
            if (last) behind.remove_prefix(2);
            if (trim(behind).empty()) {
                if (begin) out.push_back(body.substr(*begin, at - *begin));
                begin = std::min(end + 1, body.size());
                if (last || out.size() > kMostParts) return out;
            }
        }
        at = end + 1;
    }
    if (begin) out.push_back(body.substr(*begin));  // cut short, or the last mark forgotten
    return out;
}

class MailReader {
  public:
    explicit MailReader(Mail& mail) : mail_(mail) {}

    void read(const Headers& headers, std::string_view body, int depth) {
        if (depth > kDeepest) return fail("32");
        if (++parts_ > kMostParts) return fail("10000");
        const auto type = content_type(headers);
        const auto encoding = std::string(trim(headers.first("content-transfer-encoding")));
        if (type.word().starts_with("multipart/")) {
            return read_multipart(type, body, depth);
        }
        auto bytes = from_transfer_encoding(body, encoding.substr(0, encoding.find(';')));
        unpacked_ += bytes.size();
        if (unpacked_ > kLargestUnpacked) return fail("256 MiB");
        const HeaderValue disposition(headers.first("content-disposition"));
        auto name = base_name(disposition.parameter("filename"));
        if (name.empty()) name = base_name(type.parameter("name"));
        const bool attached = disposition.word() == "attachment" || !name.empty();
        if (type.word() == "message/rfc822" || type.word() == "message/global") {
            return read_inner(bytes, depth);
        }
        const bool html = type.word() == "text/html";
        if (!attached && (html || type.word() == kPlain)) {
            auto text = text_in_charset(bytes, type.parameter("charset"));
            return add_text(clean_text(html ? text_of_html(text) : text));
        }
        // A message that was saved and attached as a file
        if (name.size() > 4 && name.ends_with(".eml")) return read_inner(bytes, depth);
        mail_.attachments.push_back({std::move(name), type.word(), std::move(bytes)});
    }

    /// The limit that was met; empty where none was.
    const std::string& limit() const { return limit_; }

  private:
    void fail(std::string_view limit) {
        if (limit_.empty()) limit_ = limit;
    }

    void read_multipart(const HeaderValue& type, std::string_view body, int depth) {
        const auto boundary = type.parameter("boundary");
        if (boundary.empty()) return add_text(clean_text(text_in_charset(body, "")));
        const bool alternative = type.word() == "multipart/alternative";
        const bool digest = type.word() == "multipart/digest";
        const auto before = mail_.text.size();
        for (auto piece : pieces_of(body, boundary)) {
            if (!limit_.empty()) return;
            // The line end before a mark is the mark's.
            if (piece.ends_with('\n')) piece.remove_suffix(1);
            if (piece.ends_with('\r')) piece.remove_suffix(1);
            if (digest && (piece.starts_with('\n') || piece.starts_with("\r\n"))) {
                piece.remove_prefix(piece.find('\n') + 1);
                read_inner(piece, depth);
                continue;
            }
            const Headers headers(piece);
            // Of several forms of one text the first that says something: plain text comes first.
            const auto word = content_type(headers).word();
            const bool said = mail_.text.size() > before;
            if (alternative && said && word == "text/html") continue;
            read(headers, piece, depth + 1);
        }
    }

    void read_inner(std::string_view bytes, int depth) {
        while (bytes.starts_with('\n') || bytes.starts_with('\r')) bytes.remove_prefix(1);
        const Headers headers(bytes);
        auto sender = first_address(headers.first("from")).address;
        if (!sender.empty()) mail_.inner_addresses.push_back(std::move(sender));
        read(headers, bytes, depth + 1);
    }

    void add_text(std::string_view text) {
        text = trim(text);
        if (text.empty()) return;
        if (!mail_.text.empty()) mail_.text += "\n\n";
        mail_.text += text;
    }

    Mail& mail_;
    std::size_t parts_ = 0;
    std::size_t unpacked_ = 0;
    std::string limit_;
};

std::optional<std::chrono::sys_seconds> instant_of(const Headers& headers) {
    const auto received = headers.first("received");
    // A comment or a quoted name may have a semicolon of its own; the day stands behind the last.
    if (const auto mark = received.rfind(';'); mark != std::string_view::npos) {
        auto day = received.substr(mark + 1);
        if (const auto instant = header_instant(day)) return instant;
    }
    return header_instant(headers.first("date"));
}

bool is_mail(const Headers& headers) {
    constexpr std::array<std::string_view, 8> kOfMail = {
        "from", "date", "received", "subject", "message-id", "mime-version", "to", "return-path"};
    return std::any_of(kOfMail.begin(), kOfMail.end(),
                       [&](std::string_view name) { return headers.has(name); });
}

}  // namespace

OrUnreadable<Mail> read_mail(std::string_view bytes) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (bytes.size() > kLargestPaper) return UnreadablePaper{Unreadable::too_large, "64 MiB"};
    auto rest = bytes;
    if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
    while (rest.starts_with('\n') || rest.starts_with('\r')) rest.remove_prefix(1);
    const Headers headers(rest);
    if (!is_mail(headers)) return why_no_package(bytes);
    Mail out;
    auto sender = first_address(headers.first("from"));
    out.from_address = std::move(sender.address);
    out.from_name = std::move(sender.name);
    out.subject = header_text(headers.first("subject"));
    out.instant = instant_of(headers);
    if (out.instant) out.received = Zone().day_of(*out.instant);
    MailReader reader(out);
    reader.read(headers, rest, 1);
    if (!reader.limit().empty()) return UnreadablePaper{Unreadable::too_large, reader.limit()};
    return out;
}

}  // namespace plantool
