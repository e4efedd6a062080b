package dev.unhang.app.manual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoffTest {
  @Test
  void nothingOfTheTextIsReadAsARequest() {
    Roff page = new Roff();
    page.lines(".SH of its own");
    page.lines("'link' first");
    assertThat(page.text()).isEqualTo("\\&.SH of its own\n\\&\\(aqlink\\(aq first\n");
  }

  @Test
  void noRequestBeginsABrokenLine() {
    Roff page = new Roff();
    page.lines("word ".repeat(15) + ".config");
    assertThat(page.text().lines().toList().getLast()).isEqualTo("\\&.config");
  }

  @Test
  void whatIsTypedStaysAsItIs() {
    assertThat(Roff.escaped("--json C:\\x ~ ^ ` …"))
        .isEqualTo("\\-\\-json C:\\ex \\(ti \\(ha \\(ga \\[u2026]");
  }
}
