#include "cli/remind_log.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/written.hpp"
#include "diag/io_error.hpp"
#include "read/file/file.hpp"
#include "read/syntax/json_nodes.hpp"
#include "text/utf8.hpp"
#include "write/kit/appended_file.hpp"
#include "write/kit/json_writer.hpp"

namespace plantool {
namespace {

constexpr std::array<std::string_view, 6> kKeys = {"as_of",  "plan",   "obligation",
                                                   "period", "agency", "to"};

/// The values of the keys, in their order; nothing where the line has others or none.
std::optional<std::array<std::string, kKeys.size()>> values_in(const Node& node) {
    if (node.kind != Node::Kind::mapping) return std::nullopt;
    std::array<std::string, kKeys.size()> values;
    for (std::size_t i = 0; i < kKeys.size(); ++i) {
        bool found = false;
        for (std::size_t at = 0; at < node.keys.size(); ++at) {
            if (node.keys[at].value != kKeys.at(i)) continue;
            if (node.items[at].kind != Node::Kind::scalar) return std::nullopt;
            values.at(i) = node.items[at].text;
            found = true;
        }
        if (!found) return std::nullopt;
    }
    return values;
}

}  // namespace

RemindLog::RemindLog(std::optional<std::string> file) : file_(std::move(file)) {
    std::error_code error;
    if (!file_ || !std::filesystem::exists(*file_, error)) return;
    const auto source = read_source(*file_);
    const auto text = source->text();
    int line = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        ++line;
        const Range range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        const bool blank = trim(text.substr(at, end - at)).empty();
        at = end + 1;
        if (blank) continue;
        Diagnostics ignored;
        std::optional<std::array<std::string, kKeys.size()>> values;
        parse_json(*source, range, kPlanShape, ignored,
                   [&](const Node& node) { values = values_in(node); });
        const auto day = values ? parse_date(values->front()) : std::nullopt;
        if (!day || ignored.has_errors()) {
            throw IoError({Word::log_line_unreadable, printable(*file_), line});
        }
        const auto& v = *values;
        noted_.insert({{v[1], v[2], v[3], v[4], v[5]}, *day});
    }
}

RemindLog::Key RemindLog::key_of(const Owed& owed, const std::string& to) {
    const auto& plan = owed.assessment->plan();
    const auto& schedule = owed.assessment->schedule();
    const auto& row = schedule.rows[owed.row.row];
    const auto& slot = schedule.slots[row.slot];
    return {plan.head.id.value, plan.obligations[slot.obligation].id.value, slot.period.id,
            plan.agencies[row.agency].id.value, to};
}

int RemindLog::leave_out(Reminders& reminders, Day as_of, Amount again_after) const {
    if (noted_.empty()) return 0;
    int left_out = 0;
    for (auto& letter : reminders.letters) {
        left_out += static_cast<int>(std::erase_if(letter.rows, [&](const Owed& owed) {
            const auto key = key_of(owed, letter.agency);
            const auto last = noted_.upper_bound({key, as_of});
            if (last == noted_.begin() || std::prev(last)->first != key) return false;
            const auto& calendar = owed.assessment->plan().calendar;
            return calendar.add(std::prev(last)->second, again_after) > as_of;
        }));
    }
    std::erase_if(reminders.letters, [](const Reminder& letter) { return letter.rows.empty(); });
    return left_out;
}

void RemindLog::note(std::span<const Reminder> letters, Day as_of) const {
    if (!file_ || letters.empty()) return;
    std::string lines;
    for (const auto& letter : letters) {
        for (const auto& owed : letter.rows) {
            const auto [plan, obligation, period, agency, to] = key_of(owed, letter.agency);
            JsonWriter json;
            json.begin_object();
            json.member("as_of", as_of);
            json.member("plan", plan);
            json.member("obligation", obligation);
            json.member("period", period);
            json.member("agency", agency);
            json.member("to", to);
            json.end_object();
            lines += json.take() + "\n";
        }
    }
    make_folder(std::filesystem::path(*file_).parent_path());
    append_to_file(*file_, lines);
}

}  // namespace plantool
