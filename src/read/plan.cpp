#include "read/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

#include "read/file.hpp"
#include "read/plan_parts.hpp"
#include "read/submission.hpp"
#include "read/yaml.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

/// The one document of a file, or nothing after a fault that leaves none.
std::optional<Node> read_single(const std::shared_ptr<const Source>& source,
                                Diagnostics& diagnostics) {
    if (!check_utf8(*source, whole(*source), kPlanShape, diagnostics)) return std::nullopt;
    std::optional<Node> document;
    bool second_reported = false;
    const bool whole = parse_yaml(*source, kPlanShape, diagnostics, [&](Node node) {
        if (document && !second_reported) {
            second_reported = true;
            diagnostics.add({Code::p_second_document, node.span,
                             "a second document begins in this file",
                             "keep one plan to a file; take the `---` and what follows out"});
        }
        if (!document) document = std::move(node);
    });
    if (!whole) return std::nullopt;
    if (!document || document->kind == Node::Kind::null) {
        diagnostics.add({Code::p_missing_key,
                         {source.get(), 0, 0},
                         "the file is empty",
                         "a plan begins with `format: plantool/plan@1`"});
        return std::nullopt;
    }
    return document;
}

std::shared_ptr<const Source> open_source(const fs::path& path, Plan& plan) {
    auto source = std::shared_ptr<const Source>(read_source(path));
    plan.sources.push_back(source);
    return source;
}

template <class Read>
void read_list(Fields& fields, std::string_view key, const Read& read) {
    std::size_t index = 0;
    for (const auto& item : fields.list(key)) {
        read(item, fmt::format("{}/{}", fields.path_of(key), index++));
    }
}

void read_days_off(Fields& fields, std::string_view key, Diagnostics& diagnostics,
                   const std::function<void(Day)>& add) {
    read_list(fields, key, [&](const Node& item, const std::string& path) {
        Fields entry(item, kPlanShape, diagnostics, path);
        if (const auto date = entry.required_date("date")) add(date->value);
        entry.text("name");
        entry.provenance();
        entry.finish();
    });
}

void read_make_up_days(Fields& fields, Calendar& calendar, Diagnostics& diagnostics) {
    read_days_off(fields, "working_days", diagnostics,
                  [&](Day day) { calendar.add_working_day(day); });
}

void read_weekend(Fields& fields, Calendar& calendar) {
    constexpr std::array<std::string_view, 7> kNames = {
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
    if (fields.find("weekend") == nullptr) return;
    std::array<bool, 7> weekend{};
    for (const auto& name : fields.texts("weekend")) {
        const auto* const found = std::find(kNames.begin(), kNames.end(), name.value);
        if (found == kNames.end()) {
            fields.add(Code::p_bad_value, name.span,
                       fmt::format("`{}` is no day of the week", name.value),
                       "write monday, tuesday, …", "weekend");
            continue;
        }
        weekend[static_cast<std::size_t>(found - kNames.begin())] = true;
    }
    if (std::all_of(weekend.begin(), weekend.end(), [](bool off) { return off; })) {
        fields.add(Code::p_bad_value, fields.span(), "the weekend leaves no working day",
                   "leave at least one day of the week out of it", "weekend");
        return;
    }
    calendar.set_weekend(weekend);
}

void read_calendar(const Node& node, const fs::path& folder, Plan& plan, Diagnostics& diagnostics) {
    Fields fields(node, kPlanShape, diagnostics, "/calendar");
    read_weekend(fields, plan.calendar);
    if (const auto* holidays = fields.find("holidays")) {
        if (holidays->kind == Node::Kind::sequence) {
            read_days_off(fields, "holidays", diagnostics,
                          [&](Day day) { plan.calendar.add_holiday(day); });
        } else if (const auto file = fields.text("holidays")) {
            read_holidays(folder / file->value, plan, diagnostics);
        }
    }
    read_make_up_days(fields, plan.calendar, diagnostics);
    fields.provenance();
    fields.finish();
}

/// `validation: {S117: off}`: codes that this office judges otherwise.
void read_validation(const Node& node, Plan& plan, Diagnostics& diagnostics) {
    Fields fields(node, kPlanShape, diagnostics, "/validation");
    for (const auto& code : all_codes()) {
        const auto word = fields.text(code.id);
        if (!word) continue;
        if (code.id[1] == '0') {
            fields.add(Code::p_bad_value, word->span,
                       fmt::format("the severity of {} cannot be changed", code.id),
                       "what cannot be read cannot be judged either: take this line out", code.id);
            continue;
        }
        if (word->value == "off") {
            plan.severities[code.code] = std::nullopt;
            continue;
        }
        const auto severity = parse_severity(word->value);
        if (severity) {
            plan.severities[code.code] = severity;
        } else {
            fields.add(Code::p_bad_value, word->span,
                       fmt::format("`{}` is no severity", word->value),
                       "write off, info, warning or error", code.id);
        }
    }
    fields.provenance();
    fields.finish();
}

void read_exceptions(Fields& fields, Plan& plan, Diagnostics& diagnostics) {
    read_list(fields, "waivers", [&](const Node& item, const std::string& path) {
        plan.waivers.push_back(read_exception(false, item, diagnostics, path));
    });
    read_list(fields, "extensions", [&](const Node& item, const std::string& path) {
        plan.extensions.push_back(read_exception(true, item, diagnostics, path));
    });
}

void read_obligations(Fields& fields, Plan& plan, Diagnostics& diagnostics) {
    const auto read = [&](std::string_view key, ObligationKind kind) {
        read_list(fields, key, [&](const Node& item, const std::string& path) {
            plan.obligations.push_back(read_obligation(kind, item, diagnostics, path));
        });
    };
    read("tasks", ObligationKind::task);
    read("reports", ObligationKind::report);
}

}  // namespace

