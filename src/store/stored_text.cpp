#include "store/stored_text.hpp"

#include <array>
#include <utility>

#include "text/message.hpp"

namespace plantool {
namespace {

/// A name of no system has such a byte.
constexpr char kEnd = '\0';

std::string_view take_field(std::string_view& rest) {
    const auto end = rest.find(kEnd);
    const auto field = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return field;
}

AttachedFile::State state_of(std::string_view digit) {
    using State = AttachedFile::State;
    constexpr std::array kStates = {State::there,     State::missing,   State::no_file,
                                    State::elsewhere, State::too_large, State::unreadable};
    const auto index = digit.empty() ? 1U : static_cast<unsigned>(digit.front() - '0');
    return index < kStates.size() ? kStates[index] : State::missing;
}

}  // namespace

AttachedFile NotingLook::operator()(const AttachmentFolders& folders, const std::string& name,
                                    bool hashed) const {
    auto file = look_on_disk(folders, name, hashed);
    // Named twice, once with a digest and once without: the one that knows more stays.
    auto& noted = (*found)[name];
    if (noted.sha256.empty()) noted = file;
    return file;
}

void note_attachments(Piece& piece) {
    piece.attachments = NotingLook();
}

std::string noted_attachments(const Piece& piece) {
    const auto* look = piece.attachments.target<NotingLook>();
    std::string out;
    if (look == nullptr) return out;
    for (const auto& [name, file] : *look->found) {
        const std::string state(1, static_cast<char>('0' + static_cast<int>(file.state)));
        for (const auto& field : {state, file.sha256, file.where, name, say(file.why, Language::vi),
                                  say(file.why, Language::en)}) {
            out += field;
            out += kEnd;
        }
    }
    return out;
}

AttachmentLook look_in(std::string_view noted) {
    auto known = std::make_shared<Attachments>();
    while (!noted.empty()) {
        AttachedFile file;
        file.state = state_of(take_field(noted));
        file.sha256 = take_field(noted);
        file.where = take_field(noted);
        auto& entry = (*known)[std::string(take_field(noted))];
        std::string vi(take_field(noted));
        file.why = Message::in_each(std::move(vi), std::string(take_field(noted)));
        entry = std::move(file);
    }
    return [known](const AttachmentFolders&, const std::string& name, bool) {
        const auto found = known->find(name);
        return found == known->end() ? AttachedFile{AttachedFile::State::missing} : found->second;
    };
}

}  // namespace plantool
