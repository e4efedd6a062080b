package dev.unhang.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The commonest commands on the console of Linux, 80 columns of ASCII, compared with
/// testdata/screens. With -Dscreens.write they are written anew, to be looked at and committed.
class ScreensTest {
  private static final Path SCREENS = TestConsole.repository("testdata/screens");
  private static final Path LOG =
      TestConsole.repository("testdata/reports/e1000e-pve-02-incident/kernel.log");
  private static final int COLUMNS = 80;
  private static final int ROWS = 24;

  private final SimWiring pve = new SimWiring();

  /// The host of the report: it hung, was shut down and booted again; later it is fixed.
  private void play(String until) {
    if (!until.equals("-")) {
      TestConsole.run(pve, "load", "eno1", "--server", "192.0.2.1", "--seconds", "30");
    }
    if (List.of("boot", "fixed").contains(until)) {
      pve.powerCycle();
    }
    if (until.equals("fixed")) {
      TestConsole.run(pve, "fix", "eno1", "--yes");
    }
  }

  private String shown(String command) {
    String[] words = command.replace("LOG", LOG.toString()).split(" ", -1);
    return TestConsole.onLinuxConsole(pve, words).out().replace(LOG.toString(), "kernel.log");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "doctor-hung, hang, doctor",
    "doctor-booted, boot, doctor --boot -1",
    "scan, boot, scan --boot -1",
    "explain, -, explain LOG",
    "nics, -, nics",
    "topology, -, topology",
    "plan, boot, plan eno1",
    "fix, boot, fix eno1 --yes",
    "verify, fixed, verify eno1",
    "history, fixed, history",
    "recover, hang, recover eno1 --yes",
    "help, -, --help"
  })
  void eachIsAsItWasLookedAt(String name, String until, String command) throws IOException {
    play(until);
    String screen = shown(command);
    Path golden = SCREENS.resolve(name + ".txt");
    if (System.getProperty("screens.write") != null) {
      Files.writeString(golden, screen);
    }
    assertThat(screen).isEqualTo(Files.readString(golden));
    assertThat(screen).matches(Pattern.compile("[\\n -~]*"));
    assertThat(screen.lines())
        .allMatch(line -> line.length() <= COLUMNS || isOneWord(line), "80 columns");
  }

  /// A path can't be broken.
  private static boolean isOneWord(String line) {
    return Arrays.stream(line.strip().split(" ", -1))
        .anyMatch(word -> word.length() > COLUMNS - 20);
  }

  @ParameterizedTest
  @CsvSource({
    "-, doctor LOG, Next          unhang fix eno1",
    "hang, doctor, Cure          ethtool -r eno1"
  })
  void theVerdictWhatToDoAndTheRegistersAreOnTheFirstScreen(
      String until, String command, String next) {
    play(until);
    String first = String.join("\n", shown(command).lines().limit(ROWS).toList());
    assertThat(first).startsWith("HUNG: eno1").contains(next);
    assertThat(first).contains("TDH <61>").contains("next_to_clean <60>");
  }
}
