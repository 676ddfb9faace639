// What the JSON Schemas in schemas/ say of a document, by a validator that is not ours.
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "read/syntax/node.hpp"
#include "support.hpp"

namespace plantool::testing {

/// What is wrong with the document by the schema of this name: one that `plantool schema` prints,
/// or one in tests/data.
Strings schema_errors(const std::string& schema, const nlohmann::json& document);

/// The document as an editor sees it: a plain scalar is a number or a boolean where it reads so.
nlohmann::json to_json(const Node& node);

/// Every document of a YAML or JSON file, or line of an NDJSON one, whatever stands in it.
std::vector<nlohmann::json> documents_of(const std::filesystem::path& file);

}  // namespace plantool::testing
