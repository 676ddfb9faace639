// Any bytes as an events file of the 2022 plan: read, resolved and laid out with the plan on
// several days; every finding stands somewhere.

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "core/schedule/schedule.hpp"
#include "read/plan/plan_file.hpp"

using namespace plantool;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Diagnostics found;
    auto plan = read_plan("data/plan-2022.yaml", found);
    auto file =
        read_events(std::make_shared<const Source>(
                        "events.yaml", std::string(reinterpret_cast<const char*>(data), size)),
                    found);
    note_events_file(plan, file);
    append(plan, std::move(file.entries));
    resolve(plan, found);
    for (const auto day : {make_day(2021, 12, 31), make_day(2022, 7, 5), make_day(2023, 2, 1)}) {
        build_schedule(plan, day, found);
    }
    for (const auto& one : found.all()) {
        if (one.line < 1 || one.column < 1 || one.message.empty()) std::abort();
    }
    return 0;
}
