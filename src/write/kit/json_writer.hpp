// JSON written key by key, without a tree: in the order in which it is asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/date.hpp"

namespace plantool {

/// The text as a JSON string with its quotes. Bytes that are no UTF-8 become U+FFFD.
std::string json_string(std::string_view text);

/// A rate in ten-thousandths as a JSON number with at most 4 decimals.
std::string json_rate(int ten_thousandths);

class JsonWriter {
  public:
    /// How a container is laid out: its entries on one line, or one to a line.
    enum class Layout { one_line, lines };

    void begin_object(Layout layout = Layout::one_line) { begin('{', layout); }
    void end_object() { end('}'); }
    void begin_array(Layout layout = Layout::one_line) { begin('[', layout); }
    void end_array() { end(']'); }
    void key(std::string_view name);

    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(const std::string& text) { value(std::string_view(text)); }
    void value(std::int64_t number);
    void value(int number) { value(static_cast<std::int64_t>(number)); }
    void value(bool truth) { raw(truth ? "true" : "false"); }
    void value(double number);  ///< null where it is none
    void value(Day day);
    void null() { raw("null"); }
    template <class T>
    void value(const std::optional<T>& maybe) {
        if (maybe) {
            value(*maybe);
        } else {
            null();
        }
    }
    /// JSON that is written already.
    void raw(std::string_view json);

    template <class T>
    void member(std::string_view name, const T& what) {
        key(name);
        value(what);
    }
    /// The text, or null when it is empty.
    void text_or_null(std::string_view name, std::string_view text);
    /// A rate in ten-thousandths, or null.
    void rate(std::string_view name, std::optional<int> ten_thousandths);

    /// Gives away what was written so far, for output piece by piece.
    template <class Sink>
    void flush(const Sink& sink) {
        sink(std::string_view(out_));
        out_.clear();
    }
    /// The same as a text of its own.
    std::string take();

  private:
    struct Open {
        Layout layout = Layout::one_line;
        bool empty = true;
    };

    void begin(char bracket, Layout layout);
    void end(char bracket);
    void separate();

    std::string out_;
    std::vector<Open> open_;
    bool after_key_ = false;
};

}  // namespace plantool
