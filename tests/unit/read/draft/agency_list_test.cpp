#include "read/draft/phrases/agency_list.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <utility>

#include "read/draft/agency_book.hpp"

using namespace plantool;

namespace {

std::string read(const char* list) {
    const auto found = agencies_in(list);
    auto out = fmt::format("{}", fmt::join(found.names, " | "));
    return found.related.empty() ? out : fmt::format("{} + {}", out, found.related);
}

}  // namespace

TEST_CASE("agencies of a list, commas and all") {
    const std::pair<const char*, const char*> cases[] = {
        {"Sở Kế hoạch và Đầu tư, Sở Nội vụ và các cơ quan, đơn vị liên quan.",
         "Sở Kế hoạch và Đầu tư | Sở Nội vụ + các cơ quan, đơn vị liên quan"},
        {"Sở Y tế, Sở Lao động - Thương binh và Xã hội, Sở Văn hóa, Thể thao và Du lịch",
         "Sở Y tế | Sở Lao động - Thương binh và Xã hội | Sở Văn hóa, Thể thao và Du lịch"},
        {"Các sở, ban, ngành; UBND các huyện, thị xã, thành phố",
         "Các sở, ban, ngành | UBND các huyện, thị xã, thành phố"},
        {"ban tuyên giáo các huyện, thị, thành ủy, đảng ủy trực thuộc Tỉnh ủy, Mặt trận Tổ quốc, "
         "đoàn thể tỉnh",
         "ban tuyên giáo các huyện, thị, thành ủy | đảng ủy trực thuộc Tỉnh ủy | Mặt trận Tổ quốc, "
         "đoàn thể tỉnh"},
        {"các Sở: Công Thương, Tài chính, Kế hoạch và Đầu tư",
         "Sở Công Thương | Sở Tài chính | Sở Kế hoạch và Đầu tư"},
        {"Công an tỉnh", "Công an tỉnh"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.first);
        CHECK(read(one.first) == one.second);
    }
}

TEST_CASE("ids of agencies are made from their names") {
    const std::pair<const char*, const char*> cases[] = {
        {"Ban Tuyên giáo Tỉnh ủy", "btg-tinh-uy"},
        {"Ủy ban nhân dân tỉnh", "ubnd-tinh"},
        {"Sở Lao động - Thương binh và Xã hội", "so-lao-dong-tbxh"},
        {"Sở Văn hóa, Thể thao và Du lịch", "so-van-hoa-the-thao-du-lich"},
        {"Ban Dân tộc tỉnh", "ban-dan-toc"},
        {"Công an tỉnh", "cong-an-tinh"},
        {"Ủy ban nhân dân các huyện, thị xã, thành phố", "ubnd-cap-huyen"},
        {"ban tuyên giáo (tuyên huấn) các huyện, thị, thành ủy", "btg-cap-huyen"},
        {"Mặt trận Tổ quốc, đoàn thể tỉnh", "mttq-doan-the"},
        {"…", "co-quan"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.first);
        CHECK(agency_id(one.first) == one.second);
    }
}

TEST_CASE("what the document shortens is one agency") {
    AgencyBook book;
    book.set_place("An Hòa");
    book.read_definitions("Bộ Giáo dục và Đào tạo (sau đây gọi tắt là Bộ GDĐT) ban hành");
    const auto id = book.id_of("Bộ GDĐT", {"I", "line"});
    CHECK(book.id_of("Bộ Giáo dục và Đào tạo", {"II", "line"}) == id);
    CHECK(book.id_of("UBND tỉnh An Hòa", {"I", "line"}) ==
          book.id_of("ỦY BAN NHÂN DÂN TỈNH", {"I", "line"}));
    CHECK(book.agencies().size() == 2);
}
