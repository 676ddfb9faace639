#include "schema.hpp"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#define VALIJSON_USE_EXCEPTIONS 1  // else it ends the program
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "core/submission/figure.hpp"
#include "read/file/file.hpp"
#include "read/submission/formats.hpp"
#include "read/syntax/json_nodes.hpp"
#include "read/syntax/yaml/yaml.hpp"
#include "text/embedded.hpp"
#include "text/utf8.hpp"

namespace plantool::testing {
namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

Json embedded_schema(const std::string& name) {
    for (const auto& file : embedded_files()) {
        if (file.name == fmt::format("schemas/{}.schema.json", name)) {
            return Json::parse(file.content);
        }
    }
    const std::filesystem::path own = fmt::format("tests/data/{}.schema.json", name);
    if (std::filesystem::exists(own)) return Json::parse(read_source(own)->text());
    throw std::invalid_argument("there is no schema " + name);
}

const valijson::Schema& schema_of(const std::string& name) {
    static std::map<std::string, valijson::Schema> schemas;
    const auto [entry, fresh] = schemas.try_emplace(name);
    if (fresh) {
        const auto text = embedded_schema(name);
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(Adapter(text), entry->second);
    }
    return entry->second;
}

}  // namespace

Strings schema_errors(const std::string& schema, const Json& document) {
    valijson::Validator validator;
    valijson::ValidationResults results;
    validator.validate(schema_of(schema), Adapter(document), &results);
    Strings out;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        std::string place;
        for (const auto& part : error.context) place += part;
        out.push_back(place + ": " + error.description);
    }
    return out;
}

Json to_json(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null:
            return nullptr;
        case Node::Kind::scalar:
            if (!node.quoted && (node.text == "true" || node.text == "false")) {
                return node.text == "true";
            }
            if (!node.quoted && is_json_number(node.text)) return Json::parse(node.text);
            return node.text;
        case Node::Kind::sequence: {
            auto list = Json::array();
            for (const auto& item : node.items) list.push_back(to_json(item));
            return list;
        }
        case Node::Kind::mapping: {
            auto object = Json::object();
            for (std::size_t i = 0; i < node.keys.size(); ++i) {
                object[node.keys[i].value] = to_json(node.items[i]);
            }
            return object;
        }
    }
    return nullptr;
}

std::vector<Json> documents_of(const std::filesystem::path& file) {
    const auto text = std::string(read_source(file.string())->text());
    std::vector<Json> out;
    Diagnostics ignored;
    const auto keep = [&](const Node& node) { out.push_back(to_json(node)); };
    const auto* const format = submission_format(file.native());
    const auto kind = format == nullptr ? std::string_view() : format->name;
    if (kind == "yaml") {
        parse_yaml(Source(file.string(), text), kSubmissionShape, ignored, keep);
    } else if (kind == "json") {
        // As a whole: an array of submissions is one document.
        out.push_back(Json::parse(text));
    } else if (kind == "ndjson") {
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            if (!trim(line).empty()) out.push_back(Json::parse(line));
        }
    }
    return out;
}

}  // namespace plantool::testing
