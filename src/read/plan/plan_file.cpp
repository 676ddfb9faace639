#include "read/plan/plan_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "read/file/file.hpp"
#include "read/file/stream.hpp"
#include "read/plan/plan_parts.hpp"
#include "read/submission/formats.hpp"
#include "read/syntax/yaml/yaml.hpp"
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
            diagnostics.add({Code::p_second_document,
                             node.span,
                             {Word::second_document_here},
                             {Word::keep_one_document}});
        }
        if (!document) document = std::move(node);
    });
    if (!whole) return std::nullopt;
    if (!document || document->kind == Node::Kind::null) {
        diagnostics.add({Code::p_missing_key,
                         {source.get(), 0, 0},
                         {Word::plan_file_empty},
                         {Word::plan_begins_with}});
        return std::nullopt;
    }
    return document;
}

std::shared_ptr<const Source> open_source(const fs::path& path, Plan& plan) {
    plan.sources.push_back(read_source(path.generic_string(), &plan.digests.emplace_back()));
    return plan.sources.back();
}

template <class Read>
void read_list(Fields& fields, std::string_view key, const Read& read) {
    std::size_t index = 0;
    for (const auto& item : fields.list(key)) {
        read(item, fmt::format("{}/{}", fields.path_of(key), index++));
    }
}

/// What can be read of a list of days goes to the end of `into`.
void read_calendar_days(Fields& fields, std::string_view key, std::vector<CalendarDay>& into,
                        Diagnostics& diagnostics) {
    read_list(fields, key, [&](const Node& item, const std::string& path) {
        Fields entry(item, kPlanShape, diagnostics, path);
        const auto date = entry.required_date("date");
        auto name = entry.plain("name");
        auto why = entry.provenance();
        entry.finish();
        if (date) into.push_back({date->value, std::move(name), std::move(why)});
    });
}

/// The calendar answers by all the days that were read; the same again changes nothing.
void keep_calendar_days(Plan& plan) {
    for (const auto& day : plan.calendar_entries.holidays) plan.calendar.add_holiday(day.date);
    for (const auto& day : plan.calendar_entries.working_days) {
        plan.calendar.add_working_day(day.date);
    }
}