Plan read_plan(const fs::path& path, Diagnostics& diagnostics) {
    Plan plan;
    const auto source = open_source(path, plan);
    const auto document = read_single(source, diagnostics);
    if (!document) return plan;
    Fields fields(*document, kPlanShape, diagnostics, "");
    check_format(fields, kPlanShape, "plantool/plan@1");
    if (const auto* head = fields.require("plan")) plan.head = read_head(*head, diagnostics);
    if (const auto* calendar = fields.find("calendar")) {
        read_calendar(*calendar, path.parent_path(), plan, diagnostics);
    }
    read_list(fields, "agencies", [&](const Node& item, const std::string& at) {
        plan.agencies.push_back(read_agency(item, diagnostics, at));
    });
    read_list(fields, "groups", [&](const Node& item, const std::string& at) {
        plan.groups.push_back(read_group(item, diagnostics, at));
    });
    read_obligations(fields, plan, diagnostics);
    read_list(fields, "indicators", [&](const Node& item, const std::string& at) {
        plan.indicators.push_back(read_indicator(item, diagnostics, at));
    });
    read_exceptions(fields, plan, diagnostics);
    if (const auto* validation = fields.find("validation")) {
        read_validation(*validation, plan, diagnostics);
    }
    fields.provenance();
    fields.finish();
    return plan;
}

void read_holidays(const fs::path& path, Plan& plan, Diagnostics& diagnostics) {
    const auto source = open_source(path, plan);
    const auto document = read_single(source, diagnostics);
    if (!document) return;
    Fields fields(*document, kPlanShape, diagnostics, "");
    check_format(fields, kPlanShape, "plantool/holidays@1");
    read_days_off(fields, "holidays", diagnostics,
                  [&](Day day) { plan.calendar.add_holiday(day); });
    read_make_up_days(fields, plan.calendar, diagnostics);
    fields.provenance();
    fields.finish();
}

std::string format_of(const fs::path& path) {
    if (submission_kind(path) != SubmissionKind::yaml || fs::is_directory(path)) return {};
    constexpr std::string_view kKey = "format:";
    constexpr int kFarEnough = 200;  // comments may come first, a plan's other keys may not
    LineReader lines(path);
    std::string line;
    while (lines.next(line) && lines.line_number() < kFarEnough) {
        if (!line.starts_with(kKey)) continue;
        const auto value = trim(std::string_view(line).substr(kKey.size()));
        return std::string(value.substr(0, value.find_first_of(" #")));
    }
    return {};
}

void read_events(const fs::path& path, Plan& plan, Diagnostics& diagnostics) {
    const auto source = open_source(path, plan);
    const auto document = read_single(source, diagnostics);
    if (!document) return;
    Fields fields(*document, kPlanShape, diagnostics, "");
    check_format(fields, kPlanShape, "plantool/events@1");
    read_list(fields, "events", [&](const Node& item, const std::string& at) {
        plan.events.push_back(read_event(item, diagnostics, at));
    });
    read_exceptions(fields, plan, diagnostics);
    if (auto note = fields.text("note"); note && !note->value.empty()) {
        plan.notices.push_back(std::move(note->value));
    }
    fields.provenance();
    fields.finish();
}

}  // namespace plantool
