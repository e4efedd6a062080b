package dev.unhang.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.ioctl.SocketIoctl;
import dev.unhang.linux.netlink.CallDeadline;
import dev.unhang.linux.netlink.Datagrams;
import dev.unhang.linux.netlink.FakeKernel;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.KernelRefused;
import dev.unhang.model.error.NeedsRoot;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Offloads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of each of the kernel's refusals: a question's is a reading, an order's an error.
@Timeout(60)
class KernelAnswersTest {
  private static final InterfaceName NIC = new InterfaceName("eno1");
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
  private static final CallDeadline SOME = new CallDeadline(LONG_ENOUGH);
  private static final KernelOrder OFF =
      new KernelOrder.SetFeatures(NIC, List.of("tx-tcp-segmentation"), false);

  private static Supplier<KernelSockets> wires(Datagrams.Opening opening) {
    return () ->
        new KernelSockets(
            opening,
            opening,
            () -> {
              throw new IllegalStateException("no order here goes by ioctl");
            });
  }

  private static Datagrams.Opening refusing(Errno errno) {
    return () ->
        new FakeKernel(
            request -> List.of(FakeKernel.error(request, errno.number(), "the words", 28)));
  }

  private static LiveKernelView view(Datagrams.Opening netlink, Duration limit) {
    return new LiveKernelView(netlink, netlink, SocketIoctl::open, limit);
  }

  @ParameterizedTest
  @CsvSource({
    "ENODEV, not offered: the kernel answered ENODEV",
    "EOPNOTSUPP, not offered: the kernel answered EOPNOTSUPP",
    "EPERM, denied: the kernel answered EPERM",
    "EACCES, denied: the kernel answered EACCES",
    "EIO, 'kernel, features of eno1: the kernel answered EIO'",
    "EBUSY, 'kernel, features of eno1: the kernel answered EBUSY'",
    "EINVAL, 'kernel, features of eno1: the kernel answered EINVAL'",
    "ENOBUFS, 'kernel, features of eno1: the kernel answered ENOBUFS'"
  })
  void onlyARefusalThatIsAFactCountsAsOne(Errno errno, String why) {
    Reading<Offloads> reading = view(refusing(errno), LONG_ENOUGH).offloads(NIC);
    assertThat(reading.whyNot())
        .contains(why + " \"the words\" (ETHTOOL_MSG_FEATURES_GET, attribute at byte 28)");
  }

  @ParameterizedTest
  @CsvSource({"ENODEV", "EOPNOTSUPP", "EINVAL", "EBUSY", "EIO", "ENOMEM", "EMSGSIZE"})
  void anOrderThatIsRefusedTellsTheKernelsNumberWordsAndPlace(Errno errno) {
    assertThatThrownBy(() -> new LiveHostControl(wires(refusing(errno)), SOME).order(OFF))
        .isInstanceOfSatisfying(
            KernelRefused.class, refused -> assertThat(refused.errno()).isEqualTo(errno.number()))
        .hasMessage(
            "cannot turn off tx-tcp-segmentation on eno1: kernel answered %s \"the words\""
                + " (ETHTOOL_MSG_FEATURES_SET, attribute at byte 28)",
            errno);
  }

  @Test
  void anOrderThatOnlyRootMayGiveSaysSo() {
    assertThatThrownBy(() -> new LiveHostControl(wires(refusing(Errno.EPERM)), SOME).order(OFF))
        .isInstanceOf(NeedsRoot.class)
        .hasMessageContaining("EPERM");
  }

  /// A driver hangs in its reset and holds rtnl: the host this tool is for.
  @Test
  void aKernelThatIsStuckIsReportedAndNotWaitedFor() {
    CountDownLatch rtnl = new CountDownLatch(1);
    Datagrams.Opening stuck =
        () -> {
          try {
            rtnl.await();
          } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
          }
          return new FakeKernel(request -> List.of());
        };
    Reading<Offloads> reading = view(stuck, Duration.ofMillis(50)).offloads(NIC);
    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
    assertThatThrownBy(() ->
            new LiveHostControl(wires(stuck), new CallDeadline(Duration.ofMillis(50))).order(OFF))
        .isInstanceOf(CannotChange.class)
        .hasMessageContaining("it may still be carried out");
    rtnl.countDown();
  }
}
