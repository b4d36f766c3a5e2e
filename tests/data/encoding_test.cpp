#include "data/read/encoding.h"

#include "tests/catch.h"

using data::decode;
using data::Encoding;

TEST_CASE("UTF-8 with and without its mark") {
  CHECK(decode("\xEF\xBB\xBF"
               "Élodie")
            .text == "Élodie");
  CHECK(decode("Élodie").text == "Élodie");
  CHECK(decode("Élodie").encoding == Encoding::Utf8);
  CHECK(decode("").encoding == Encoding::Utf8);
}

TEST_CASE("Windows-1252 as Excel writes it") {
  const auto decoded = decode("\x80 \x8Cuvre \xC9lodie l\x92\xE9t\xE9");
  CHECK(decoded.encoding == Encoding::Windows1252);
  CHECK(decoded.text == "€ Œuvre Élodie l’été");
}

TEST_CASE("bytes that look like UTF-8 but are not") {
  CHECK(decode("\xC0\xAF").encoding == Encoding::Windows1252);
  CHECK(decode("\xED\xA0\x80").encoding == Encoding::Windows1252);
  CHECK(decode("\xF5\x80\x80\x80").encoding == Encoding::Windows1252);
  CHECK(decode("abc\xC3").encoding == Encoding::Windows1252);
}

TEST_CASE("what is no text is said to be none") {
  CHECK(decode(std::string_view("a\0b", 3)).encoding == Encoding::Binary);
  CHECK(decode("\x7F"
               "ELF\x02\x01")
            .encoding == Encoding::Binary);
  CHECK(decode("\xFF\xFE"
               "a")
            .encoding == Encoding::Utf16);
}

TEST_CASE("characters, not bytes") {
  CHECK(data::characters("Élodie €") == 8);
}
