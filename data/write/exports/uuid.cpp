#include "data/write/exports/uuid.h"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace data {

std::string uuid_of(const std::string& document, std::string_view name) {
  const auto space = boost::uuids::string_generator{}(document);
  return to_string(boost::uuids::name_generator_sha1{space}(name.data(), name.size()));
}

}  // namespace data
