// What is wrong in the user's data: found anywhere, collected here, shown at the end.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/codes.hpp"
#include "diag/source.hpp"

namespace plantool {

/// Part of a file. It owns all that showing it needs, so that the source may be gone by then.
struct Place {
    std::string file;
    int line = 1;  ///< from 1; columns too, in code points, the end exclusive
    int column = 1;
    int end_line = 1;
    int end_column = 1;
    std::string excerpt;     ///< the line that `line` names, or the part around the column
    int excerpt_column = 1;  ///< of its first letter

    bool operator==(const Place&) const = default;
};

/// Another place that a finding speaks of: "first written here".
struct Note {
    std::string message;
    Place place;
};

/// One finding.
struct Diagnostic : Place {
    Code code = Code::p_syntax;
    Severity severity = Severity::error;
    std::string message;
    std::string help;  ///< empty: none
    std::string path;  ///< JSON pointer to the value in its document; may be empty
    std::vector<Note> notes;
};

/// What a rule says of a place.
struct Finding {
    Code code;
    Span span;
    std::string message;
    std::string help = {};
    std::string path = {};
    std::vector<std::pair<std::string, Span>> notes = {};  ///< other places, and what they are
};

/// Severities that a plan gives to single codes in place of their own; nothing: off.
using Severities = std::map<Code, std::optional<Severity>>;

class Diagnostics {
  public:
    void add(Finding finding);
    void add(Diagnostic diagnostic);
    /// Moves all of the other's findings behind these.
    void append(Diagnostics&& other);

    void clear() { found_.clear(); }
    const std::vector<Diagnostic>& all() const { return found_; }
    std::vector<Diagnostic>& all() { return found_; }
    bool has_errors() const { return count(Severity::error) > 0; }
    std::size_t count(Severity severity) const;
    /// The codes of the errors, each once, in the order in which they were found.
    std::vector<Code> error_codes() const;
    /// Gives the codes their severities and drops those that are off.
    void regrade(const Severities& severities);
    /// By file, line, column, code; what was added first stays first within a place.
    void sort();

  private:
    std::vector<Diagnostic> found_;
};

/// The text form: `error[S104 unknown-agency]: …`, the place, the line, a caret, the help.
std::string to_text(const Diagnostic& diagnostic, bool color);

/// The place of a span; one without a file where the span has no source.
Place place_of(const Span& span);

}  // namespace plantool
