package dev.unhang.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final Layout NARROW =
      Layout.terminal(Optional.of(new Size(24, 30)), Map.of("TERM", "xterm"));

  @Test
  void aLineThatFitsIsLeftAsItIs() {
    String text = "two  blanks   stay " + "x".repeat(11);
    assertThat(NARROW.lines(Line.plain(text))).containsExactly(text);
  }

  @Test
  void aLongerOneGoesOnBelowItsText() {
    assertThat(NARROW.lines(Line.plain("  why: the link of eno1 is down since noon")))
        .containsExactly("  why: the link of eno1 is", "    down since noon");
  }

  @Test
  void aWordIsNeverBroken() {
    String path = "/sys/bus/pci/devices/0000:00:19.0/net/eno1";
    assertThat(NARROW.lines(Line.plain("found at " + path + " and on")))
        .containsExactly("found at", "  " + path, "  and on");
  }

  @Test
  void aLabelIsNeverLeftAlone() {
    String path = "/sys/bus/pci/devices/0000:00:19.0/net/eno1";
    Lines lines = new Lines().section("Looked at", path + ", and on");
    assertThat(NARROW.lines(lines.lines().getFirst()))
        .containsExactly("Looked at     " + path + ",", " ".repeat(14) + "and on");
  }

  @Test
  void aPipeGetsProseAt80AndTheRestWhole() {
    String words = "word ".repeat(30).strip();
    assertThat(Layout.PIPE.lines(Line.plain(words))).containsExactly(words);
    assertThat(Layout.PIPE.lines(Line.prose(words, 2)))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
        .last()
        .asString()
        .startsWith("  word");
  }

  @Test
  void consolesGet80ColumnsAndAscii() {
    Line line = Line.plain("26\u00b5s \u2026 \u2264 \u00e4 ".repeat(12));
    for (String term : List.of("linux", "vt100", "vt220")) {
      Layout console = Layout.terminal(Optional.of(new Size(50, 160)), Map.of("TERM", term));
      assertThat(console.lines(line))
          .first()
          .asString()
          .startsWith("26us ... <= \\u00e4 26us")
          .hasSizeLessThanOrEqualTo(80);
    }
    Layout wide = Layout.terminal(Optional.of(new Size(50, 160)), Map.of("TERM", "xterm"));
    assertThat(wide.lines(line)).first().asString().startsWith("26\u00b5s \u2026 \u2264 \u00e4");
    assertThat(wide.lines(line).getFirst().length()).isBetween(100, 160);
  }

  @Test
  void aTerminalThatDoesNotSayItsSizeIsTakenForAVt100() {
    for (Optional<Size> size : List.of(Optional.<Size>empty(), Optional.of(new Size(0, 0)))) {
      assertThat(Layout.terminal(size, Map.of("TERM", "xterm")).size()).contains(Size.VT100);
    }
  }

  /// No width makes it loop, and no text of it is lost.
  @Test
  void atAnyWidthNothingIsLost() {
    String text = "  label: one two  three four-five " + "y".repeat(50) + " six ";
    for (int columns = 0; columns < 120; columns++) {
      Layout layout = Layout.terminal(Optional.of(new Size(24, columns)), Map.of("TERM", "xterm"));
      for (int hang : new int[] {0, 2, 14, 200}) {
        String shown = String.join(" ", layout.lines(Line.prose(text, hang)));
        assertThat(shown.strip().replaceAll(" +", " "))
            .isEqualTo(text.strip().replaceAll(" +", " "));
      }
    }
  }
}
