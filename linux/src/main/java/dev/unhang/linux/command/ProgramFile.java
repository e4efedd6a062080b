package dev.unhang.linux.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a program is. Beyond the PATH that unhang was given, the places of administrators'
/// programs are searched: users of Debian don't have them on theirs, and would be told that ethtool
/// is not installed.
final class ProgramFile {
  private static final String FOR_ADMINISTRATORS = "/usr/local/sbin:/usr/sbin:/sbin";

  private ProgramFile() {}

  /// The first that may be run; else the first there is; empty where there is none.
  ///
  /// @param program a name, or with a slash a path
  static Optional<Path> find(String program, Map<String, String> environment) {
    if (program.indexOf('/') >= 0) {
      return Optional.of(Path.of(program)).filter(Files::isRegularFile);
    }
    Optional<Path> there = Optional.empty();
    String places = environment.getOrDefault("PATH", "") + ":" + FOR_ADMINISTRATORS;
    for (String place : places.split(":")) {
      Optional<Path> found = in(place, program);
      if (found.filter(Files::isExecutable).isPresent()) {
        return found;
      }
      there = there.or(() -> found);
    }
    return there;
  }

  /// An empty place would mean the working folder, from which nothing is run.
  private static Optional<Path> in(String place, String program) {
    try {
      return place.startsWith("/") && !program.isEmpty()
          ? Optional.of(Path.of(place, program)).filter(Files::isRegularFile)
          : Optional.empty();
    } catch (InvalidPathException no_text) {
      return Optional.empty();
    }
  }
}
