package dev.unhang.logs.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unhang.logs.bulk.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The journalctl of this machine, where it has one, reads the same.
class JournalctlTest {
  @BeforeAll
  static void journalctlIsThere() {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/journalctl"))
            || Files.isExecutable(Path.of("/bin/journalctl")),
        "there is no journalctl here");
  }

  private static String journalctl(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("journalctl", "-D", folder.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TZ", "UTC");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }

  @Test
  void theLabsJournalIsTheSame(@TempDir Path folder) throws IOException, InterruptedException {
    byte[] file = Journals.bytes("lab-two-boots.journal");
    Files.write(folder.resolve("system.journal"), file);
    String json = journalctl(folder, "_TRANSPORT=kernel", "-o", "json");
    assertThat(Journals.fields(Journals.json(Journals.open(file))))
        .isEqualTo(Journals.fields(json));
  }

  @Test
  void bootsAreTheSame(@TempDir Path folder) throws IOException, InterruptedException {
    byte[] file = Journals.bytes("lab-two-boots.journal");
    Files.write(folder.resolve("system.journal"), file);
    List<String> ours = new ArrayList<>();
    for (BootSpan boot : Journals.open(file).boots(Workers.ONE)) {
      ours.add(boot.index() + " " + boot.id());
    }
    List<String> theirs =
        journalctl(folder, "--list-boots", "--no-pager")
            .lines()
            .map(String::strip)
            .filter(line -> line.matches("-?\\d+ \\p{XDigit}{32} .*"))
            .map(line -> line.replaceFirst("^(-?\\d+ \\p{XDigit}{32}) .*", "$1"))
            .toList();
    assertThat(ours).isEqualTo(theirs);
  }

  /// Else the writer of the tests would prove only itself.
  @ParameterizedTest
  @MethodSource("dev.unhang.logs.journal.CompressionTest#kinds")
  void madeUpFilesAreJournals(CompressionTest.Kind kind, @TempDir Path folder)
      throws IOException, InterruptedException {
    byte[] file =
        new MadeUpJournal(kind.compact(), kind.compression())
            .message("one")
            .message("a long message, said twice ".repeat(20))
            .message("a long message, said twice ".repeat(20))
            .message("x".repeat(10_000))
            .write();
    Files.write(folder.resolve("system.journal"), file);
    String json = journalctl(folder, "_TRANSPORT=kernel", "-o", "json");
    assertThat(json.lines()).hasSize(4);
    assertThat(Journals.fields(Journals.json(Journals.open(file))))
        .isEqualTo(Journals.fields(json));
  }
}
