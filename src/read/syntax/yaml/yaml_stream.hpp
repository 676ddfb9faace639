// The text of a YAML file as yaml-cpp is to read it, and what it gives back as it was meant.
#pragma once

#include <optional>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>

namespace plantool {

/// The text with the same places, but without what the library misreads: the escapes \_, \N, \L, \P
/// and those of surrogate pairs, and byte-order marks before the documents of a file that was put
/// together.
class YamlInput {
  public:
    explicit YamlInput(std::string_view text);
    YamlInput(const YamlInput&) = delete;
    YamlInput& operator=(const YamlInput&) = delete;

    std::string_view text() const { return text_; }
    /// The value of a scalar that the library read.
    std::string meant(std::string value, bool in_double_quotes) const;

  private:
    std::string& own();
    void hide_escapes();
    void hide_marks();

    std::string_view text_;
    std::optional<std::string> own_;  ///< where something was hidden
    bool has_escapes_ = false;
};

/// The text and then one more line, a comment, without copying the text.
class Ended : public std::streambuf {
  public:
    explicit Ended(std::string_view text) { show(text); }

  protected:
    int_type underflow() override {
        if (std::exchange(at_end_, true)) return traits_type::eof();
        show("\n# eof");
        return traits_type::to_int_type(*gptr());
    }

  private:
    void show(std::string_view text) {
        auto* const begin = const_cast<char*>(text.data());  // it is only read
        setg(begin, begin, begin + text.size());
    }

    bool at_end_ = false;
};

}  // namespace plantool
