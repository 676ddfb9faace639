// Forms and registers of a plan, made and read back as a command does.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/import/opened_plan.hpp"
#include "cli/import/workbooks.hpp"
#include "read/file/file.hpp"
#include "write/form/form_books.hpp"

namespace plantool::testing {

/// A plan of so many agencies.
inline std::string plan_of(int agencies) {
    std::string text =
        "format: plantool/plan@1\n"
        "plan: {id: p, number: 1/KH, title: T, issued: 2022-01-01, from: 2022-01-01, to: "
        "2022-12-31}\n"
        "agencies:\n";
    std::string from;
    for (int i = 1; i <= agencies; ++i) {
        text += fmt::format("  - {{id: xa-{0}, name: Xã số {0}}}\n", i);
        from += fmt::format("{}xa-{}", i == 1 ? "" : ", ", i);
    }
    return text +
           "tasks:\n"
           "  - {id: II.1, title: Tuyên truyền, lead: [xa-1], cadence: continuous}\n"
           "  - {id: II.2, title: Khảo sát, lead: [xa-1], cadence: continuous}\n"
           "reports:\n"
           "  - {id: nam, title: Báo cáo năm, from: [" +
           from +
           "], cadence: annual, due: {by: period-end}}\n"
           "indicators:\n"
           "  - {id: hoi-nghi, name: Hội nghị, type: integer, total: sum}\n"
           "  - {id: ty-le, name: Tỷ lệ, unit: '%', type: decimal, total: mean, tasks: [II.2]}\n";
}

struct Office : OpenedPlan {
    explicit Office(int agencies) : OpenedPlan(plan_of(agencies)) {}

    std::string form(RowIx row) const {
        const auto path = folder.path() / "form.xlsx";
        AtomicFile file(path);
        write_form(file, plan(), row, day("2022-12-01"), Language::vi);
        file.commit();
        return plantool::read_bytes(path.string(), std::size_t{1} << 26U);
    }

    std::string incoming() const {
        const auto path = folder.path() / "register.xlsx";
        const Assessment assessment(plan(), day("2022-12-01"));
        const std::vector<Status> plans = {select(assessment, {})};
        AtomicFile file(path);
        write_register(file, plans, day("2022-12-01"), Language::vi);
        file.commit();
        return plantool::read_bytes(path.string(), std::size_t{1} << 26U);
    }
};

inline Workbook open_book(const std::string& bytes) {
    const auto read = read_workbook(bytes);
    REQUIRE(readable(read) != nullptr);
    return *readable(read);
}

inline std::vector<Incoming> read_all(const Office& office, const Workbook& book) {
    std::vector<Incoming> out;
    PaperFile paper;
    paper.source = "bieu.xlsx";
    paper.name = "bieu.xlsx";
    read_workbook_paper(paper, book, "bytes", *office.session,
                        [&](Incoming incoming) { out.push_back(std::move(incoming)); });
    return out;
}

}  // namespace plantool::testing
