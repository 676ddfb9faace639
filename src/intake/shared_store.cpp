#include "intake/shared_store.hpp"

namespace plantool {

bool is_store_address(std::string_view path) {
    return path.starts_with("postgresql://") || path.starts_with("postgres://");
}

}  // namespace plantool
