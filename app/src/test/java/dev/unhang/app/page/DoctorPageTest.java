package dev.unhang.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.wiring.LiveWiring;
import dev.unhang.app.wiring.SimWiring;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page stands alone, says what the screen says, and lets nothing from outside become markup.
class DoctorPageTest {
  @TempDir Path folder;

  private String page(String... sources) throws IOException {
    Path file = folder.resolve("doctor.html");
    String[] words = new String[sources.length + 3];
    words[0] = "doctor";
    words[1] = "--html";
    words[2] = file.toString();
    System.arraycopy(sources, 0, words, 3, sources.length);
    TestConsole.run(sources.length == 0 ? new SimWiring() : new LiveWiring(), words);
    return Files.readString(file);
  }

  private static String incident() {
    return TestConsole.repository("testdata/reports/e1000e-pve-02-incident/kernel.log").toString();
  }

  @Test
  void thePageNeedsNothingFromElsewhere() throws IOException {
    String page = page();
    assertThat(page).doesNotContain("<script", "<link", "src=", "href=", "@import", "url(");
  }

  @Test
  void itSaysWhatTheScreenSays() throws IOException {
    assertThat(page(incident()))
        .contains("HUNG: eno1 (e1000e, 0000:00:19.0) since May 25 15:23:30: transmit ring stuck")
        .contains("Detected Hardware Unit Hang")
        .contains("unhang fix eno1")
        .contains("The kernel&#39;s core has a watchdog");
  }

  @Test
  void verdictAndNextComeFirstAndWhatIsRuledOutIsFolded() throws IOException {
    String page = page(incident());
    assertThat(page)
        .containsSubsequence(
            "<header class=\"hung\">",
            "<h1>HUNG: eno1",
            "Examined ",
            "What to do now",
            "<pre class=\"command\"",
            "<h2>Why</h2>",
            "<details><summary>What was ruled out",
            "ruled out</span>",
            "</details>",
            "How to read this");
    String unfolded = page.replaceAll("(?s)<details>.*?</details>", "");
    assertThat(unfolded).doesNotContain("ruled out</span>").contains("certain</span>");
  }

  @Test
  void evidenceWrapsAndDrawingsScroll() throws IOException {
    assertThat(page()).contains("white-space: pre-wrap", ".drawing { overflow-x: auto", "size: A4");
    assertThat(page()).contains("<div class=\"drawing\"><svg");
  }

  @Test
  void topologyAndTimesAreDrawn() throws IOException {
    assertThat(page()).contains("<svg class=\"timeline\"", "class=\"boot\"", "vmbr0");
    Path journal = folder.resolve("system.journal");
    Path packed = TestConsole.repository("testdata/journals/lab-two-boots.journal.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, journal);
    }
    assertThat(page(journal.toString())).contains("class=\"hang\"");
  }

  @Test
  void textFromOutsideIsNoMarkup() throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("k.log"),
            Files.readString(Path.of(incident())).replace("eno1", "e\"&'1"));
    assertThat(page(log.toString()))
        .contains("e&quot;&amp;&#39;1: Detected Hardware Unit Hang")
        .doesNotContain("e\"&");
  }
}
