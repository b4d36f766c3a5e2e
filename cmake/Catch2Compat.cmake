# Catch2 2.13 (Debian 12) and 3 (Debian 13) behind one target; tests include tests/catch.h.
find_package(Catch2 REQUIRED)  # no version: its config files accept only their own major one
if(Catch2_VERSION VERSION_LESS 2.13)
  message(FATAL_ERROR "Catch2 ${Catch2_VERSION} is too old: 2.13 or newer")
endif()
list(APPEND CMAKE_MODULE_PATH "${Catch2_DIR}")
include(Catch)
add_library(Catch2Compat INTERFACE)
if(TARGET Catch2::Catch2WithMain)
  target_link_libraries(Catch2Compat INTERFACE Catch2::Catch2WithMain)
else()
  file(GENERATE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/catch2_main.cpp"
    CONTENT "#define CATCH_CONFIG_MAIN\n#include <catch2/catch.hpp>\n")
  add_library(catch2_main STATIC "${CMAKE_CURRENT_BINARY_DIR}/catch2_main.cpp")
  target_link_libraries(catch2_main PUBLIC Catch2::Catch2)
  target_link_libraries(Catch2Compat INTERFACE catch2_main)
endif()
