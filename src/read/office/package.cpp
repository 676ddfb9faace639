#include "read/office/package.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

/// A name as the directory of a compound file (OLE) writes it.
std::string wide(std::string_view name) {
    std::string out;
    for (const char c : name) {
        out += c;
        out += '\0';
    }
    return out;
}

UnreadablePaper why_no_compound(std::string_view bytes) {
    const auto holds = [&](std::string_view name) {
        return bytes.find(wide(name)) != std::string_view::npos;
    };
    if (holds("EncryptedPackage")) return {Unreadable::encrypted, {}};
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kKinds = {{
        {"__substg1.0_", ".msg"},
        {"WordDocument", ".doc"},
        {"Workbook", ".xls"},
        {"Book", ".xls"},
        {"PowerPoint Document", ".ppt"},
    }};
    for (const auto& [stream, ending] : kKinds) {
        if (holds(stream)) return {Unreadable::other_kind, std::string(ending)};
    }
    return {Unreadable::other_kind, ".doc"};
}

/// `xl/` and `worksheets/sheet1.xml` to a name from the root; what climbs out of it stays there.
std::string resolved(std::string_view folder, std::string_view target) {
    std::string path(target);
    std::replace(path.begin(), path.end(), '\\', '/');
    if (!path.starts_with('/')) path = std::string(folder) + path;
    std::vector<std::string_view> steps;
    std::string_view rest = path;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('/'), rest.size());
        const auto step = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(step);
        }
    }
    std::string out;
    for (const auto step : steps) {
        if (!out.empty()) out += '/';
        out += step;
    }
    return out;
}

std::string_view folder_of(std::string_view part) {
    const auto slash = part.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
}

std::string_view last_word(std::string_view type) {
    return type.substr(type.rfind('/') + 1);
}

}  // namespace

UnreadablePaper why_no_package(std::string_view bytes) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kMarks = {{
        {"{\\rtf", ".rtf"},
        {"%PDF-", ".pdf"},
        {"Rar!", ".rar"},
        {"7z\xBC\xAF", ".7z"},
        {"<html", ".html"},
        {"<HTML", ".html"},
        {"<!DOCTYPE", ".html"},
        {"<?xml", ".xml"},
        {"\x78\x9F\x3E\x22", "winmail.dat"},
        {"\xFF\xD8\xFF", ".jpg"},
    }};
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return why_no_compound(bytes);
    bytes = trim(bytes.starts_with(kUtf8Mark) ? bytes.substr(kUtf8Mark.size()) : bytes);
    for (const auto& [mark, ending] : kMarks) {
        if (bytes.starts_with(mark)) return {Unreadable::other_kind, std::string(ending)};
    }
    return {Unreadable::broken, {}};
}

OrUnreadable<Package> Package::open(std::string_view bytes, std::string_view main) {
    if (bytes.size() > kLargestPaper) return UnreadablePaper{Unreadable::too_large, "64 MiB"};
    if (!bytes.starts_with("PK")) {
        const auto why = why_no_package(bytes);
        if (why.why != Unreadable::broken) return why;
    }
    auto parts = ZipParts::open(bytes);
    if (readable(parts) == nullptr) return why_unreadable(parts);
    Package out;
    out.parts_ = std::move(*readable(parts));
    if (!out.parts_.has("_rels/.rels")) {
        return UnreadablePaper{Unreadable::other_kind,
                               out.parts_.has("content.xml") ? ".odt" : ".zip"};
    }
    auto top = out.relationships_of("");
    if (readable(top) == nullptr) return why_unreadable(top);
    out.relationships_ = std::move(*readable(top));
    const auto* const found = out.of_kind("officeDocument");
    if (found == nullptr) return UnreadablePaper{Unreadable::other_kind, ".zip"};
    const auto name = found->target;
    if (name.ends_with(".bin")) return UnreadablePaper{Unreadable::other_kind, ".xlsb"};
    auto root = out.part(name);
    if (readable(root) == nullptr) return why_unreadable(root);
    out.main_ = std::move(*readable(root));
    if (!is_named(out.root(), main)) {
        const bool book = is_named(out.root(), "workbook");
        const bool text = is_named(out.root(), "document");
        return UnreadablePaper{Unreadable::other_kind, book ? ".xlsx" : text ? ".docx" : ".pptx"};
    }
    auto inner = out.relationships_of(name);
    if (readable(inner) == nullptr) return why_unreadable(inner);
    out.relationships_ = std::move(*readable(inner));
    return out;
}

OrUnreadable<std::vector<Relationship>> Package::relationships_of(std::string_view part) const {
    std::vector<Relationship> out;
    const auto folder = folder_of(part);
    const auto name =
        std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
    if (!parts_.has(name)) return out;
    const auto xml = this->part(name);
    const auto* const read = readable(xml);
    if (read == nullptr) return why_unreadable(xml);
    for (const auto node : read->root().children()) {
        if (!is_named(node, "Relationship")) continue;
        if (attribute_named(node, "TargetMode") == "External") continue;  // no link is followed
        out.push_back({std::string(attribute_named(node, "Id")),
                       std::string(last_word(attribute_named(node, "Type"))),
                       resolved(folder, attribute_named(node, "Target"))});
    }
    return out;
}

const Relationship* Package::of_kind(std::string_view kind) const {
    for (const auto& one : relationships_) {
        if (one.kind == kind) return &one;
    }
    return nullptr;
}

const Relationship* Package::of_id(std::string_view id) const {
    for (const auto& one : relationships_) {
        if (one.id == id) return &one;
    }
    return nullptr;
}

OrUnreadable<XmlPart> Package::part(std::string_view name) const {
    auto bytes = parts_.read(name);
    auto* const read = readable(bytes);
    if (read == nullptr) return why_unreadable(bytes);
    return XmlPart::parse(std::move(*read), name);
}

}  // namespace plantool
