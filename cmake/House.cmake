# The house: one static library per folder. A folder may include only what it links here, so these
# lines are the architecture: engine <- scheduler, data, sheets <- app <- cli.
function(farandole_room name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${name}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "cli/main\\.cpp$")
  add_library(farandole_${name} STATIC ${sources})
  target_include_directories(farandole_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(farandole_${name} PRIVATE farandole_warnings)
endfunction()

farandole_room(engine)
target_link_libraries(farandole_engine PUBLIC fmt::fmt)

farandole_room(scheduler)
target_link_libraries(farandole_scheduler PUBLIC farandole_engine PRIVATE Threads::Threads Boost::headers)

farandole_room(data)
target_link_libraries(farandole_data PUBLIC farandole_engine
  PRIVATE tomlplusplus::tomlplusplus nlohmann_json::nlohmann_json SQLiteCpp farandole_tz
  Boost::headers pugixml::pugixml plain::xlsxwriter)

farandole_room(sheets)
target_link_libraries(farandole_sheets PUBLIC farandole_engine PRIVATE PkgConfig::PANGOCAIRO PkgConfig::QRENCODE Threads::Threads)

farandole_room(app)
target_link_libraries(farandole_app PUBLIC farandole_engine PRIVATE farandole_scheduler farandole_data farandole_sheets)
farandole_embed(farandole_app "${CMAKE_SOURCE_DIR}/examples/templates" app/template_files.h template_files)

farandole_room(cli)
target_compile_definitions(farandole_cli PRIVATE FARANDOLE_VERSION="${PROJECT_VERSION}")
target_link_libraries(farandole_cli PRIVATE farandole_app farandole_engine CLI11::CLI11)
