// What the norms say of type, spacing and margins, as the styles of a document: Nghị định
// 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW (2018); Hướng dẫn 05-HD/VPTW (2026).
#pragma once

#include "write/kit/word/word_document.hpp"
#include "write/report/paper/paper_layout.hpp"

namespace plantool::report_word {

/// The ids of the styles.
namespace style {
inline constexpr const char* kBody = "Normal";
inline constexpr const char* kPart = "Heading1";
inline constexpr const char* kTask = "Heading2";
inline constexpr const char* kDash = "ListBullet";
inline constexpr const char* kKind = "Title";
inline constexpr const char* kAbout = "Subtitle";
inline constexpr const char* kHead = "PaperHead";
inline constexpr const char* kRule = "PaperRule";
inline constexpr const char* kNote = "PaperNote";
inline constexpr const char* kCapacity = "Signature";
inline constexpr const char* kSentTo = "Recipients";
inline constexpr const char* kAnnex = "AnnexTitle";
inline constexpr const char* kAnnexNote = "AnnexNote";
inline constexpr const char* kAnnexPart = "AnnexPart";
inline constexpr const char* kCell = "TableCell";
inline constexpr const char* kCellHead = "TableHeading";
inline constexpr const char* kPageNumber = "Header";
}  // namespace style

struct Norm {
    PaperLayout layout = PaperLayout::nd30;
    double name_of_power = 13;  ///< of State or Party, at the right of the head
    double motto = 14;
    double issuer = 13;
    double number = 13;
    double day = 14;
    double kind = 14;
    double about = 14;
    double sent_to = 12;  ///< "Nơi nhận:"
    double recipients = 11;
};

Norm norm_of(PaperLayout layout);
std::vector<word::Style> styles_of(const Norm& norm);
/// The numbers of parts and tasks, and the dash of lists.
std::vector<word::List> lists_of(const Norm& norm);
/// A4, with the margins of the norm; lying, its head is where it is bound.
word::Page upright_page();
word::Page lying_page();

}  // namespace plantool::report_word
