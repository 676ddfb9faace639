#include "store/schema.hpp"

#include <array>
#include <optional>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::array kTables = {
    "CREATE TABLE version (version integer NOT NULL)",
    "INSERT INTO version VALUES (0)",
    // `digest`: of the plan as it was loaded last. `checked`: of the one that all submissions of
    // the plan were checked by.
    "CREATE TABLE plan ("
    " number integer GENERATED ALWAYS AS IDENTITY,"
    " id text PRIMARY KEY,"
    " file text NOT NULL,"
    " digest text NOT NULL,"
    " checked text NOT NULL,"
    " content bytea NOT NULL,"
    " loaded timestamptz NOT NULL DEFAULT now())",
    "CREATE TABLE load ("
    " number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
    " at timestamptz NOT NULL DEFAULT now(),"
    " role text NOT NULL DEFAULT session_user,"
    " added bigint NOT NULL,"
    " known bigint NOT NULL,"
    " refused bigint NOT NULL)",
    "CREATE TABLE events ("
    " file text PRIMARY KEY,"
    " sha256 text NOT NULL,"
    " content bytea NOT NULL)",
    "CREATE TABLE file ("
    " name text PRIMARY KEY,"
    " sha256 text NOT NULL)",
    // A file, or as much of a large one as is read at a time, as it was read.
    "CREATE TABLE text ("
    " number bigint PRIMARY KEY,"
    " file text NOT NULL,"
    " format text NOT NULL,"
    " first_line integer NOT NULL,"
    " first_byte bigint NOT NULL,"
    " is_first boolean NOT NULL,"
    " header bytea,"
    " content bytea NOT NULL,"
    " attachments bytea NOT NULL)",
    "CREATE INDEX text_file ON text (file)",
    // `rank`: what orders the papers of a row, and what a state says of its first and last one
    // (store/rank.hpp). No key says that a submission is there once, for servers far away could not
    // keep it: loads come one after the other, and look.
    "CREATE TABLE submission ("
    " plan text COLLATE \"C\" NOT NULL,"
    " agency text COLLATE \"C\" NOT NULL,"
    " obligation text COLLATE \"C\" NOT NULL,"
    " period text COLLATE \"C\" NOT NULL,"
    " received date,"
    " millisecond integer NOT NULL,"
    " document_date date,"
    " document text NOT NULL,"
    " accepted boolean NOT NULL,"
    " errors text[] NOT NULL,"
    " findings jsonb NOT NULL,"
    " has_content boolean NOT NULL,"
    " nil boolean NOT NULL,"
    " tasks text[] NOT NULL,"
    " digest bytea NOT NULL,"
    " copy integer NOT NULL,"
    " repetition bytea,"
    " file text NOT NULL,"
    " line integer NOT NULL,"
    " text bigint NOT NULL,"
    " nth integer NOT NULL,"
    " rank text COLLATE \"C\" NOT NULL) PARTITION BY LIST (plan)",
    "CREATE INDEX submission_digest ON submission (digest)",
    "CREATE INDEX submission_repetition ON submission (repetition) WHERE repetition IS NOT NULL",
    "CREATE INDEX submission_row ON submission (plan, obligation, period, agency)",
    "CREATE INDEX submission_refused ON submission (plan) WHERE NOT accepted",
    // Those that name a plan that nobody knew.
    "CREATE TABLE submission_elsewhere PARTITION OF submission FOR VALUES IN ('')",
};

/// The partition of a plan. Whoever loads may call it without owning the tables. A table that is
/// attached, rather than made as a partition, does not keep those waiting who ask.
constexpr std::array kPartitions = {
    "CREATE FUNCTION add_plan(new_id text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER"
    " SET search_path FROM CURRENT AS $$"
    " DECLARE"
    "  whole text := 'submission_' || (SELECT number FROM plan WHERE id = new_id);"
    " BEGIN"
    "  IF to_regclass(whole) IS NOT NULL THEN RETURN; END IF;"
    "  EXECUTE format('CREATE TABLE %I (LIKE submission) PARTITION BY HASH (agency)', whole);"
    "  FOR part IN 0..7 LOOP"
    "   EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS 8, REMAINDER %s)',"
    "    whole || '_' || part, whole, part);"
    "  END LOOP;"
    "  EXECUTE format('ALTER TABLE submission ATTACH PARTITION %I FOR VALUES IN (%L)',"
    "   whole, new_id);"
    " END $$",
    "REVOKE ALL ON FUNCTION add_plan(text) FROM PUBLIC",
};

/// What each version has more than the one before it; a new one is one more entry, and
/// kSchemaVersion.
struct Step {
    const char* const* begin;
    const char* const* end;
};
constexpr std::array kSteps = {
    Step{kTables.data(), kTables.data() + kTables.size()},
    Step{kPartitions.data(), kPartitions.data() + kPartitions.size()},
};
static_assert(kSteps.size() == kSchemaVersion);

/// Behind it, temporary tables alone: nobody else's take the place of the store's.
void search_in(Connection& store, const std::string& schema) {
    store.run("SELECT set_config('search_path', quote_ident($1) || ', pg_temp', false)", {schema});
}

/// Nothing where there is no such schema.
std::optional<int> version_of(Connection& store, const std::string& schema) {
    const auto there = store.run("SELECT 1 FROM pg_namespace WHERE nspname = $1", {schema});
    if (there.count() == 0) return std::nullopt;
    search_in(store, schema);
    const auto ours = store.run(
        "SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = $1 AND c.relname = 'version'",
        {schema});
    if (ours.count() == 0) return 0;
    const auto rows = store.run("SELECT version FROM version");
    if (rows.count() != 1) throw IoError({Word::store_is_not_ours, printable(schema)});
    return static_cast<int>(rows.number(0, 0));
}

void refuse_newer(int version, const std::string& schema) {
    if (version <= kSchemaVersion) return;
    throw IoError({Word::store_is_newer, printable(schema), version, kSchemaVersion});
}

void make_namespace(Connection& store, const std::string& schema) {
    const auto encoding = store.run("SELECT current_setting('server_encoding')").text(0, 0);
    if (encoding != "UTF8") throw IoError({Word::store_not_unicode, encoding});
    const auto statement = store.run("SELECT format('CREATE SCHEMA %I', $1::text)", {schema});
    store.run(statement.text(0, 0).c_str());
    search_in(store, schema);
}

}  // namespace

void use_schema(Connection& store, const std::string& schema) {
    const auto version = version_of(store, schema);
    if (!version || *version == 0) {
        throw IoError({Word::store_is_new, printable(store.name()), printable(schema)});
    }
    refuse_newer(*version, schema);
    if (*version == kSchemaVersion) return;
    throw IoError({Word::store_is_older, printable(schema), *version, kSchemaVersion});
}

void make_schema(Connection& store, const std::string& schema) {
    auto version = version_of(store, schema);
    if (!version) make_namespace(store, schema);
    auto made = version.value_or(0);
    refuse_newer(made, schema);
    if (made == kSchemaVersion) return;
    for (; made < kSchemaVersion; ++made) {
        const auto& step = kSteps[static_cast<std::size_t>(made)];
        for (const auto* statement = step.begin; statement != step.end; ++statement) {
            store.run(*statement);
        }
    }
    store.run("UPDATE version SET version = $1::integer", {std::to_string(made)});
}

}  // namespace plantool
