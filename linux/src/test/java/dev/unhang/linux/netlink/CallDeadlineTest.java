package dev.unhang.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A kernel that doesn't answer never holds us up.
@Timeout(60)
class CallDeadlineTest {
  private final CountDownLatch rtnl = new CountDownLatch(1);

  private String untilReleased() {
    try {
      rtnl.await();
      return "late";
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  @Test
  void anAnswerComesThrough() throws KernelFailure {
    assertThat(new CallDeadline(Duration.ofSeconds(20)).<String>await(() -> "eno1"))
        .isEqualTo("eno1");
  }

  @Test
  void aKernelThatIsStuckIsNotWaitedFor() {
    CallDeadline patience = new CallDeadline(Duration.ofMillis(50));
    assertThatThrownBy(() -> patience.await(this::untilReleased))
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("rtnl");
  }

  @Test
  void noSecondThreadGetsStuckBehindTheFirst() throws Exception {
    CallDeadline patience = new CallDeadline(Duration.ofMillis(50));
    assertThatThrownBy(() -> patience.await(this::untilReleased)).isInstanceOf(NoAnswer.class);
    assertThatThrownBy(() -> patience.<String>await(() -> "never asked"))
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("earlier question");
    rtnl.countDown();
    assertThat(askedAgain(patience)).isEqualTo("answered");
  }

  /// Once the kernel has let the first question go, it takes the thread a moment to end.
  private static String askedAgain(CallDeadline patience) {
    while (true) {
      try {
        return patience.<String>await(() -> "answered");
      } catch (KernelFailure not_yet) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aRefusalStaysOne() {
    CallDeadline patience = new CallDeadline(Duration.ofSeconds(20));
    assertThatThrownBy(() ->
            patience.await(() -> {
              throw new KernelRefusal("TEST", 19, "", OptionalInt.empty());
            }))
        .isInstanceOf(KernelRefusal.class)
        .hasMessage("ENODEV (TEST)");
  }
}
