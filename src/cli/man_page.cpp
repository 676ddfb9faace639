#include "cli/man_page.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <string_view>
#include <vector>

#include "cli/help_page.hpp"
#include "cli/manual.hpp"

namespace plantool {
namespace {

/// What stands for itself in the notation. Hyphens are those that can be typed again.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '\\':
                out += "\\e";
                break;
            case '-':
                out += "\\-";
                break;
            case '\'':
                out += "\\(aq";
                break;
            case '^':
                out += "\\(ha";
                break;
            case '~':
                out += "\\(ti";
                break;
            default:
                out += c;
        }
    }
    return out.starts_with(".") ? "\\&" + out : out;
}

/// A sentence, in which backquotes make bold what is to be typed.
std::string running(std::string_view text) {
    std::string out;
    bool bold = false;
    while (!text.empty()) {
        const auto end = std::min(text.find('`'), text.size());
        out += escaped(text.substr(0, end));
        if (end == text.size()) break;
        bold = !bold;
        out += bold ? "\\fB" : "\\fR";
        text.remove_prefix(end + 1);
    }
    return out;
}

std::string bold(std::string_view text) {
    return "\\fB" + escaped(text) + "\\fR";
}

std::string in_section(std::string_view page, int section) {
    return fmt::format("{}({})", bold(page), section);
}

struct Line {
    std::string_view name;
    Word what;
};

constexpr std::array kEnvironment = {
    Line{"PLANTOOL_PLAN", Word::man_env_plan},
    Line{"PLANTOOL_SUBMISSIONS", Word::man_env_submissions},
    Line{"PLANTOOL_AS_OF", Word::man_env_as_of},
    Line{"PLANTOOL_LANG", Word::man_env_lang},
    Line{"LC_ALL, LC_MESSAGES, LANG", Word::man_env_locale},
    Line{"NO_COLOR", Word::man_env_no_color},
    Line{"PLANTOOL_COLUMNS", Word::man_env_columns},
    Line{"PAGER", Word::man_env_pager},
};
constexpr std::array kFiles = {
    Line{"plan.yaml, plan-*.yaml, data/plan-*.yaml", Word::man_file_plan},
    Line{"/usr/share/plantool/holidays-vn.yaml", Word::man_file_holidays},
    Line{"/usr/share/plantool/schemas/", Word::man_file_schemas},
};
constexpr std::array kExits = {
    Line{"0", Word::man_exit_fine},
    Line{"1", Word::man_exit_findings},
    Line{"2", Word::man_exit_failure},
};

class ManPage {
  public:
    ManPage(const CLI::App& program, const CLI::App* command, Language language)
        : program_(program),
          command_(command),
          language_(language),
          manual_(manual_entry(command == nullptr ? "" : command->get_name())) {}

    std::string write() {
        const auto& app = command_ == nullptr ? program_ : *command_;
        const auto name = page_of(command_);
        out_ = fmt::format(".TH {} 1 {} \"plantool {}\" \"{}\"\n", escaped(name), PLANTOOL_RELEASED,
                           PLANTOOL_VERSION, word(Word::man_manual));
        section(Word::man_name);
        out_ += fmt::format("{} \\- {}\n", escaped(name), running(app.get_description()));
        section(Word::man_synopsis);
        out_ += synopsis(app) + "\n";
        section(Word::man_description);
        out_ += running(word(manual_.about)) + "\n";
        if (command_ == nullptr) {
            section(Word::man_commands);
            for (const auto* one : program_.get_subcommands({})) {
                entry(in_section(page_of(one), 1), one->get_description());
            }
        }
        options(app);
        if (command_ == nullptr) {
            lines(Word::man_environment, kEnvironment);
            lines(Word::man_files, kFiles);
        }
        lines(Word::man_exit_status, kExits);
        examples();
        see_also();
        return std::move(out_);
    }

  private:
    std::string word(Word word) const { return say(word, language_); }

    static std::string page_of(const CLI::App* command) {
        return command == nullptr ? "plantool" : "plantool-" + command->get_name();
    }

    void section(Word heading) { out_ += ".SH " + word(heading) + "\n"; }

    void entry(std::string_view name, std::string_view text) {
        out_ += fmt::format(".TP\n{}\n{}\n", name, running(text));
    }

    template <class Lines>
    void lines(Word heading, const Lines& lines) {
        section(heading);
        for (const auto& line : lines) entry(bold(line.name), word(line.what));
    }

    std::string synopsis(const CLI::App& app) const {
        auto out = bold("plantool");
        if (command_ != nullptr) out += " " + bold(command_->get_name());
        out += fmt::format(" [\\fI{}\\fR]", escaped(word(Word::value_options)));
        for (const auto* argument : arguments_of(app)) {
            out += fmt::format(" [\\fI{}\\fR]", escaped(name_of(*argument)));
        }
        if (command_ == nullptr) {
            out += fmt::format(" [\\fI{}\\fR]", escaped(word(Word::value_command)));
        }
        return out;
    }

    void options(const CLI::App& app) {
        if (const auto arguments = arguments_of(app); !arguments.empty()) {
            section(Word::man_arguments);
            for (const auto* one : arguments) {
                entry("\\fI" + escaped(name_of(*one)) + "\\fR", one->get_description());
            }
        }
        section(Word::man_options);
        for (const auto* one : options_of(app)) {
            entry(bold(name_of(*one)), one->get_description());
        }
        if (command_ == nullptr) return;
        out_ +=
            ".PP\n" + say(Word::man_common_options, language_, in_section("plantool", 1)) + "\n";
    }

    void examples() {
        section(Word::man_examples);
        for (const auto& example : manual_.examples) entry(bold(example.line), word(example.what));
    }

    void see_also() {
        section(Word::man_see_also);
        if (command_ != nullptr) {
            out_ += in_section("plantool", 1) + ",\n";
        } else {
            for (const auto* one : program_.get_subcommands({})) {
                out_ += in_section(page_of(one), 1) + ",\n";
            }
        }
        out_ += in_section("plantool-plan", 5) + "\n";
    }

    const CLI::App& program_;
    const CLI::App* command_;
    Language language_;
    const ManualEntry& manual_;
    std::string out_;
};

}  // namespace

std::string man_page(const CLI::App& program, const CLI::App* command, Language language) {
    return ManPage(program, command, language).write();
}

}  // namespace plantool
