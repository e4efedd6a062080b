package dev.unhang.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// The page fits the plainest console, and the program prints the page.
class ConsoleCardTest {
  private static final int COLUMNS = 80;
  private static final int ROWS = 24;

  private final TestConsole card = TestConsole.run(new SimWiring(), "card");

  @Test
  void itFitsAConsoleWithItsPrompt() {
    assertThat(card.out().lines().count()).isBetween(10L, ROWS - 1L);
    assertThat(card.out().lines())
        .allMatch(line -> line.length() <= COLUMNS && line.matches("[ -~]*"));
  }

  @Test
  void itIsThePage() throws IOException {
    String page = Files.readString(TestConsole.repository("docs/console-card.md"));
    assertThat(card.exit()).isZero();
    assertThat(page).contains("```\n" + card.out().stripTrailing() + "\n```\n");
  }

  /// A reset of a card that is off the bus can stop the kernel, and evidence goes with a reset.
  @Test
  void itAsksAndSavesBeforeItResets() {
    assertThat(card.out()).containsSubsequence("/config", "hang.txt", "ethtool -r", "/unbind");
  }
}
