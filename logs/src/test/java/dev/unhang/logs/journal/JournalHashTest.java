package dev.unhang.logs.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JournalHashTest {
  /// The examples at the end of lookup3.c.
  @Test
  void lookup3IsJenkins() {
    assertThat(JournalHash.lookup3(new byte[0])).isEqualTo(0xdeadbeefdeadbeefL);
    byte[] score = "Four score and seven years ago".getBytes(StandardCharsets.US_ASCII);
    assertThat(JournalHash.lookup3(score)).isEqualTo(0x17770551ce7226e6L);
  }

  /// The example in appendix A of the paper.
  @Test
  void siphashIsThatOfItsPaper() {
    byte[] message = new byte[15];
    for (int i = 0; i < message.length; i++) {
      message[i] = (byte) i;
    }
    assertThat(JournalHash.sip24(message, 0x0706050403020100L, 0x0f0e0d0c0b0a0908L))
        .isEqualTo(0xa129ca6149be45e5L);
  }
}
