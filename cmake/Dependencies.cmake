# What the distribution brings (docs/architecture.md says where each is confined).
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(Boost 1.74 REQUIRED CONFIG)  # Boost.Graph, headers only
find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(pugixml REQUIRED)
find_package(tomlplusplus REQUIRED)  # the shared library: its headers alone abort on bad input
pkg_check_modules(PANGOCAIRO REQUIRED IMPORTED_TARGET pangocairo cairo-pdf)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)

# Debian 13's xlsxwriter.pc asks for a minizip.pc that it does not bring.
find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
find_path(XLSXWRITER_INCLUDE_DIR xlsxwriter.h REQUIRED)
add_library(plain::xlsxwriter UNKNOWN IMPORTED)
set_target_properties(plain::xlsxwriter PROPERTIES IMPORTED_LOCATION "${XLSXWRITER_LIBRARY}"
  INTERFACE_INCLUDE_DIRECTORIES "${XLSXWRITER_INCLUDE_DIR}")

# Time zones: std::chrono where the library has them (GCC 14), else Howard Hinnant's date.
include(CheckCXXSourceCompiles)
set(CMAKE_REQUIRED_FLAGS "-std=c++20")
check_cxx_source_compiles("#include <chrono>
  int main() { return std::chrono::locate_zone(\"Europe/Paris\") == nullptr; }" HAVE_STD_CHRONO_TZ)
unset(CMAKE_REQUIRED_FLAGS)
add_library(farandole_tz INTERFACE)
if(NOT HAVE_STD_CHRONO_TZ)
  find_package(date REQUIRED)
  target_link_libraries(farandole_tz INTERFACE date::date-tz)
endif()
