package dev.unhang.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bytes of attributes, written and read. The hex is for machines of little end first, as all are
/// that this runs on.
class AttributesTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  @Test
  void attributesArePaddedToFourBytes() {
    assertThat(new AttributeWriter().text(2, "eno1").bytes())
        .isEqualTo(hex("0900 0200 656e6f31 00 000000"));
  }

  @Test
  void aNestIsMarkedAndHoldsWhatIsInIt() {
    assertThat(new AttributeWriter().nest(1, new AttributeWriter().u32(1, 7)).bytes())
        .isEqualTo(hex("0c00 0180 0800 0100 07000000"));
  }

  @Test
  void aFlagIsAnAttributeWithoutValue() {
    assertThat(new AttributeWriter().flag(3).bytes()).isEqualTo(hex("0400 0300"));
  }

  @Test
  void theLastAttributeNeedNotBePadded() throws BrokenAnswer {
    assertThat(AttributeReader.of(hex("0600 0100 0500"), 0).need(1, "X").u16()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "cut header, 0600",
    "length below the header, 03000100",
    "length beyond the end, 08000100aabb",
    "length 0 would loop, 00000000"
  })
  void whatDoesNotFitIsRefused(String why, String bytes) {
    assertThatThrownBy(() -> AttributeReader.of(hex(bytes), 0))
        .as(why)
        .isInstanceOf(BrokenAnswer.class);
  }

  @Test
  void numbersOfAnotherSizeAreRefused() throws BrokenAnswer {
    AttributeReader two = AttributeReader.of(hex("0600 0100 0500 0000"), 0);
    assertThatThrownBy(() -> two.need(1, "X").u32()).isInstanceOf(BrokenAnswer.class);
  }

  @Test
  void randomBytesNeverDoAnythingButBeRefusedOrRead() {
    for (long seed = 0; seed < 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      try {
        AttributeReader.of(bytes, 0).all().forEach(Attribute::text);
        Message.readAll(bytes);
      } catch (BrokenAnswer refused) {
        assertThat(refused.getMessage()).as("seed %d", seed).isNotBlank();
      }
    }
  }
}
