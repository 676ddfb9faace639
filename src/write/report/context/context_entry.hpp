// The parts of a report's context, and how values are put into it.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "write/report/context/context.hpp"

namespace plantool::report_context_parts {

struct Context {
    const Report& report;
    Language language;
    const Markup& markup;
    std::set<std::string> used;  ///< the names of all tags of the template
};

/// An entry of a list, or the whole context: keys and their values.
class Entry {
  public:
    using Data = kainjow::mustache::data;

    explicit Entry(const Context& context) : context_(context) {}

    /// A text of the plan or of a submission.
    void text(const std::string& key, std::string_view value) {
        plain(key, context_.markup.escape(value));
    }
    /// A text that is safe as it is: numbers, dates and labels of our own.
    void plain(const std::string& key, const std::string& value) {
        data_[key] = value.empty() ? Data(false) : Data(value);
    }
    void flag(const std::string& key, bool value) { data_[key] = Data(value); }
    /// A list: `fill(Entry&, element)` for each entry.
    template <class Elements, class Fill>
    void list(const std::string& key, const Elements& elements, Fill fill) {
        flag("any_" + key, elements.begin() != elements.end());
        if (!context_.used.contains(key)) return;
        Data list(Data::type::list);
        // The library's own ways of filling a list copy the entries with all that is in them.
        auto& entries = const_cast<kainjow::mustache::list&>(list.list_value());
        entries.reserve(elements.size());
        for (const auto& element : elements) {
            Entry entry(context_);
            entry.plain("number", std::to_string(entries.size() + 1));
            entry.flag("last", entries.size() + 1 == elements.size());
            fill(entry, element);
            entries.push_back(std::move(entry.data_));
        }
        data_[key] = std::move(list);
    }
    Data take() { return std::move(data_); }

  private:
    const Context& context_;
    Data data_;
};

void add_paper(const Context& context, Entry& out);
void add_results(const Context& context, Entry& out);
void add_timeliness(const Context& context, Entry& out);
void add_annexes(const Context& context, Entry& out);

}  // namespace plantool::report_context_parts
