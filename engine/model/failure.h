/// The exceptions every door can say in the reader's language: the world failed, or was asked
/// wrongly.
#pragma once

#include <stdexcept>
#include <utility>

#include "engine/model/text.h"

namespace engine {

/// The world outside failed (disk, lock, rights): what happened, with its values. what() is
/// English.
class Failure : public std::runtime_error {
 public:
  explicit Failure(Text text) : std::runtime_error(text.en), text_(std::move(text)) {}
  [[nodiscard]] const Text& text() const { return text_; }

 private:
  Text text_;
};

/// The command names something that does not exist, as a version the document does not hold.
class BadRequest : public Failure {
 public:
  using Failure::Failure;
};

}  // namespace engine