void read_weekend(Fields& fields, Calendar& calendar) {
    constexpr std::array<std::string_view, 7> kNames = {
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
    if (fields.find("weekend") == nullptr) return;
    std::array<bool, 7> weekend{};
    for (const auto& name : fields.texts("weekend")) {
        const auto* const found = std::find(kNames.begin(), kNames.end(), name.value);
        if (found == kNames.end()) {
            fields.add(Code::p_bad_value, name.span, {Word::no_weekday, name.value},
                       {Word::write_weekday}, "weekend");
            continue;
        }
        weekend[static_cast<std::size_t>(found - kNames.begin())] = true;
    }
    if (std::all_of(weekend.begin(), weekend.end(), [](bool off) { return off; })) {
        fields.add(Code::p_bad_value, fields.span(), {Word::weekend_without_end},
                   {Word::leave_one_working_day}, "weekend");
        return;
    }
    calendar.set_weekend(weekend);
}

void read_calendar(const Node& node, const fs::path& folder, Plan& plan, Diagnostics& diagnostics) {
    Fields fields(node, kPlanShape, diagnostics, "/calendar");
    read_weekend(fields, plan.calendar);
    if (const auto* holidays = fields.find("holidays")) {
        if (holidays->kind == Node::Kind::sequence) {
            read_calendar_days(fields, "holidays", plan.calendar_entries.holidays, diagnostics);
        } else if (const auto file = fields.text("holidays")) {
            read_holidays(folder / file->value, plan, diagnostics);
            plan.calendar_entries.files.back().name = file->value;
        }
    }
    read_calendar_days(fields, "working_days", plan.calendar_entries.working_days, diagnostics);
    keep_calendar_days(plan);
    plan.calendar_entries.why = fields.provenance();
    fields.finish();
}

/// `validation: {S117: off}`: codes that this office judges otherwise.
void read_validation(const Node& node, Plan& plan, Diagnostics& diagnostics) {
    Fields fields(node, kPlanShape, diagnostics, "/validation");
    for (const auto& code : all_codes()) {
        const auto word = fields.text(code.id);
        if (!word) continue;
        if (code.id[1] == '0') {
            fields.add(Code::p_bad_value, word->span, {Word::severity_is_fixed, code.id},
                       {Word::take_severity_out}, code.id);
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
            fields.add(Code::p_bad_value, word->span, {Word::no_severity, word->value},
                       {Word::write_severity}, code.id);
        }
    }
    plan.severities_why = fields.provenance();
    fields.finish();
}

void read_exceptions(Fields& fields, EventEntries& into, Diagnostics& diagnostics) {
    read_list(fields, "waivers", [&](const Node& item, const std::string& path) {
        into.waivers.push_back(read_exception(false, item, diagnostics, path));
    });
    read_list(fields, "extensions", [&](const Node& item, const std::string& path) {
        into.extensions.push_back(read_exception(true, item, diagnostics, path));
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

/// `plan:` on top of an events file holds for its entries that do not say it themselves.
void say_whose(EventEntries& entries, const Text& whose) {
    for_each_list(entries, [&](auto& list) {
        for (auto& entry : list) {
            if (entry.plan.empty()) entry.plan = whose;
        }
    });
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
    plan.files_why.push_back({path.generic_string(), fields.provenance()});
    fields.finish();
    return plan;
}

void read_holidays(const fs::path& path, Plan& plan, Diagnostics& diagnostics) {
    const auto source = open_source(path, plan);
    auto& entries = plan.calendar_entries;
    auto& file = entries.files.emplace_back();
    file.name = path.generic_string();
    const auto document = read_single(source, diagnostics);
    if (!document) return;
    Fields fields(*document, kPlanShape, diagnostics, "");
    check_format(fields, kPlanShape, "plantool/holidays@1");
    read_calendar_days(fields, "holidays", entries.holidays, diagnostics);
    read_calendar_days(fields, "working_days", entries.working_days, diagnostics);
    keep_calendar_days(plan);
    if (const auto until = fields.date("valid_until")) {
        file.valid_until = until->value;
        plan.calendar.set_valid_until(until->value);
    }
    file.why = fields.provenance();
    fields.finish();
}

EventsFile read_events(const fs::path& path, Diagnostics& diagnostics) {
    std::string digest;
    auto file = read_events(read_source(path.generic_string(), &digest), diagnostics);
    file.digest = std::move(digest);
    return file;
}

EventsFile read_events(std::shared_ptr<const Source> text, Diagnostics& diagnostics) {
    EventsFile file;
    file.source = std::move(text);
    const auto document = read_single(file.source, diagnostics);
    if (!document) return file;
    Fields fields(*document, kPlanShape, diagnostics, "");
    check_format(fields, kPlanShape, "plantool/events@1");
    auto& entries = file.entries;
    read_list(fields, "events", [&](const Node& item, const std::string& at) {
        entries.events.push_back(read_event(item, diagnostics, at));
    });
    read_exceptions(fields, entries, diagnostics);
    read_list(fields, "returns", [&](const Node& item, const std::string& at) {
        entries.returns.push_back(read_return(item, diagnostics, at));
    });
    read_list(fields, "explanations", [&](const Node& item, const std::string& at) {
        entries.explanations.push_back(read_explanation(item, diagnostics, at));
    });
    if (const auto whose = fields.text("plan")) say_whose(entries, *whose);
    if (auto note = fields.text("note"); note && !note->value.empty()) {
        file.notices.push_back(std::move(note->value));
    }
    file.why = fields.provenance();
    fields.finish();
    return file;
}

void note_events_file(Plan& plan, const EventsFile& file) {
    plan.notices.insert(plan.notices.end(), file.notices.begin(), file.notices.end());
    plan.sources.push_back(file.source);
    plan.digests.push_back(file.digest);
    plan.files_why.push_back({file.source->name(), file.why});
}

}  // namespace plantool
