// The text of a YAML file as the stream that yaml-cpp reads.
#pragma once

#include <streambuf>
#include <string_view>
#include <utility>

namespace plantool {

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
