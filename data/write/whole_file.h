/// Files that appear whole or not at all.
#pragma once

#include <string>

namespace data {

/// Writes `bytes` to a file beside `path` that then takes its name, replacing what had it; a device
/// or a pipe is written to as it is. Throws engine::Failure, naming the path, when that fails: then
/// what was there is as it was.
void write_whole_file(const std::string& path, const std::string& bytes);

}  // namespace data
