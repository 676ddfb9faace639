// The tables of a store, and their version (store.md, section 2).
#pragma once

#include <string>

#include "store/connection.hpp"

namespace plantool {

/// The version of the tables that this program makes and asks.
inline constexpr int kSchemaVersion = 2;

/// Lets every later statement name the tables of the schema. Throws IoError where they are not
/// there, or of another version than this program's.
void use_schema(Connection& store, const std::string& schema);

/// The same for who may write, within a transaction: tables that are not there are made, older ones
/// are brought up to date. Newer ones are an IoError.
void make_schema(Connection& store, const std::string& schema);

}  // namespace plantool
