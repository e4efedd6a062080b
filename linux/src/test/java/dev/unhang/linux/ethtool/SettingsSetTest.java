package dev.unhang.linux.ethtool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.FakeKernel;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.linux.netlink.Message;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is sent when a value is set: the command's number, and no attribute but the meant one.
class SettingsSetTest {
  private static final InterfaceName NIC = new InterfaceName("eno1");

  /// Length of `struct genlmsghdr`, whose first byte is the command.
  private static final int GENERIC_HEADER_BYTES = 4;

  private final List<Message> asked = new ArrayList<>();

  private EthtoolFamily kernel() throws KernelFailure {
    return EthtoolFamily.over(
        new FakeKernel(request -> {
          asked.add(request);
          return List.of(FakeKernel.error(request, 0, "", -1));
        }));
  }

  private int command() {
    return asked.getLast().payload()[0];
  }

  private AttributeReader body() throws KernelFailure {
    return AttributeReader.of(asked.getLast().payload(), GENERIC_HEADER_BYTES);
  }

  private List<Integer> types() throws KernelFailure {
    return body().all().stream().map(attribute -> attribute.type()).toList();
  }

  @Test
  void eeeIsOneByte() throws KernelFailure {
    SettingsSet.eee(kernel(), NIC, false);
    assertThat(command()).isEqualTo(24);
    assertThat(types()).containsExactly(EthtoolFamily.HEADER, EeeGet.ENABLED);
    assertThat(body().need(EeeGet.ENABLED, "").u8()).isZero();
  }

  @Test
  void pauseIsThreeBytes() throws KernelFailure {
    SettingsSet.pause(kernel(), NIC, new Pause(false, true, false));
    assertThat(command()).isEqualTo(22);
    assertThat(body().need(PauseGet.AUTONEGOTIATION, "").u8()).isZero();
    assertThat(body().need(PauseGet.RX, "").u8()).isEqualTo(1);
    assertThat(body().need(PauseGet.TX, "").u8()).isZero();
  }

  @Test
  void aRingIsSetWithoutTheOther() throws KernelFailure {
    SettingsSet.ring(kernel(), NIC, "tx", 4096);
    assertThat(command()).isEqualTo(16);
    assertThat(types()).containsExactly(EthtoolFamily.HEADER, RingsGet.TX);
    assertThat(body().need(RingsGet.TX, "").u32()).isEqualTo(4096);
  }

  @Test
  void coalescingTellsNumbersFromSwitches() throws KernelFailure {
    SettingsSet.coalescing(kernel(), NIC, new Parameter("rx-usecs", 100));
    assertThat(command()).isEqualTo(20);
    assertThat(body().need(2, "").u32()).isEqualTo(100);
    SettingsSet.coalescing(kernel(), NIC, new Parameter("adaptive-rx", 1));
    assertThat(body().need(11, "").u8()).isEqualTo(1);
    assertThatThrownBy(() -> SettingsSet.coalescing(kernel(), NIC, new Parameter("nope", 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPrivateFlagIsNamed() throws KernelFailure {
    SettingsSet.privateFlag(kernel(), NIC, new PrivateFlag("s0ix-enabled", true));
    assertThat(command()).isEqualTo(14);
    assertThat(new String(asked.getLast().payload(), java.nio.charset.StandardCharsets.US_ASCII))
        .contains("s0ix-enabled");
  }
}
