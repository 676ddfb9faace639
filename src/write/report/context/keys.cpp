#include "write/report/context/keys.hpp"

namespace plantool {
namespace {

using Keys = std::vector<TemplateKey>;

TemplateKey text(std::string_view name) {
    return {.name = name};
}

TemplateKey flag(std::string_view name) {
    return {.name = name, .kind = TemplateKey::Kind::flag};
}

TemplateKey list(std::string_view name, Keys inside) {
    return {.name = name, .kind = TemplateKey::Kind::list, .inside = std::move(inside)};
}

TemplateKey remarks(std::string_view name) {
    return list(name, {text("agency"), text("text")});
}

TemplateKey contributions(std::string_view name) {
    return list(name, {text("agency"), text("summary"), text("figures")});
}

Keys document_keys() {
    return {
        text("plan_id"),
        text("plan_number"),
        text("plan_title"),
        text("plan_issued"),
        text("programme_number"),
        text("programme_title"),
        text("programme_issued"),
        text("title"),
        text("subject"),
        text("kind"),
        text("about"),
        text("opening"),
        text("closing"),
        text("attached"),
        list("parts", {text("roman"), flag("on_standing"), text("heading"), text("body")}),
        list("annexes",
             {text("annex_id"), flag("for_leader"), text("name"), text("title"), text("body")}),
        text("period"),
        text("period_id"),
        text("as_of"),
        text("as_of_short"),
        text("window_from"),
        text("window_to"),
        text("version"),
        text("digest"),
        list("head", {text("left_bold"), text("left_plain"), text("right_bold"),
                      text("right_italic"), flag("right_ruled")}),
        list("notes", {text("text")}),
    };
}

Keys timeliness_keys() {
    return {
        text("tasks_count"),
        text("continuous_count"),
        text("other_continuous_count"),
        text("quiet_count"),
        text("quiet_limit"),
        text("expected"),
        text("accountable"),
        text("reporting_rate"),
        text("on_time_rate"),
        text("on_time_count"),
        text("late_count"),
        text("outstanding_count"),
        text("lateness"),
        list("states", {text("state"), text("state_id"), text("count"), text("agencies")}),
        list("legend", {text("state"), text("state_id"), text("letter")}),
        list("urgent", {text("agency"), text("report"), text("days_late")}),
        text("urgent_more"),
        list("groups", {text("group"), text("expected"), text("on_time"), text("late"),
                        text("overdue"), text("missing"), text("waived"), text("pending"),
                        text("reporting_rate"), text("on_time_rate"),
                        list("states", {text("state"), text("state_id"), text("count"),
                                        text("start"), text("share")})}),
        list("receipts", {text("day"), text("due"), text("received")}),
        list("matrix_columns", {text("title"), text("period"), text("period_id"), text("due"),
                                text("reporting_rate"), text("on_time_rate")}),
        list("matrix_rows",
             {text("agency"), list("cells", {text("state"), text("state_id"), text("days_late")}),
              text("reporting_rate"), text("on_time_rate")}),
    };
}

Keys content_keys() {
    return {
        contributions("general"),
        list("tasks", {text("id"), text("title"), text("lead"), contributions("contributions")}),
        text("compared_with"),
        list("indicators", {text("name"), text("unit"), text("rule"), text("total"), text("before"),
                            text("change"), text("agencies_count")}),
        list("figure_rows", {text("agency"), list("values", {text("value")})}),
        list("dues", {text("report"), text("due"), text("limit")}),
        remarks("difficulties"),
        remarks("next"),
        remarks("proposals"),

        list("recipients", {text("text")}),
        list("signatories", {text("name"), list("capacity", {text("line")})}),
        list("signature_rows", {list("cells", {text("line")})}),

        list("attention", {text("agency"), text("contact"), text("report"), text("clause"),
                           text("due"), text("state"), text("state_id"), text("days_late"),
                           text("last_document"), text("last_contact"), text("note")}),
        list("quiet", {text("agency"), text("task"), text("last_activity"), text("quiet_days"),
                       text("quiet_after")}),
        list("counted", {text("agency"), text("document"), text("received"), text("counted_for"),
                         text("place"), text("note")}),
        list("refused", {text("agency"), text("document"), text("received"), text("errors"),
                         text("reasons"), text("place")}),
        text("refused_count"),
        text("refused_elsewhere"),
        list("assumptions", {text("about"), text("clause"), text("assumption")}),
    };
}

Keys make_keys() {
    auto keys = document_keys();
    for (auto& more : {timeliness_keys(), content_keys()}) {
        keys.insert(keys.end(), more.begin(), more.end());
    }
    return keys;
}

}  // namespace

const std::vector<TemplateKey>& report_keys() {
    static const auto keys = make_keys();
    return keys;
}

}  // namespace plantool
