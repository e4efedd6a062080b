package dev.unhang.linux.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.linux.probe.EchoMessage.Header;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Echo requests byte by byte, and what is their reply.
class EchoMessageTest {
  private static final EchoMessage FOUR = new EchoMessage(false, 0x0001_0002_0003_0004L);

  private static byte[] reply(EchoMessage message, int type) {
    byte[] reply = message.request();
    reply[0] = (byte) type;
    return reply;
  }

  private static ByteBuffer behindHeader(int words, byte[] message) {
    ByteBuffer datagram = ByteBuffer.allocate(words * 4 + message.length);
    datagram.put((byte) (0x40 | words)).position(words * 4).put(message);
    return datagram.flip();
  }

  /// 0800 + 0003 + 0004 + 0001 + 0002 + 0003 + 0004 = 0811, whose complement is f7ee.
  @Test
  void theChecksumIsRfc1071s() {
    assertThat(HexFormat.of().formatHex(FOUR.request()))
        .isEqualTo("0800f7ee00030004" + "0001000200030004");
    EchoMessage carries = new EchoMessage(false, -1L);
    int sum = 0;
    ByteBuffer words = ByteBuffer.wrap(carries.request());
    while (words.hasRemaining()) {
      sum += Short.toUnsignedInt(words.getShort());
    }
    assertThat((sum & 0xffff) + (sum >>> 16)).isEqualTo(0xffff);
  }

  @Test
  void theReplyIsKnownByItsToken() {
    assertThat(FOUR.isAnsweredBy(ByteBuffer.wrap(reply(FOUR, 0)), Header.NONE)).isTrue();
    assertThat(FOUR.isAnsweredBy(behindHeader(5, reply(FOUR, 0)), Header.IPV4)).isTrue();
    assertThat(FOUR.isAnsweredBy(behindHeader(15, reply(FOUR, 0)), Header.IPV4)).isTrue();
    EchoMessage six = new EchoMessage(true, 7);
    assertThat(six.isAnsweredBy(ByteBuffer.wrap(reply(six, 129)), Header.NONE)).isTrue();
  }

  @Test
  void othersRepliesAndOnesOwnRequestAreNone() {
    EchoMessage other = new EchoMessage(false, 1);
    assertThat(FOUR.isAnsweredBy(ByteBuffer.wrap(reply(other, 0)), Header.NONE)).isFalse();
    assertThat(FOUR.isAnsweredBy(ByteBuffer.wrap(FOUR.request()), Header.NONE)).isFalse();
    assertThat(FOUR.isAnsweredBy(ByteBuffer.wrap(reply(FOUR, 0)), Header.IPV4)).isFalse();
  }

  @Test
  void anyBytesAreLookedAtWithoutHarm() {
    Random random = new Random(7);
    byte[] sound = reply(FOUR, 0);
    for (int length = 0; length < sound.length; length++) {
      byte[] cut = Arrays.copyOf(sound, length);
      assertThat(FOUR.isAnsweredBy(ByteBuffer.wrap(cut), Header.NONE)).isFalse();
      byte[] noise = new byte[length];
      random.nextBytes(noise);
      assertThat(FOUR.isAnsweredBy(ByteBuffer.wrap(noise), Header.IPV4)).isFalse();
    }
  }
}
