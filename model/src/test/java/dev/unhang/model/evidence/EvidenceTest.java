package dev.unhang.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.unhang.model.id.SourceId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final Origin ORIGIN = new Origin("kernel.log");

  @Test
  void contentIsItsBytesAndStaysSo() {
    byte[] bytes = {1, 2, (byte) 0xff};
    Content content = Content.of(bytes);
    bytes[0] = 9;
    content.bytes()[1] = 9;
    assertThat(content.bytes()).containsExactly(1, 2, 0xff);
    assertThat(content)
        .isEqualTo(Content.of(new byte[] {1, 2, (byte) 0xff}))
        .hasToString("3 bytes");
    assertThat(content.hashCode()).isEqualTo(Content.of(content.bytes()).hashCode());
    assertThat(content.size()).isEqualTo(3);
    assertThat(content.utf8()).endsWith("\ufffd");
  }

  @Test
  void theDigestIsSha256() {
    assertThat(Content.of("abc").sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void linesCountFromOne() {
    assertThat(new Place.Line(ORIGIN, 1)).hasToString("kernel.log:1");
    assertThatIllegalArgumentException().isThrownBy(() -> new Place.Line(ORIGIN, 0));
  }

  @Test
  void aCursorIsShownByItsEntryAlone() {
    assertThat(new Place.Cursor(ORIGIN, "s=7e4b;i=1a2;b=eb6a;m=4105e9;t=660c;x=75"))
        .hasToString("kernel.log (entry i=1a2)");
    assertThat(new Place.Cursor(ORIGIN, "odd")).hasToString("kernel.log (entry odd)");
  }

  @Test
  void onlyWhatWasReadHasAValue() {
    Trouble trouble = new Trouble(new Place.Whole(ORIGIN), "is empty");
    Reading<String> read = new Reading.Read<>("x", ORIGIN);
    Reading<String> partly = new Reading.Partly<>("x", List.of(trouble), ORIGIN);
    Reading<String> absent =
        new Reading.Absent<>(new SourceId("kernel-log"), WhyAbsent.DENIED, "run as root");
    Reading<String> unreadable = new Reading.Unreadable<>(trouble, ORIGIN);
    assertThat(read.known()).contains("x");
    assertThat(partly.known()).contains("x");
    assertThat(absent.known()).isEmpty();
    assertThat(unreadable.known()).isEmpty();
    assertThat(read.whyNot()).isEmpty();
    assertThat(partly.whyNot()).isEmpty();
    assertThat(absent.whyNot()).contains("denied: run as root");
    assertThat(unreadable.whyNot()).contains("kernel.log: is empty");
    assertThat(partly.map(String::length))
        .isEqualTo(new Reading.Partly<>(1, List.of(trouble), ORIGIN));
    assertThat(read.map(String::length)).isEqualTo(new Reading.Read<>(1, ORIGIN));
    assertThat(absent.map(String::length).known()).isEmpty();
    assertThat(unreadable.map(String::length).known()).isEmpty();
  }
}
