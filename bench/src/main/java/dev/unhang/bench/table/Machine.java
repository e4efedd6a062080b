package dev.unhang.bench.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// Where and when something was measured.
///
/// @param processor as the kernel names it
/// @param processors how many
/// @param kernel its release
/// @param date of the run
public record Machine(String processor, int processors, String kernel, LocalDate date) {
  /// This machine.
  public static Machine here(LocalDate date) {
    try {
      List<String> processors = Files.readAllLines(Path.of("/proc/cpuinfo"));
      return of(processors, Files.readString(Path.of("/proc/sys/kernel/osrelease")), date);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A machine by what its kernel says of it. Not every architecture names its model.
  static Machine of(List<String> cpuinfo, String release, LocalDate date) {
    String model =
        cpuinfo.stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("a processor without a name");
    int count = (int) cpuinfo.stream().filter(line -> line.startsWith("processor")).count();
    return new Machine(model, count, release.strip(), date);
  }

  /// In a line.
  public String text() {
    return processor + ", " + processors + " processors, Linux " + kernel + ", " + date;
  }
}
