package dev.unhang.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is pasted into a forum names nobody, and nothing in it is more than text.
class DoctorMarkdownTest {
  private static final String HANG =
      """
      Nov 21 04:13:01 zeus kernel: e1000e 0000:00:1f.6 enx0050568a1b2c: NIC Link is Up
      Nov 21 04:13:05 zeus kernel: e1000e 0000:00:1f.6 enx0050568a1b2c: Detected Hardware Unit Hang:
        TDH                  <61>
        TDT                  <90>
        next_to_use          <90>
        next_to_clean        <60>
      buffer_info[next_to_clean]:
        time_stamp           <1000936a9>
        next_to_watch        <61>
        jiffies              <1000ca540>
        next_to_watch.status <0>
      """;

  @TempDir private Path folder;

  private TestConsole doctor(String name, String log, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve(name), log);
    String[] words = new String[options.length + 2];
    words[0] = "doctor";
    words[1] = file.toString();
    System.arraycopy(options, 0, words, 2, options.length);
    return TestConsole.run(new SimWiring(), words);
  }

  @Test
  void theVerdictIsFirstAndNamesAreReplaced() throws IOException {
    TestConsole said = doctor("zeus.log", HANG, "--markdown");
    assertThat(said.exit()).as(said.err()).isEqualTo(2);
    List<String> lines = said.out().lines().toList();
    assertThat(lines.getFirst()).startsWith("**A network card h");
    assertThat(lines.get(2)).isEqualTo("```text");
    assertThat(lines.get(3)).contains("enx005056");
    assertThat(said.out())
        .contains("How to read this", "Names and addresses were replaced")
        .doesNotContain("zeus", "8a1b2c", folder.toString());
  }

  @Test
  void namesStayWhereThatIsWanted() throws IOException {
    assertThat(doctor("zeus.log", HANG, "--markdown", "--no-redact").out())
        .contains("zeus.log", "enx0050568a1b2c", folder.toString());
  }

  /// A file's name may hold anything, and so may what evidence quotes.
  @Test
  void noTextEndsTheBlockOrStandsOutsideOfIt() throws IOException {
    String name = "````` @everyone <img src=x> [a](b) #1.log";
    List<String> lines = doctor(name, HANG, "--markdown", "--no-redact").out().lines().toList();
    int begin = lines.indexOf("``````text");
    int end = lines.lastIndexOf("``````");
    assertThat(begin).isEqualTo(2);
    assertThat(end).isGreaterThan(begin);
    assertThat(lines.subList(begin + 1, end))
        .anyMatch(line -> line.contains("@everyone"))
        .noneMatch(line -> line.contains("``````"));
    List<String> outside = new java.util.ArrayList<>(lines.subList(0, begin));
    outside.addAll(lines.subList(end + 1, lines.size()));
    assertThat(outside).noneMatch(line -> line.matches(".*[@<\\[#].*"));
  }

  @Test
  void oneFormIsChosen() throws IOException {
    assertThat(doctor("a.log", HANG, "--markdown", "--json").exit()).isEqualTo(64);
    assertThat(doctor("a.log", HANG, "--markdown", "--nagios").exit()).isEqualTo(64);
    assertThat(doctor("a.log", HANG, "--no-redact").exit()).isEqualTo(64);
  }
}
