// What the server does with what was copied to it, in the order in which it is asked (store.md,
// section 3). `incoming` has a row for each reading, `incoming_text` the texts that these are of.
#pragma once

namespace plantool {

/// Loads come one after the other: each sees what the ones before it left.
inline constexpr const char* kTryLock =
    "SELECT pg_try_advisory_xact_lock(hashtextextended('plantool ' || $1, 0))";
inline constexpr const char* kLock =
    "SELECT pg_advisory_xact_lock(hashtextextended('plantool ' || $1, 0))";

inline constexpr const char* kMakeIncoming =
    "CREATE TEMP TABLE incoming (LIKE submission) ON COMMIT DROP";
inline constexpr const char* kMakeIncomingText =
    "CREATE TEMP TABLE incoming_text (LIKE text) ON COMMIT DROP";
inline constexpr const char* kCopyRows = "COPY incoming FROM STDIN (FORMAT binary)";
inline constexpr const char* kCopyTexts = "COPY incoming_text FROM STDIN (FORMAT binary)";

/// What says the same twice in one load is there twice, as in a folder; `$1` is the first text that
/// is not in the store yet.
inline constexpr const char* kNumberCopies = R"(
UPDATE incoming SET copy = numbered.copy
FROM (SELECT text, nth,
             row_number() OVER (PARTITION BY digest, text >= $1::bigint ORDER BY text, nth) - 1 AS copy
      FROM incoming) numbered
WHERE numbered.copy > 0 AND numbered.text = incoming.text AND numbered.nth = incoming.nth)";

/// Those that are there already.
inline constexpr const char* kCountKnown = R"(
SELECT count(*), count(*) FILTER (WHERE NOT known.accepted)
FROM incoming JOIN submission known USING (digest, copy))";
inline constexpr const char* kListKnownRefused = R"(
SELECT incoming.file, incoming.line, array_to_string(known.errors, ', ')
FROM incoming JOIN submission known USING (digest, copy)
WHERE NOT known.accepted ORDER BY incoming.text, incoming.nth LIMIT $1::bigint)";
inline constexpr const char* kForgetKnown = R"(
DELETE FROM incoming USING submission known
WHERE known.digest = incoming.digest AND known.copy = incoming.copy)";

/// The same while everything is checked anew: what is there already has come along.
inline constexpr const char* kCountKnownAnew = R"(
SELECT count(*), count(*) FILTER (WHERE NOT known.accepted)
FROM incoming JOIN incoming known USING (digest, copy)
WHERE incoming.text >= $1::bigint AND known.text < $1::bigint)";
inline constexpr const char* kListKnownRefusedAnew = R"(
SELECT incoming.file, incoming.line, array_to_string(known.errors, ', ')
FROM incoming JOIN incoming known USING (digest, copy)
WHERE incoming.text >= $2::bigint AND known.text < $2::bigint AND NOT known.accepted
ORDER BY incoming.text, incoming.nth LIMIT $1::bigint)";
inline constexpr const char* kForgetKnownAnew = R"(
DELETE FROM incoming USING incoming known
WHERE known.digest = incoming.digest AND known.copy = incoming.copy
  AND incoming.text >= $1::bigint AND known.text < $1::bigint)";

/// Documents that are in the store under another content (S118); `$1` and `$2` are plans and how
/// bad each says that is.
inline constexpr const char* kFindRepeated = R"(
UPDATE incoming
SET accepted = graded.severity <> 'error',
    errors = CASE graded.severity WHEN 'error' THEN '{S118}' ELSE incoming.errors END,
    findings = incoming.findings || jsonb_build_object(
        'code', 'S118', 'severity', graded.severity,
        'first', known.file || ':' || known.line),
    repetition = NULL
FROM submission known, unnest($1::text[], $2::text[]) AS graded (plan, severity)
WHERE known.plan = incoming.plan AND known.repetition = incoming.repetition
  AND incoming.accepted AND graded.plan = incoming.plan)";

/// The texts of what is new.
inline constexpr const char* kKeepTexts = R"(
INSERT INTO text SELECT * FROM incoming_text
WHERE EXISTS (SELECT FROM incoming WHERE incoming.text = incoming_text.number))";
inline constexpr const char* kForgetRechecked =
    "DELETE FROM submission WHERE plan = ANY ($1::text[])";
inline constexpr const char* kCountNew = R"(
SELECT count(*), count(*) FILTER (WHERE NOT accepted) FROM incoming WHERE text >= $1::bigint)";
inline constexpr const char* kListNewRefused = R"(
SELECT file, line, array_to_string(errors, ', ') FROM incoming
WHERE NOT accepted AND text >= $2::bigint ORDER BY text, nth LIMIT $1::bigint)";
inline constexpr const char* kKeepRows = "INSERT INTO submission SELECT * FROM incoming";

/// `checked` stays as it was where others of the plan's submissions were checked by an earlier
/// text of it.
inline constexpr const char* kKeepPlan = R"(
INSERT INTO plan (id, file, digest, checked, content)
VALUES ($1, $2, $3, $3, decode($4, 'hex'))
ON CONFLICT (id) DO UPDATE
SET file = excluded.file, digest = excluded.digest, content = excluded.content, loaded = now(),
    checked = CASE WHEN $5::boolean THEN excluded.checked ELSE plan.checked END)";
inline constexpr const char* kKeepEvents = R"(
INSERT INTO events (file, sha256, content) VALUES ($1, $2, decode($3, 'hex'))
ON CONFLICT (file) DO UPDATE SET sha256 = excluded.sha256, content = excluded.content)";
inline constexpr const char* kKeepFiles = R"(
INSERT INTO file (name, sha256) SELECT * FROM unnest($1::text[], $2::text[])
ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256)";
inline constexpr const char* kKeepLoad =
    "INSERT INTO load (added, known, refused) VALUES ($1::bigint, $2::bigint, $3::bigint)";

}  // namespace plantool
