// The automatic numbers of a Word file, which stand nowhere in its text: counted as Word counts
// them.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "read/office/xml.hpp"

namespace plantool {

class WordNumbering {
  public:
    WordNumbering() = default;
    explicit WordNumbering(pugi::xml_node numbering);

    /// The number of the next paragraph of a list: `1.1.`, `a)`, `-`; empty where it has none.
    /// Levels are counted from 0.
    std::string next(std::string_view list, int level);

    /// The level of a list that a paragraph's style is bound to; 0 where it is to none.
    int level_of_style(std::string_view list, std::string_view style) const;

  private:
    static constexpr std::size_t kLevels = 9;

    struct Level {
        int start = 1;
        std::string format = "decimal";
        std::string text;
        std::string style;
        int restarts_after = -1;  ///< a level from 1; -1: any that is higher; 0: never
        bool arabic = false;      ///< all numbers of its text, for lawyers
    };
    using Levels = std::array<Level, kLevels>;
    struct List {
        std::string counted_as;  ///< lists of one make go on with each other's numbers
        Levels levels;
        std::array<bool, kLevels> starts_anew{};
    };
    struct Counts {
        std::array<int, kLevels> value{};
        std::array<bool, kLevels> begun{};
    };

    static void read_level(pugi::xml_node node, Levels& levels);

    std::map<std::string, List, std::less<>> lists_;
    std::map<std::string, Counts> counts_;
};

/// `iv` of 4 in `lowerRoman`; what is not known is written in digits.
std::string number_in_format(int number, std::string_view format);

}  // namespace plantool
