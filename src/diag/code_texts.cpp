#include "diag/code_texts.hpp"

#include <fmt/format.h>

#include <cstddef>

#include "text/utf8.hpp"

namespace plantool {
namespace {

std::string_view choose(Language language, std::string_view vi, std::string_view en) {
    return language == Language::vi ? vi : en;
}

}  // namespace

const CodeText& text_of(Code code) {
    // The parts are checked, where they are compiled, to hold all codes from one to the next.
    auto part = plan_form_texts();
    for (const auto other : {plan_rule_texts(), submission_form_texts(), submission_rule_texts()}) {
        if (other.front().code <= code) part = other;
    }
    return part[static_cast<std::size_t>(code) - static_cast<std::size_t>(part.front().code)];
}

std::string_view title_of(Code code, Language language) {
    return choose(language, text_of(code).title_vi, info(code).title);
}

std::string_view topic_name(Topic topic, Language language) {
    switch (topic) {
        case Topic::form:
            return choose(language, "quy cách tệp: chữ viết, mục và kiểu giá trị",
                          "file formats: text, keys and types");
        case Topic::plan_file:
            return choose(language, "quy cách tệp, phần 1: kế hoạch",
                          "file formats, section 1: plan");
        case Topic::submission_file:
            return choose(language, "quy cách tệp, phần 2: bản báo cáo",
                          "file formats, section 2: submission");
        case Topic::findings:
            return choose(language, "quy cách tệp, phần 3: những gì được kiểm tra",
                          "file formats, section 3: what validation finds");
        case Topic::names:
            return choose(language, "quy cách tệp, phần 4: tên gọi",
                          "file formats, section 4: names");
        case Topic::periods:
            return choose(language, "quy tắc tính, phần 2: chu kỳ và kỳ báo cáo",
                          "rules of reckoning, section 2: cadences and periods");
        case Topic::obligations:
            return choose(language, "quy tắc tính, phần 3: nghĩa vụ báo cáo",
                          "rules of reckoning, section 3: obligations");
        case Topic::due_day:
            return choose(language, "quy tắc tính, phần 4: ngày đến hạn",
                          "rules of reckoning, section 4: due day");
        case Topic::expected:
            return choose(language, "quy tắc tính, phần 5: báo cáo phải nộp",
                          "rules of reckoning, section 5: expected reports");
        case Topic::counting:
            return choose(language, "quy tắc tính, phần 6: bản nào được tính",
                          "rules of reckoning, section 6: which submission counts");
    }
    return {};
}

std::string explain(Code code, Language language, int width) {
    const auto& about = info(code);
    const auto& text = text_of(code);
    auto out = fmt::format("{} {} ({})\n{}\n\n", about.id, about.slug,
                           severity_name(about.severity), title_of(code, language));
    for (const auto& line : wrap_to_width(choose(language, text.vi, text.en), width)) {
        out += line + "\n";
    }
    out += fmt::format("\n  {}{}\n  {}{}\n\n", choose(language, "Sai:   ", "Wrong:  "), text.wrong,
                       choose(language, "Đúng:  ", "Right:  "), text.right);
    out += fmt::format("{}: {}\n", choose(language, "Căn cứ", "Clause"),
                       topic_name(text.topic, language));
    return out;
}

}  // namespace plantool
