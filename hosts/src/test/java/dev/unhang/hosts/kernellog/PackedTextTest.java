package dev.unhang.hosts.kernellog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedTextTest {
  /// Entries over several lines, as journalctl prints them pretty.
  private static byte[] entries(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("{\n\t\"MESSAGE\" : [\n\t\t104,\n\t\t").append(i).append("\n\t]\n}\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void isTheSameAfterwards() throws IOException {
    byte[] text = entries(50_000);
    PackedText packed = PackedText.of(text);
    assertThat(packed.size()).isEqualTo(text.length);
    assertThat(packed.kept()).isLessThan(text.length / 4);
    assertThat(packed.open().readAllBytes()).isEqualTo(text);
  }

  @Test
  void aPieceTearsNoListOfBytes() {
    byte[] text = entries(50_000);
    List<byte[]> pieces = new ArrayList<>();
    PackedText.of(text).pieces(pieces::add);
    assertThat(pieces).hasSizeGreaterThan(2);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
      String words = new String(piece, StandardCharsets.UTF_8);
      assertThat(words.chars().filter(c -> c == '[').count())
          .isEqualTo(words.chars().filter(c -> c == ']').count());
    }
    assertThat(all.toByteArray()).isEqualTo(text);
  }

  @Test
  void theTailOfALogBeginsWithAWholeLine() throws IOException {
    LogTail tail = new LogTail(25);
    for (String chunk : List.of("first line\nsec", "ond line\nthird", " line\nfourth line\n")) {
      byte[] bytes = chunk.getBytes(StandardCharsets.UTF_8);
      tail.accept(bytes, 0, bytes.length);
    }
    LogCopy copy = tail.copy("kern.log");
    String kept = new String(copy.text().open().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(kept).isEqualTo("fourth line\n");
    assertThat(copy.leftOut()).isEqualTo("first line\nsecond line\nthird line\n".length());
  }
}
