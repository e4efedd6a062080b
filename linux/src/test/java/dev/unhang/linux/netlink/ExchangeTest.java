package dev.unhang.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where an answer ends, and which messages belong to it.
class ExchangeTest {
  private static List<Message> ask(java.util.function.Function<Message, List<byte[]>> kernel)
      throws KernelFailure {
    return new Exchange(new FakeKernel(kernel)).ask("TEST", FakeKernel.ETHTOOL, 0, new byte[0]);
  }

  private static byte[] message(int type, int flags, int sequence, int payload) {
    return new Message(type, flags, sequence, new byte[payload]).bytes();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Test
  void aListOfSeveralMessagesInSeveralDatagramsIsReadToItsEnd() throws KernelFailure {
    assertThat(
            ask(request -> {
              byte[] one = message(16, Message.MULTI, request.sequence(), 4);
              byte[] done = message(Message.DONE, Message.MULTI, request.sequence(), 4);
              return List.of(joined(one, one), joined(one, done));
            }))
        .hasSize(3);
  }

  @Test
  void answersToAnEarlierRequestAreNotTakenForThisOne() throws KernelFailure {
    assertThat(
            ask(request ->
                List.of(
                    message(16, 0, request.sequence() - 1, 4),
                    message(Message.DONE, 0, request.sequence() + 7, 4),
                    message(17, 0, request.sequence(), 4),
                    message(Message.DONE, 0, request.sequence(), 4))))
        .singleElement()
        .extracting(Message::type)
        .isEqualTo(17);
  }

  @Test
  void anErrorInTheMiddleIsTheAnswer() {
    assertThatThrownBy(() ->
            ask(request ->
                List.of(
                    message(16, Message.MULTI, request.sequence(), 4),
                    FakeKernel.error(request, 16, "", -1))))
        .isInstanceOf(KernelRefusal.class)
        .hasMessage("EBUSY (TEST)");
  }

  @Test
  void aListThatChangedMeanwhileIsNoList() {
    assertThatThrownBy(() ->
            ask(request -> List.of(message(16, Message.DUMP_INTERRUPTED, request.sequence(), 4))))
        .isInstanceOf(BrokenAnswer.class);
  }

  @Test
  void lostMessagesAreNoAnswer() {
    assertThatThrownBy(
            () -> ask(request -> List.of(message(Message.OVERRUN, 0, request.sequence(), 0))))
        .isInstanceOf(BrokenAnswer.class);
  }

  @Test
  void anAnswerWithoutAnEndIsCutOff() {
    byte[] many = new byte[Message.HEADER_BYTES * 1000];
    assertThatThrownBy(() ->
            ask(request -> {
              byte[] one = message(Message.NOOP, 0, request.sequence(), 0);
              for (int at = 0; at < many.length; at += one.length) {
                System.arraycopy(one, 0, many, at, one.length);
              }
              return java.util.Collections.nCopies(1000, many);
            }))
        .isInstanceOf(BrokenAnswer.class)
        .hasMessageContaining("without an end");
  }
}
