#include "tests/cli/golden.h"

#include "tests/support/golden.h"

namespace tests {

std::string golden(const std::string& name, const std::string& actual) {
  return approved("cli/" + name, actual);
}

}  // namespace tests
