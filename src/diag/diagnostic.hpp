// What is wrong in the user's data: found anywhere, collected here, shown at the end.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/codes.hpp"
#include "diag/source.hpp"
#include "text/message.hpp"

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
    Message message;
    Place place;
};

/// One finding.
struct Diagnostic : Place {
    Code code = Code::p_syntax;
    Severity severity = Severity::error;
    Message message;
    Message help;      ///< empty: none
    std::string path;  ///< JSON pointer to the value in its document; may be empty
    std::vector<Note> notes;
};

/// What a rule says of a place.
struct Finding {
    Code code;
    Span span;
    Message message;
    Message help = {};
    std::string path = {};
    std::vector<std::pair<Message, Span>> notes = {};  ///< other places, and what they are
};

/// Severities that a plan gives to single codes in place of their own; nothing: off.
using Severities = std::map<Code, std::optional<Severity>>;

class Diagnostics {
  public:
    void add(Finding finding);
    void add(Diagnostic diagnostic);
    /// Moves all of the other's findings behind these.
    void append(Diagnostics&& other);
    /// Counts findings that are not kept.
    void count_only(Severity severity, std::size_t findings) {
        counted_only_[static_cast<std::size_t>(severity)] += findings;
    }

    /// Grades what is here and whatever is added from now on as the plan says, and drops what is
    /// off. The severities must outlive it, or its next clear().
    void grade_by(const Severities& severities);

    void clear() {
        found_.clear();
        counted_only_ = {};
        severities_ = nullptr;
    }
    const std::vector<Diagnostic>& all() const { return found_; }
    std::vector<Diagnostic>& all() { return found_; }
    bool has_errors() const { return count(Severity::error) > 0; }
    std::size_t count(Severity severity) const;
    /// The codes of the errors, each once, in the order in which they were found.
    std::vector<Code> error_codes() const;
    /// By file, line, column, code; what was added first stays first within a place.
    void sort();

  private:
    /// False when the plan does not want to hear of it.
    bool grade(Diagnostic& diagnostic) const;

    std::vector<Diagnostic> found_;
    std::array<std::size_t, 3> counted_only_{};  ///< by severity
    const Severities* severities_ = nullptr;
};

/// The text form: `error[S104 unknown-agency]: …`, the place, the line, a caret, the help.
std::string to_text(const Diagnostic& diagnostic, bool color, Language language);

/// As people read it; `severity_name` is what scripts read.
std::string severity_word(Severity severity, Language language);

/// The place of a span; one without a file where the span has no source.
Place place_of(const Span& span);

}  // namespace plantool
