package dev.unhang.lab.host;

import dev.unhang.lab.LabBroken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A command on this machine that ends within a bound, or is ended.
///
/// @param argv the command
/// @param folder where it runs
/// @param input what it reads
/// @param bound how long it may take
public record HostCommand(List<String> argv, Path folder, String input, Duration bound) {

  /// How much of a failed command's output is shown: its last lines.
  private static final int SHOWN_CHARACTERS = 2000;

  /// Copies the list.
  public HostCommand {
    argv = List.copyOf(argv);
  }

  /// A command in the current folder that reads nothing.
  public static HostCommand of(Duration bound, String... argv) {
    return new HostCommand(List.of(argv), Path.of("").toAbsolutePath(), "", bound);
  }

  /// The same command in another folder.
  public HostCommand in(Path where) {
    return new HostCommand(argv, where, input, bound);
  }

  /// The same command with something to read.
  public HostCommand reading(String text) {
    return new HostCommand(argv, folder, text, bound);
  }

  /// Runs it.
  ///
  /// @return both its output streams
  /// @throws LabBroken unless it ends with status 0 within its bound
  public String run() {
    try {
      Path in = Files.createTempFile("unhang-lab", ".in");
      Path out = Files.createTempFile("unhang-lab", ".out");
      try {
        Files.writeString(in, input);
        ProcessBuilder builder = new ProcessBuilder(argv).directory(folder.toFile());
        builder.environment().putAll(Map.of("LC_ALL", "C", "DEBIAN_FRONTEND", "noninteractive"));
        Process process =
            builder
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
          process.destroyForcibly();
        }
        String output = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
          throw failed(ended ? "exit " + process.exitValue() : "not done within " + bound, output);
        }
        return output;
      } finally {
        Files.deleteIfExists(in);
        Files.deleteIfExists(out);
      }
    } catch (IOException failed) {
      throw new LabBroken("cannot run " + argv.getFirst(), failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new LabBroken("interrupted while running " + argv.getFirst(), ended);
    }
  }

  private LabBroken failed(String how, String output) {
    String shown = output.substring(Math.max(0, output.length() - SHOWN_CHARACTERS));
    return new LabBroken(
        "%s: %s%n%s".formatted(String.join(" ", argv), how, shown.indent(4).stripTrailing()),
        "run the command by hand");
  }
}
