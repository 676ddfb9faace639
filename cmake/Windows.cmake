# A toolchain: programs for 64-bit Windows, with Debian's g++-mingw-w64-x86-64-posix. Libraries of
# this machine are none of theirs: what is needed besides comes from sources.

set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)

set(PLANTOOL_MINGW x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${PLANTOOL_MINGW}-gcc-posix)
set(CMAKE_CXX_COMPILER ${PLANTOOL_MINGW}-g++-posix)
set(CMAKE_RC_COMPILER ${PLANTOOL_MINGW}-windres)

set(CMAKE_FIND_ROOT_PATH /usr/${PLANTOOL_MINGW})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
