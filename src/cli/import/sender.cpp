#include "cli/import/sender.hpp"

#include <algorithm>
#include <array>

#include "core/plan/agency_match.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

/// Without rules, stars and other marks that stand alone.
std::vector<std::string> lines_with_words(const std::vector<std::string>& lines) {
    std::vector<std::string> out;
    for (const auto& line : lines) {
        std::string_view text = trim(line);
        while (!text.empty() &&
               std::string_view("*-_=.,;: ").find(text.back()) != std::string_view::npos) {
            text.remove_suffix(1);
        }
        if (!text.empty()) out.emplace_back(text);
    }
    return out;
}

std::string joined(const std::vector<std::string>& lines, std::size_t from, std::size_t to) {
    std::string out;
    for (auto at = from; at < to; ++at) out += (out.empty() ? "" : " ") + lines[at];
    return out;
}

/// The name, and as it is with the usual short form of people's committees or without it.
std::vector<std::string> spellings(const std::string& name) {
    static const std::string longer = fold_name("Ủy ban nhân dân");
    static const std::string shorter = fold_name("UBND");
    const auto folded = fold_name(name);
    std::vector<std::string> out = {name};
    for (const auto& [from, to] : {std::pair(longer, shorter), std::pair(shorter, longer)}) {
        const auto at = folded.find(from);
        if (at == std::string::npos) continue;
        auto other = folded;
        out.push_back(other.replace(at, from.size(), to));
    }
    return out;
}

bool drop_last_words(std::string& folded, std::string_view words) {
    const auto last = " " + fold_name(words);
    if (words.empty() || !folded.ends_with(last)) return false;
    folded.erase(folded.size() - last.size());
    return true;
}

/// The name, and what is left of it without the place that the plan is of, which its own agencies
/// write behind their names: `Liên đoàn Lao động tỉnh Phú Yên`, `Sở Y tế tỉnh Phú Yên`.
std::vector<std::string> without_place(const Plan& plan, const std::string& name) {
    std::vector<std::string> out = {name};
    auto folded = fold_name(name);
    if (!drop_last_words(folded, plan.head.place)) return out;
    out.push_back(folded);
    for (const auto* level : {"tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường"}) {
        if (!drop_last_words(folded, level)) continue;
        out.push_back(folded);
        break;
    }
    return out;
}

AgencyMatch match_of(const Plan& plan, const std::string& name) {
    for (const auto& shorter : without_place(plan, name)) {
        for (const auto& spelling : spellings(shorter)) {
            auto match = find_agency(plan, spelling);
            if (match.agency || !match.candidates.empty()) return match;
        }
    }
    return {};
}

/// Without the organ of the body in whose name it writes: `BAN THƯỜNG VỤ` below the body's name,
/// `BAN CHẤP HÀNH` before the place.
std::vector<std::string> without_organ(std::vector<std::string> lines) {
    constexpr std::array<std::string_view, 7> kOrgans = {
        "Ban Thường vụ", "Ban Thường trực", "Ban Chấp hành", "Thường trực", "BTV", "BTT", "BCH"};
    if (lines.size() < 2) return {};
    auto& last = lines.back();
    for (const auto organ : kOrgans) {
        const auto folded = fold_name(last);
        const auto name = fold_name(organ);
        if (folded == name) {
            lines.pop_back();
            return lines;
        }
        if (!folded.starts_with(name + " ")) continue;
        last = folded.substr(name.size() + 1);
        return lines;
    }
    return {};
}

/// The body is in the last lines and its superior above it; both together may be the name, in
/// either order.
AgencyMatch lines_match(const Plan& plan, const std::vector<std::string>& lines) {
    const auto count = lines.size();
    std::vector<std::string> names;
    for (std::size_t from = 0; from < count; ++from) {
        for (auto body = from + 1; body < count; ++body) {
            names.push_back(joined(lines, body, count) + " " + joined(lines, from, body));
        }
        names.push_back(joined(lines, from, count));
    }
    AgencyMatch shared;
    for (const auto& name : names) {
        auto match = match_of(plan, name);
        if (match.agency) return match;
        if (shared.candidates.empty()) shared = std::move(match);
    }
    return shared;
}

AgencyMatch head_match(const Plan& plan, const std::vector<std::string>& issuing) {
    const auto lines = lines_with_words(issuing);
    auto match = lines_match(plan, lines);
    if (match.agency || !match.candidates.empty()) return match;
    return lines_match(plan, without_organ(lines));
}

std::optional<AgencyIx> by_address(const Plan& plan, const std::string& address) {
    if (address.empty()) return std::nullopt;
    std::optional<AgencyIx> found;
    for (AgencyIx ix = 0; ix < plan.agencies.size(); ++ix) {
        const auto& email = plan.agencies[ix].email.value;
        if (email.empty() || fold_name(email) != fold_name(address)) continue;
        if (found) return std::nullopt;  // an address that several share
        found = ix;
    }
    return found;
}

/// "TM. BAN THƯỜNG VỤ", "KT. GIÁM ĐỐC": what stands behind the marks.
std::optional<AgencyIx> by_signature(const Plan& plan, const std::vector<std::string>& lines) {
    constexpr std::array<std::string_view, 6> kMarks = {"TM.", "T/M", "KT.", "K/T", "TL.", "T/L"};
    const auto clean = lines_with_words(lines);
    for (const auto& line : clean) {
        std::string_view name = line;
        for (const auto mark : kMarks) {
            if (name.starts_with(mark)) name = trim(name.substr(mark.size()));
        }
        const auto match = match_of(plan, std::string(name));
        if (match.agency) return match.agency;
    }
    return std::nullopt;
}

std::vector<std::string> ids_of(const Plan& plan, const std::vector<AgencyIx>& agencies) {
    std::vector<std::string> ids;
    for (const auto ix : agencies) ids.push_back(plan.agencies[ix].id.value);
    return ids;
}

}  // namespace

std::optional<AgencyIx> sender_of(const Plan& plan, const PaperFile& paper, const PaperFacts& facts,
                                  std::vector<Reason>& doubts) {
    const auto head = head_match(plan, facts.issuing_lines);
    const auto address = by_address(plan, paper.sender);
    const auto signature = by_signature(plan, facts.signature_lines);
    if (!head.candidates.empty()) {
        // The address may say which of them it is.
        const auto& all = head.candidates;
        if (address && std::find(all.begin(), all.end(), *address) != all.end()) return address;
        doubts.push_back(
            {"agency",
             {Word::several_agencies, joined(facts.issuing_lines, 0, facts.issuing_lines.size())},
             ids_of(plan, all)});
        return std::nullopt;
    }
    if (!head.agency) return address ? address : signature;
    const auto disagrees = [&](const std::optional<AgencyIx>& other, Message who) {
        if (!other || *other == *head.agency) return false;
        doubts.push_back({"agency",
                          {Word::agencies_disagree, std::move(who)},
                          ids_of(plan, {*head.agency, *other})});
        return true;
    };
    if (disagrees(address, {Word::the_sender}) || disagrees(signature, {Word::the_signature})) {
        return std::nullopt;
    }
    return head.agency;
}

}  // namespace plantool
