# plantool::warnings: link it (PRIVATE) to whatever we wrote ourselves. Library headers come in
# as system headers and stay silent.

add_library(plantool_warnings INTERFACE)
add_library(plantool::warnings ALIAS plantool_warnings)

target_compile_options(plantool_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wformat=2 -Wextra-semi
    $<$<BOOL:${PLANTOOL_WERROR}>:-Werror>)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 sees overlapping copies in plain string concatenation (GCC bug 105651), and with
    # sanitizers it loses track of what is initialised. -Wnull-dereference is left out
    # altogether: it blames inlined standard containers.
    target_compile_options(plantool_warnings INTERFACE
        -Wduplicated-cond -Wlogical-op
        -Wno-restrict $<$<BOOL:${PLANTOOL_SANITIZE}>:-Wno-maybe-uninitialized>)
endif()
