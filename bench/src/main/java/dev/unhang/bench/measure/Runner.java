package dev.unhang.bench.measure;

import dev.unhang.bench.BenchBroken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs one command after the other and measures each.
public final class Runner {
  /// No command of ours needs a third of it, on slow disks and busy hosts either.
  private static final Duration BOUND = Duration.ofMinutes(20);

  /// How often a process is asked for its peak where GNU time is not installed.
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d{1,15}) kB");
  private static final Pattern KIBIBYTES = Pattern.compile("(?m)^(\\d{1,15})$");

  private final Path folder;
  private final Optional<Path> gnuTime;

  /// @param folder for what is printed; the next run overwrites it
  public Runner(Path folder) {
    this.folder = folder;
    this.gnuTime = Tool.GNU_TIME.program();
  }

  /// Runs a command to its end.
  public Run run(Command command) {
    try {
      Files.createDirectories(folder);
      Path output = folder.resolve("output");
      Path errors = folder.resolve("errors");
      Path peak = folder.resolve("peak");
      List<String> argv = new ArrayList<>();
      gnuTime.ifPresent(
          time -> argv.addAll(List.of(time.toString(), "-q", "-f", "%M", "-o", peak.toString())));
      argv.addAll(command.argv());
      ProcessBuilder builder =
          new ProcessBuilder(argv)
              .redirectInput(command.input().orElse(Path.of("/dev/null")).toFile())
              .redirectOutput(
                  command.isDiscarded() ? Redirect.DISCARD : Redirect.to(output.toFile()))
              .redirectError(Redirect.to(errors.toFile()));
      // One language for all: the time that grep takes depends on it.
      builder.environment().put("LC_ALL", "C.UTF-8");
      long begin = System.nanoTime();
      Process process = builder.start();
      long seen = gnuTime.isPresent() ? 0 : watch(process);
      end(process, command);
      Duration wall = Duration.ofNanos(System.nanoTime() - begin);
      long peakBytes = gnuTime.isPresent() ? kibibytes(Files.readString(peak), KIBIBYTES) : seen;
      return new Run(process.exitValue(), wall, peakBytes, output, errors);
    } catch (IOException failed) {
      throw new BenchBroken("cannot run " + command.argv(), failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new BenchBroken("interrupted while running " + command.argv(), ended);
    }
  }

  /// Reads files once, so that whoever comes first does not have to wait for the disk.
  public void warm(Path fileOrFolder) {
    byte[] buffer = new byte[1 << 20];
    try (var files = Files.walk(fileOrFolder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (var in = Files.newInputStream(file)) {
          while (in.read(buffer) >= 0) {
            // Only the page cache is wanted.
          }
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void end(Process process, Command command) throws InterruptedException {
    if (!process.waitFor(BOUND.toMillis(), TimeUnit.MILLISECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new BenchBroken(
          String.join(" ", command.argv()) + ": not done within " + BOUND.toMinutes() + " min",
          "run it by hand");
    }
  }

  private static long watch(Process process) throws InterruptedException {
    long begin = System.nanoTime();
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    long peak = 0;
    do {
      try {
        String text = new String(Files.readAllBytes(status), StandardCharsets.ISO_8859_1);
        peak = Math.max(peak, kibibytes(text, PEAK));
      } catch (IOException gone) {
        return peak;
      }
    } while (!process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)
        && System.nanoTime() - begin < BOUND.toNanos());
    return peak;
  }

  private static long kibibytes(String text, Pattern pattern) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Long.parseLong(found.group(1)) << 10 : 0;
  }
}
