#include "engine/model/system_words.h"

#include <cerrno>

namespace engine {

Text system_words(const std::error_code& error) {
  switch (error.value()) {
    case EACCES:
    case EPERM:
      return say({"droits insuffisants", "permission denied"});
    case ENOENT:
    case ENOTDIR:
      return say({"son dossier n’existe pas", "its folder does not exist"});
    case EISDIR:
      return say({"c’est un dossier", "it is a folder"});
    case EEXIST:
      return say({"un fichier porte ce nom", "a file has that name"});
    case ENOSPC:
    case EDQUOT:
      return say({"il n’y a plus de place sur le disque\u202f; libérez-en et recommencez",
                  "the disk is full; make room and try again"});
    case EFBIG:
      return say({"fichier trop grand pour ce disque", "file too large for this disk"});
    case EROFS:
      return say({"système de fichiers en lecture seule", "read-only file system"});
    case ENAMETOOLONG:
      return say({"nom trop long", "name too long"});
    case EIO:
      return say(
          {"le disque ne répond pas comme il faut", "the disk does not answer as it should"});
    default:
      return say({"erreur {0} du système", "system error {0}"}, error.value());
  }
}

}  // namespace engine
