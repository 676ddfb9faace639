// What several answers have in common, in JSON and in words: the plans asked, the filters, refused
// papers, what the files say of themselves (cli.md, JSON).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/plan/plan.hpp"
#include "core/submission/paper.hpp"
#include "write/kit/json_writer.hpp"
#include "write/status/writers.hpp"

namespace plantool {

using Plans = std::vector<const Plan*>;

/// The plans of an answer, in its order.
Plans plans_of(std::span<const Status> statuses);

/// The key `plans`.
void write_plans(JsonWriter& json, const Plans& plans);
/// The key `filters`.
void write_filters(JsonWriter& json, const std::vector<AskedFilter>& filters);
/// An entry of `refused`.
void write_refused_paper(JsonWriter& json, const CitedPaper& paper);
/// The key `notices`, where there are any.
void write_notices(JsonWriter& json, const Plans& plans);

/// What the files of the plans say of themselves, each once.
std::vector<std::string> notices_of(const Plans& plans);
/// Whether each reason is followed by the code of the finding, which `explain` takes.
enum class CodesOfReasons { left_out, shown };
/// Why a paper does not count, in words: "ngày không có trong lịch; …".
std::string refusal_reasons(const CitedPaper& paper, Language language,
                            CodesOfReasons codes = CodesOfReasons::left_out);
/// The numbers of the plans, with commas.
std::string numbers_of(const Plans& plans);

}  // namespace plantool
