package dev.unhang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Files of the repository's testdata.
public final class Fixtures {
  public static final Path ROOT = Path.of(System.getProperty("unhang.root", ".."));
  public static final Path REPORTS = ROOT.resolve("testdata/reports");

  private Fixtures() {}

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] report(String file) {
    return bytes(REPORTS.resolve(file));
  }

  public static String reportText(String file) {
    return new String(report(file), StandardCharsets.UTF_8);
  }

  /// Every log of testdata, sorted.
  public static List<Path> logs() {
    return below(REPORTS).stream()
        .filter(file -> !file.getFileName().toString().equals("case.json"))
        .toList();
  }

  public static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
