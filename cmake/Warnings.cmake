# Warnings and sanitizers, linked privately by every target of ours.
add_library(farandole_warnings INTERFACE)
target_compile_options(farandole_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wdouble-promotion -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees an overlap in every "text" + std::string once it is inlined (gcc.gnu.org/PR105651).
  target_compile_options(farandole_warnings INTERFACE -Wno-restrict)
endif()
if(FARANDOLE_WERROR)
  target_compile_options(farandole_warnings INTERFACE -Werror)
endif()
if(FARANDOLE_SANITIZE)
  # GCC reports false -Wmaybe-uninitialized inside libstdc++ when a sanitizer is on.
  add_compile_options(-fsanitize=${FARANDOLE_SANITIZE} -fno-sanitize-recover=all
    -fno-omit-frame-pointer -Wno-maybe-uninitialized)
  add_link_options(-fsanitize=${FARANDOLE_SANITIZE})
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()
