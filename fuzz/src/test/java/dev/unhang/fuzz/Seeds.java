package dev.unhang.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/// What fuzzing begins with: the repository's testdata, cut to a size that is quick to try.
final class Seeds {
  private static final Path ROOT = Path.of(System.getProperty("unhang.root", ".."));

  /// A report with what stands around it. Longer inputs are tried less often.
  private static final int MOST = 1 << 10;

  private Seeds() {}

  /// The beginning of every log of testdata, in whatever form it was kept.
  static Stream<Named<byte[]>> logs() {
    return below("testdata/reports")
        .filter(file -> !file.endsWith("case.json"))
        .map(file -> Named.of(ROOT.relativize(file).toString(), first(bytes(file))));
  }

  /// Outputs of programs.
  static Stream<Named<byte[]>> outputs() {
    return below("testdata/outputs")
        .filter(file -> !file.endsWith("README.md"))
        .map(file -> Named.of(ROOT.relativize(file).toString(), first(bytes(file))));
  }

  /// A file of the repository, whole.
  static byte[] file(String path) {
    return bytes(ROOT.resolve(path));
  }

  /// How many lines a text has.
  static long lines(byte[] text) {
    long lines = 1;
    for (byte each : text) {
      lines += each == '\n' ? 1 : 0;
    }
    return lines;
  }

  /// The lines of those logs, each once.
  static List<String> lines() {
    return logs()
        .flatMap(log -> new String(log.getPayload(), StandardCharsets.UTF_8).lines())
        .filter(line -> !line.isBlank())
        .distinct()
        .toList();
  }

  /// Up to the last line that ends within the bound.
  private static byte[] first(byte[] log) {
    int end = Math.min(log.length, MOST);
    while (end < log.length && end > 0 && log[end - 1] != '\n') {
      end--;
    }
    return Arrays.copyOf(log, end == 0 ? MOST : end);
  }

  private static Stream<Path> below(String folder) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
