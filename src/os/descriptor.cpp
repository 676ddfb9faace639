// What is the same on every system.
#include "os/descriptor.hpp"

#include <utility>

namespace plantool::os {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this == &other) return *this;
    close();
    number_ = other.release();
    return *this;
}

int Descriptor::release() {
    return std::exchange(number_, -1);
}

}  // namespace plantool::os
