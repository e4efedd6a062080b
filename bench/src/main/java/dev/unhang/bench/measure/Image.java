package dev.unhang.bench.measure;

import dev.unhang.bench.BenchBroken;
import dev.unhang.bench.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// The runtime image of this source tree, as `./unhang --image` makes it.
///
/// @param program starts it
public record Image(Path program) {
  private static final List<String> SOURCES =
      List.of(
          "unhang",
          "pom.xml",
          "packaging",
          "model",
          "config",
          "logs",
          "hosts",
          "findings",
          "repair",
          "linux",
          "sim",
          "picocli",
          "app");

  /// Makes the image, if the sources have changed since it was made.
  public static Image fresh(Path project, Story story) {
    Path image = project.resolve("bench/target/image");
    Path stamp = project.resolve("bench/target/image-of");
    try {
      String sources = fingerprint(project);
      if (!Files.exists(stamp) || !Files.readString(stamp).equals(sources)) {
        story.tell("making the image");
        make(project, image);
        Files.writeString(stamp, sources);
      }
      return new Image(image.resolve("bin/unhang"));
    } catch (IOException failed) {
      throw new BenchBroken("cannot make the image", failed);
    }
  }

  /// What it says its version is.
  public String version() {
    try {
      Process process = new ProcessBuilder(program.toString(), "--version").start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return said.strip().replaceFirst("^unhang ", "");
    } catch (IOException failed) {
      throw new BenchBroken("cannot run " + program, failed);
    }
  }

  private static void make(Path project, Path image) throws IOException {
    Files.createDirectories(image.getParent());
    Process process =
        new ProcessBuilder(project.resolve("unhang").toString(), "--image", image.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new BenchBroken("./unhang --image failed", "see above");
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new BenchBroken("interrupted while making the image", ended);
    }
  }

  /// Over name, size and time of every file that gets into an image.
  private static String fingerprint(Path project) throws IOException {
    CRC32 sum = new CRC32();
    for (String each : SOURCES) {
      try (Stream<Path> files = Files.walk(project.resolve(each))) {
        files
            .filter(file -> isSource(project.relativize(file).toString()))
            .filter(Files::isRegularFile)
            .sorted()
            .forEach(file -> sum.update(describe(file).getBytes(StandardCharsets.UTF_8)));
      }
    }
    return Long.toHexString(sum.getValue());
  }

  private static boolean isSource(String path) {
    return !path.contains("/target/") && !path.contains("/src/test/");
  }

  private static String describe(Path file) {
    try {
      return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
