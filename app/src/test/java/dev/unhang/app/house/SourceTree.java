package dev.unhang.app.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The repository's files, as people wrote them: nothing that a build made.
final class SourceTree {
  /// The folder of the root pom.xml; surefire says where that is.
  static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("unhang.root"), "-Dunhang.root"));

  private static final Set<String> NOT_OURS = Set.of(".git", ".idea", ".unhang", "target");

  /// @param path below the root, with `/`
  /// @param text decoded byte by byte, so that foreign bytes in fixtures are no matter
  record SourceFile(String path, String text) {
    /// Lines as an editor counts them.
    List<String> lines() {
      return text.lines().toList();
    }

    boolean isMainJava() {
      return path.contains("/src/main/java/") && path.endsWith(".java");
    }

    String className() {
      return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
    }
  }

  private SourceTree() {}

  /// Every file, ordered by path.
  static List<SourceFile> files() {
    List<SourceFile> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return NOT_OURS.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (attributes.isRegularFile()) {
                files.add(
                    new SourceFile(
                        ROOT.relativize(file).toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1)));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
    files.sort(java.util.Comparator.comparing(SourceFile::path));
    return files;
  }

  /// One file of the root by its path, as UTF-8.
  static String read(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
