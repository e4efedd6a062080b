package dev.unhang.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A monitor gets one line, and a code that it knows, whatever happens.
class NagiosLineTest {
  private static final String NUMBERS = " \\| hangs=\\d+;;;0 findings=\\d+;;;0 unread=\\d+;;;0\n";

  @TempDir private Path folder;

  private static TestConsole doctor(String file, String... more) {
    String[] words = new String[more.length + 3];
    words[0] = "doctor";
    words[1] = "--nagios";
    words[2] = file;
    System.arraycopy(more, 0, words, 3, more.length);
    return TestConsole.run(new SimWiring(), words);
  }

  @Test
  void aHangIsCritical() {
    String log =
        TestConsole.repository("testdata/reports/e1000e-pve-02-incident/kernel.log").toString();
    TestConsole said = doctor(log);
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).matches("UNHANG CRITICAL - HUNG: eno1 [^|\\n]*" + NUMBERS);
    assertThat(said.out()).contains("hangs=1;");
  }

  @Test
  void nothingFoundIsOk() throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("kernel.log"),
            """
            [    1.000000] Linux version 6.12.0 (a@b) #1 SMP
            [    2.000000] e1000e 0000:00:1f.6 eno1: NIC Link is Up 1000 Mbps Full Duplex
            [ 9000.000000] e1000e 0000:00:1f.6 eno1: NIC Link is Up 1000 Mbps Full Duplex
            """);
    TestConsole said = doctor(log.toString());
    assertThat(said.out()).matches("UNHANG OK - [^|\\n]*" + NUMBERS);
    assertThat(said.exit()).isZero();
  }

  @Test
  void whatCannotBeReadIsUnknownAndSaysWhy() {
    TestConsole said = doctor(folder.resolve("a|b<c>").toString());
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.out())
        .startsWith("UNHANG UNKNOWN - ")
        .contains("a/b(c)")
        .doesNotContain("|", "<")
        .hasLineCount(1);
    assertThat(said.err()).contains("try: ");
  }

  @Test
  void whatIsNoLogIsUnknown() throws IOException {
    TestConsole said = doctor(Files.writeString(folder.resolve("text"), "hello\n").toString());
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.out()).matches("UNHANG UNKNOWN - (?!UNKNOWN)[^|\\n]*" + NUMBERS);
  }
}
