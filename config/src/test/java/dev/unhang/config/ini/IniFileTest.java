package dev.unhang.config.ini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.host.HostPath;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Man: systemd.syntax(7)
class IniFileTest {
  private static final HostPath PATH = new HostPath("/etc/x");

  @Test
  void sectionsKeysAndRemarks() {
    IniFile file =
        IniFile.parse(PATH, "# a=b\n[Link]\n;c=d\nName = lan0 \nDescription=two\\\n  lines\n=x\n");
    assertThat(file.entries())
        .extracting(IniFile.Entry::text)
        .containsExactly("Name=lan0", "Description=two lines");
    assertThat(file.last("Link", "Description"))
        .hasValueSatisfying(entry -> assertThat(entry.line()).isEqualTo(5));
    assertThat(file.last("Match", "Name")).isEmpty();
  }

  @Test
  void anyTextIsRead() {
    Random random = new Random(1);
    String letters = "[]=\\#;\n\r aN\0é";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(60); j > 0; j--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(IniFile.parse(PATH, text.toString()).entries())
          .allMatch(entry -> !entry.key().isEmpty() && entry.line() > 0);
    }
  }

  @Test
  void aBackslashAtTheEndOfTheFileJoinsNothing() {
    assertThat(IniFile.parse(PATH, "a=b\\").entries())
        .extracting(IniFile.Entry::value)
        .containsExactly("b\\");
  }
}
