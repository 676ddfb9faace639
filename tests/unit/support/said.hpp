// What a finding says, in English, for tests that look at its words.
#pragma once

#include <string>

#include "text/message.hpp"

inline std::string said(const plantool::Message& message) {
    return plantool::say(message, plantool::Language::en);
}
