package dev.unhang.config.boot;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/// Files of one kind that lie in several folders: of two of one name, the one in the earlier folder
/// counts, and the other does not.
///
/// Man: systemd.unit(5), "UNIT FILE LOAD PATH"; systemd.link(5); modprobe.d(5)
///
/// @param files by name, sorted as their readers sort them
/// @param troubles what could not be read
record ConfigFolder(List<File> files, List<Trouble> troubles) {
  /// More files than any of these folders has.
  private static final int MAX_FILES = 500;

  private static final String NOTHING = "/dev/null";

  ConfigFolder {
    files = List.copyOf(files);
    troubles = List.copyOf(troubles);
  }

  /// One file.
  ///
  /// @param name without its folder
  record File(String name, HostPath path, String text) {}

  /// Reads all files whose names end so.
  static ConfigFolder read(HostView host, List<HostPath> folders, String suffix) {
    return read(host, folders, (folder, name) -> name.endsWith(suffix));
  }

  /// Reads all files whose names count in their folder.
  static ConfigFolder read(
      HostView host, List<HostPath> folders, BiPredicate<HostPath, String> counts) {
    Map<String, HostPath> paths = new TreeMap<>();
    List<Trouble> troubles = new ArrayList<>();
    for (HostPath folder : folders) {
      Reading<List<String>> names = host.list(folder);
      trouble(names, folder, troubles);
      for (String name : names.known().orElse(List.of())) {
        if (counts.test(folder, name) && paths.size() < MAX_FILES) {
          paths.putIfAbsent(name, folder.resolve(name));
        }
      }
    }
    List<File> files = new ArrayList<>();
    paths.forEach((name, path) -> {
      if (!isMasked(host, path)) {
        Reading<Content> content = host.read(path);
        trouble(content, path, troubles);
        content.known().ifPresent(found -> files.add(new File(name, path, found.utf8())));
      }
    });
    return new ConfigFolder(files, troubles);
  }

  private static boolean isMasked(HostView host, HostPath path) {
    return host.link(path).known().filter(NOTHING::equals).isPresent();
  }

  /// What is not there is no trouble; what may not be read, or was not saved, is.
  private static void trouble(Reading<?> reading, HostPath path, List<Trouble> troubles) {
    boolean isNotThere =
        reading instanceof Reading.Absent<?> absent && absent.why() == WhyAbsent.NOT_OFFERED;
    if (!isNotThere) {
      reading
          .whyNot()
          .ifPresent(
              why -> troubles.add(new Trouble(new Place.Whole(new Origin(path.value())), why)));
    }
  }
}
