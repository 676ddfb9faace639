#include "write/report/document_head.hpp"

#include <algorithm>

#include "text/utf8.hpp"
#include "text/words.hpp"
#include "write/report/paper/paper_layout.hpp"
#include "write/report/shared_texts.hpp"

namespace plantool {
namespace {

/// What a paper's number says of who wrote it: `04-KHPH/BTGTU-UBND` and `12/KH-UBND`.
struct NumberSymbol {
    bool party = false;
    std::string_view issuer = "……";
};

NumberSymbol number_symbol(std::string_view number) {
    const auto digits = std::min(number.find_first_not_of("0123456789"), number.size());
    NumberSymbol symbol{.party = digits > 0 && number.substr(digits).starts_with("-")};
    const auto slash = number.find('/');
    const auto from = symbol.party ? slash : number.find('-', std::min(slash, number.size()));
    if (from != std::string_view::npos) symbol.issuer = number.substr(from + 1);
    return symbol;
}

/// The report's own number is given when it is issued.
std::string number_to_fill_in(const NumberSymbol& symbol, Language language) {
    if (symbol.party) {
        return say(Word::party_number, language, symbol.issuer);
    }
    return say(Word::state_number, language, symbol.issuer);
}

}  // namespace

std::string place_and_date(const PlanHead& head, Day day, Language language) {
    const auto date = official_date(day, language);
    return head.place.empty() ? date : head.place + ", " + date;
}

PaperHead paper_head(const std::vector<std::string>& bodies, bool party, Language language) {
    PaperHead head;
    for (const auto& body : bodies) {
        if (!head.left.empty() && party) head.left.back().text += " -";
        head.left.push_back({.text = to_upper(body), .bold = true});
    }
    if (party) {
        head.left.push_back({.text = "*"});
        head.right.push_back(
            {.text = say(Word::party_name, language), .bold = true, .underline = true});
    } else {
        head.right.push_back({.text = say(Word::state_name, language), .bold = true});
        head.right.push_back(
            {.text = say(Word::state_motto, language), .bold = true, .underline = true});
    }
    const auto height = std::max(head.left.size(), head.right.size());
    head.left.resize(height);
    head.right.resize(height);
    return head;
}

PaperHead paper_head(const Report& report, Language language) {
    const auto& plan = report.plan();
    auto symbol = number_symbol(plan.head.number);
    symbol.party = is_of_party(layout_of(plan.head, report.as_of()));
    std::vector<std::string> issuers;
    for (const auto& issuer : plan.head.issuers) {
        const auto found = plan.names.by_id.find(issuer.value);
        const bool known = found != plan.names.by_id.end();
        issuers.push_back(known ? agency_name(report, found->second) : issuer.value);
    }
    auto head = paper_head(issuers, symbol.party, language);
    head.left.push_back({.text = number_to_fill_in(symbol, language)});
    head.right.push_back(
        {.text = place_and_date(plan.head, report.as_of(), language), .italic = true});
    return head;
}

std::vector<std::string> capacity_lines(const Signatory& signatory) {
    std::vector<std::string> lines;
    std::string_view rest = signatory.acting_for;
    while (!rest.empty()) {
        const auto comma = std::min(rest.find(','), rest.size());
        lines.emplace_back(trim(rest.substr(0, comma)));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    lines.push_back(to_upper(signatory.title));
    return lines;
}

std::vector<PaperSignature> signatures_of(const Report& report) {
    const auto& plan = report.plan();
    const bool joint = plan.head.signatories.size() > 1;
    std::vector<PaperSignature> out;
    for (const auto& signatory : plan.head.signatories) {
        out.push_back({capacity_lines(signatory), signatory.name});
        // Of a paper of one body the head says it.
        const auto body = plan.names.by_id.find(signatory.agency);
        if (!joint || !signatory.acting_for.empty() || body == plan.names.by_id.end()) continue;
        auto& lines = out.back().capacity;
        lines.insert(lines.begin(), to_upper(agency_name(report, body->second)));
    }
    return out;
}

std::vector<std::vector<std::string>> signature_rows(
    const std::vector<PaperSignature>& signatures) {
    std::size_t height = 0;
    for (const auto& one : signatures) height = std::max(height, one.capacity.size());
    std::vector<std::vector<std::string>> rows(height, std::vector<std::string>(signatures.size()));
    for (std::size_t col = 0; col < signatures.size(); ++col) {
        const auto& lines = signatures[col].capacity;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            rows[height - lines.size() + i][col] = lines[i];
        }
    }
    return rows;
}

Authors authors_of(const Report& report) {
    const auto& plan = report.plan();
    const auto name_of = [&](const std::string& id) {
        const auto found = plan.names.by_id.find(id);
        return found == plan.names.by_id.end() ? std::string() : agency_name(report, found->second);
    };
    Authors out;
    for (const auto& issuer : plan.head.issuers) {
        const auto name = name_of(issuer.value);
        if (name.empty()) continue;
        if (!out.issuers.empty()) out.issuers += "; ";
        out.issuers += name;
    }
    out.author = name_of(plan.head.secretariat.value);
    if (out.author.empty()) out.author = out.issuers;
    return out;
}

}  // namespace plantool
