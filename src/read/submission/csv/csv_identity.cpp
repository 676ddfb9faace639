#include "read/submission/csv/csv_identity.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "core/time/date.hpp"
#include "core/time/period.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

/// ASCII without blanks, as nearly all ids and numbers are: only its case is folded.
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool same_name(std::string_view a, std::string_view b) {
    if (a == b) return true;
    if (a.empty() || b.empty()) return false;
    if (is_plain(a) && is_plain(b)) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](char x, char y) { return lower(x) == lower(y); });
    }
    return fold_name(a) == fold_name(b);
}

bool same_period(std::string_view a, std::string_view b) {
    if (same_name(a, b)) return true;
    if (a.empty() || b.empty()) return false;
    constexpr std::array kCadences = {Cadence::weekly,     Cadence::monthly,    Cadence::quarterly,
                                      Cadence::semiannual, Cadence::nine_month, Cadence::annual};
    return std::any_of(kCadences.begin(), kCadences.end(), [&](Cadence cadence) {
        const auto id = canonical_period_id(cadence, a);
        return id && id == canonical_period_id(cadence, b);
    });
}

std::optional<Day> day_of(std::string_view text) {
    if (const auto day = parse_date(text)) return day;
    return parse_day_month_year(text);
}

bool same_day(std::string_view a, std::string_view b) {
    if (a == b) return true;
    if (a.empty() || b.empty()) return false;
    const auto is_iso = [](std::string_view text) { return text.size() == 10 && text[4] == '-'; };
    if (is_iso(a) && is_iso(b)) return false;
    const auto day = day_of(a);
    return day && day == day_of(b);
}

/// Days, or times of a day: two times of one day are two papers.
bool same_moment(std::string_view a, std::string_view b) {
    if (same_day(a, b)) return true;
    const auto instant = parse_instant(a);
    return instant && instant == parse_instant(b);
}

}  // namespace

bool same_submission(const CsvKey& a, const CsvKey& b) {
    if (a == b) return true;
    const auto field = [](const CsvKey& key, CsvField what) {
        return key[static_cast<std::size_t>(what)];
    };
    const auto same = [&](CsvField what, auto compare) {
        return compare(field(a, what), field(b, what));
    };
    // What tells rows apart soonest comes first.
    return same(CsvField::received, same_moment) && same(CsvField::document_date, same_day) &&
           same(CsvField::document_number, same_name) && same(CsvField::agency, same_name) &&
           same(CsvField::obligation, same_name) && same(CsvField::plan, same_name) &&
           same(CsvField::period, same_period);
}

}  // namespace plantool
