package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.LiveWiring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A redacted report gives the verdict of the plain one, whatever a host's guests are called: here
/// every word of its own log is somebody's name.
class RedactedReportTest {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{1,30}");

  /// What tells the verdict and the findings, and holds no name.
  private static final Pattern FIELD =
      Pattern.compile("\"(?:kind|driver|pci|times|id|verdict|dumps|outcome)\" : [^\\n]*");

  @TempDir Path folder;

  static Stream<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(TestConsole.repository("testdata/reports"))) {
      return files.filter(file -> file.endsWith("kernel.log")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void theVerdictIsThatOfThePlainOne(Path log) throws IOException {
    byte[] bytes = Files.readAllBytes(log);
    String words =
        new TreeSet<>(
                WORD.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                    .results()
                    .map(found -> found.group())
                    .toList())
            .stream().collect(Collectors.joining("\nname: ", "name: ", "\n"));
    Path disk = folder.resolve("disk");
    write(disk.resolve("var/log/kern.log"), bytes);
    write(disk.resolve("etc/pve/qemu-server/100.conf"), words.getBytes(StandardCharsets.UTF_8));
    assertThat(said(disk, "--redact")).isEqualTo(said(disk));
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private List<Object> said(Path disk, String... options) {
    Path report = folder.resolve("r" + options.length + ".tar.gz");
    List<String> words =
        Stream.concat(
                Stream.of("report", "--root", disk.toString(), "-o", report.toString()),
                Stream.of(options))
            .toList();
    TestConsole made = TestConsole.run(new LiveWiring(), words.toArray(String[]::new));
    assertThat(made.err()).isEmpty();
    TestConsole doctor = TestConsole.run(new LiveWiring(), "doctor", "--json", report.toString());
    List<String> said = FIELD.matcher(doctor.out()).results().map(found -> found.group()).toList();
    assertThat(said).isNotEmpty();
    return List.of(doctor.exit(), said);
  }
}
