#include "text/message.hpp"

#include <fmt/args.h>

#include "text/utf8.hpp"

namespace plantool {
namespace {

std::string day_text(std::chrono::sys_days day, Language language) {
    if (language == Language::vi) return short_date(day, language);
    const std::chrono::year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string text_of(const Filling& filling, Language language) {
    if (const auto* text = std::get_if<std::string>(&filling)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&filling)) {
        return format_integer(*number, language);
    }
    if (const auto* day = std::get_if<std::chrono::sys_days>(&filling)) {
        return day_text(*day, language);
    }
    if (const auto* text = std::get_if<InEach>(&filling)) {
        return language == Language::vi ? text->vi : text->en;
    }
    std::string out;
    for (const auto& message : std::get<std::vector<Message>>(filling)) {
        if (!out.empty()) out += ", ";
        out += say(message, language);
    }
    return out;
}

}  // namespace

Message Message::verbatim(std::string text) {
    Message out;
    out.fillings_.emplace_back(std::move(text));
    return out;
}

Message Message::in_each(std::string vi, std::string en) {
    Message out;
    out.fillings_.emplace_back(InEach{std::move(vi), std::move(en)});
    return out;
}

std::string say(const Message& message, Language language) {
    if (message.empty()) return {};
    if (!message.said_) return to_nfc(text_of(message.fillings_.front(), language));
    const auto& entry = entry_of(message.word_);
    fmt::dynamic_format_arg_store<fmt::format_context> places;
    bool many = false;
    for (const auto& filling : message.fillings_) {
        const auto* number = std::get_if<std::int64_t>(&filling);
        if (&filling == &message.fillings_.front()) many = number != nullptr && *number != 1;
        places.push_back(text_of(filling, language));
    }
    // Names in it may be as they were written.
    const bool english_many = many && language == Language::en && !entry.en_many.empty();
    auto text = fmt::vformat(english_many ? entry.en_many : entry.in(language), places);
    return is_nfc(text) ? text : to_nfc(text);
}

}  // namespace plantool
