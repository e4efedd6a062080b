package dev.unhang.linux.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Files of one kind in a folder of unhang's own, of which only the newest are kept.
public final class NewestFiles {
  private NewestFiles() {}

  private record Dated(Path path, FileTime modified) {}

  /// Removes the others.
  ///
  /// @param kind how their names begin; a name is no pattern
  public static void keep(OwnFolder folder, String kind, int howMany) throws IOException {
    List<Dated> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.path())) {
      for (Path path : all) {
        if (String.valueOf(path.getFileName()).startsWith(kind)) {
          BasicFileAttributes seen =
              Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
          if (seen.isRegularFile()) {
            files.add(new Dated(path, seen.lastModifiedTime()));
          }
        }
      }
    }
    files.sort(Comparator.comparing(Dated::modified).reversed());
    for (Dated old : files.subList(Math.min(howMany, files.size()), files.size())) {
      Files.deleteIfExists(old.path());
    }
  }
}
