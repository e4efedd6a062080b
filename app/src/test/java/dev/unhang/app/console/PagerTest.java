package dev.unhang.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.text.Layout;
import dev.unhang.app.text.Line;
import dev.unhang.app.text.Size;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a pager of the test's own, which keeps what it is given.
class PagerTest {
  private static final int ROWS = 10;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir private Path folder;

  private String shown(String pager, int lines) {
    Layout layout = Layout.terminal(Optional.of(new Size(ROWS, 40)), Map.of("TERM", "xterm"));
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(new byte[0]),
            true,
            layout,
            Map.of("PAGER", pager, "TERM", "xterm"));
    try (Pager paged = new Pager(console)) {
      for (int i = 0; i < lines; i++) {
        paged.console().say(Line.plain("line " + i));
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private Path keeping(String command) throws IOException {
    Path program = folder.resolve("pager");
    Files.writeString(program, "#!/bin/sh\n" + command + "\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  private Path kept() {
    return folder.resolve("kept");
  }

  @Test
  void whatFitsIsShownAsItIs() throws IOException {
    Path pager = keeping("cat > " + kept());
    assertThat(shown(pager.toString(), ROWS - 1)).startsWith("line 0\n").endsWith("line 8\n");
    assertThat(kept()).doesNotExist();
  }

  @Test
  void whatDoesNotFitGoesWholeToThePager() throws IOException {
    Path pager = keeping("echo \"$# $1 $LESSSECURE\" > " + kept() + "; cat >> " + kept());
    assertThat(shown(pager + " -X", 200)).isEmpty();
    assertThat(Files.readAllLines(kept())).hasSize(201).startsWith("1 -X 1", "line 0");
  }

  @Test
  void aPagerThatIsLeftEarlyIsNoTrouble() throws IOException {
    Path pager = keeping("head -1 > " + kept());
    assertThat(shown(pager.toString(), 100_000)).isEmpty();
    assertThat(Files.readAllLines(kept())).containsExactly("line 0");
  }

  @Test
  void withoutAPagerAllIsShown() {
    assertThat(shown(folder.resolve("none").toString(), 200))
        .startsWith("line 0\nline 1\n")
        .endsWith("line 199\n");
  }

  @Test
  void thePagerIsTheOneThatIsAskedFor() {
    assertThat(Pager.command(Map.of("TERM", "xterm"))).contains(List.of("less", "-FRX"));
    assertThat(Pager.command(Map.of("TERM", "xterm", "PAGER", "more -s")))
        .contains(List.of("more", "-s"));
    assertThat(Pager.command(Map.of("TERM", "xterm", "PAGER", "cat"))).isEmpty();
    assertThat(Pager.command(Map.of("TERM", "xterm", "PAGER", ""))).isEmpty();
    assertThat(Pager.command(Map.of("TERM", "dumb"))).isEmpty();
  }
}
