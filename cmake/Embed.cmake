# Carries files inside the program: every file under `folder` becomes a row of `table`, a span of
# {path, bytes} declared in `header`.
function(farandole_embed target folder header table)
  file(GLOB_RECURSE files RELATIVE "${folder}" CONFIGURE_DEPENDS "${folder}/*")
  list(SORT files)
  set(rows "")
  foreach(file IN LISTS files)
    file(READ "${folder}/${file}" bytes)
    string(APPEND rows "    {\"${file}\", R\"embedded(${bytes})embedded\"},\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${folder}/${file}")
  endforeach()
  set(source "${CMAKE_CURRENT_BINARY_DIR}/embedded/${target}.cpp")
  file(GENERATE OUTPUT "${source}" CONTENT "#include \"${header}\"

namespace app {
namespace {
constexpr EmbeddedFile kFiles[] = {
${rows}};
}  // namespace

std::span<const EmbeddedFile> ${table}() {
  return kFiles;
}

}  // namespace app
")
  target_sources(${target} PRIVATE "${source}")
endfunction()
