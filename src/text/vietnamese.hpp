// When two Vietnamese names are the same name (formats.md, section 4).
#pragma once

#include <string>
#include <string_view>

namespace plantool {

/// The form in which names are compared. Equal forms mean the same name: the form ignores Unicode
/// normalisation, case, white space and invisible characters, the kind of dash and the spaces
/// around it, where in its syllable a tone mark stands, look-alikes of Đ, and the abbreviations
/// TP., TX., H. of unit types. It never ignores a diacritic: Hòa, Hoà are one name and Hoa another.
/// The form is for comparing only; it is no text to show.
std::string fold_name(std::string_view name);

/// fold_name without any diacritic (đ becomes d). Names that are equal only in this form are not
/// the same: they are worth a "did you mean".
std::string fold_without_diacritics(std::string_view name);

}  // namespace plantool
