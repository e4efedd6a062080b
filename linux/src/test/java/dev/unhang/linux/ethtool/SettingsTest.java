package dev.unhang.linux.ethtool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.linux.netlink.AttributeWriter;
import dev.unhang.linux.netlink.FakeKernel;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.net.Eee;
import dev.unhang.model.net.LinkDetection;
import dev.unhang.model.net.LinkModes;
import dev.unhang.model.net.LinkPort;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import dev.unhang.model.net.Rings;
import dev.unhang.model.net.WakeOnLan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The commands that only read a NIC's settings, against a fake kernel.
class SettingsTest {
  private static final InterfaceName NIC = new InterfaceName("eno1");

  private static EthtoolFamily answering(AttributeWriter attributes) throws KernelFailure {
    return EthtoolFamily.over(
        new FakeKernel(request ->
            List.of(
                FakeKernel.reply(request, FakeKernel.ETHTOOL, 1, attributes.bytes()),
                FakeKernel.error(request, 0, "", -1))));
  }

  private static AttributeWriter on(AttributeWriter attributes, int type, int value) {
    return attributes.bytes(type, new byte[] {(byte) value});
  }

  private static AttributeWriter bit(int index, String name, boolean set) {
    AttributeWriter bit =
        new AttributeWriter().u32(Bitset.BIT_INDEX, index).text(Bitset.BIT_NAME, name);
    return set ? bit.flag(Bitset.BIT_VALUE) : bit;
  }

  private static AttributeWriter masked(AttributeWriter... bits) {
    AttributeWriter all = new AttributeWriter();
    for (AttributeWriter bit : bits) {
      all.nest(Bitset.BIT, bit);
    }
    return new AttributeWriter().nest(Bitset.BITS, all);
  }

  @Test
  void modesTellSupportedFromAdvertised() throws KernelFailure {
    AttributeWriter ours = masked(bit(5, "1000baseT/Full", true), bit(13, "Pause", false));
    AttributeWriter answer =
        on(new AttributeWriter(), LinkModesGet.AUTONEGOTIATION, 1)
            .nest(LinkModesGet.OURS, ours)
            .u32(LinkModesGet.SPEED, 1000);
    assertThat(LinkModesGet.ask(answering(on(answer, LinkModesGet.DUPLEX, 1)), NIC))
        .isEqualTo(
            new LinkModes(
                Optional.of(true),
                List.of("1000baseT/Full", "Pause"),
                Optional.of(List.of("1000baseT/Full")),
                Optional.empty(),
                Optional.of(1000L),
                Optional.of("full")));
  }

  @Test
  void withoutALinkSpeedAndDuplexAreUnknownAndNoNumbers() throws KernelFailure {
    AttributeWriter answer =
        new AttributeWriter().nest(LinkModesGet.OURS, masked()).u32(LinkModesGet.SPEED, -1);
    LinkModes modes = LinkModesGet.ask(answering(on(answer, LinkModesGet.DUPLEX, 0xff)), NIC);
    assertThat(modes.speedMegabits()).isEmpty();
    assertThat(modes.duplex()).isEmpty();
  }

  @Test
  void modesWithoutNamesAreRefused() throws KernelFailure {
    AttributeWriter compact =
        new AttributeWriter()
            .flag(Bitset.NO_MASK)
            .u32(Bitset.SIZE, 32)
            .bytes(Bitset.VALUE, new byte[] {1, 0, 0, 0});
    EthtoolFamily kernel = answering(new AttributeWriter().nest(LinkModesGet.OURS, compact));
    assertThatThrownBy(() -> LinkModesGet.ask(kernel, NIC))
        .isInstanceOf(KernelFailure.class)
        .hasMessageContaining("without its name");
  }

  @Test
  void linkStateMayTellWhy() throws KernelFailure {
    AttributeWriter answer = on(new AttributeWriter(), LinkStateGet.LINK, 0);
    assertThat(LinkStateGet.ask(answering(on(answer, LinkStateGet.EXTENDED_STATE, 3)), NIC))
        .isEqualTo(new LinkDetection(false, Optional.of(3)));
  }

  @Test
  void aPortIsToldInWordsAndWhatIsUnknownIsEmpty() throws KernelFailure {
    AttributeWriter answer = on(new AttributeWriter(), LinkInfoGet.PORT, 0);
    on(on(answer, LinkInfoGet.PHY_ADDRESS, 2), LinkInfoGet.TRANSCEIVER, 0);
    on(on(answer, LinkInfoGet.CROSSED, 0), LinkInfoGet.CROSSING, 3);
    assertThat(LinkInfoGet.ask(answering(answer), NIC))
        .isEqualTo(
            new LinkPort("twisted pair", 2, Optional.empty(), Optional.of("auto"), "internal"));
  }

  @Test
  void ringsThatAreNotThereAreEmptyAndNotZero() throws KernelFailure {
    AttributeWriter answer = new AttributeWriter().u32(RingsGet.TX, 256).u32(RingsGet.TX_MAX, 4096);
    assertThat(RingsGet.ask(answering(answer), NIC))
        .isEqualTo(
            new Rings(Optional.empty(), Optional.empty(), Optional.of(256), Optional.of(4096)));
  }

  @Test
  void onlyTheParametersTheDriverHasAreTold() throws KernelFailure {
    AttributeWriter answer = new AttributeWriter().u32(CoalesceGet.FIRST, 3).u32(28, 1);
    assertThat(CoalesceGet.ask(answering(on(answer, 11, 1)), NIC))
        .containsExactly(new Parameter("rx-usecs", 3), new Parameter("adaptive-rx", 1));
  }

  @Test
  void pauseNeedsAllThree() throws KernelFailure {
    AttributeWriter two = on(on(new AttributeWriter(), PauseGet.RX, 1), PauseGet.TX, 0);
    EthtoolFamily lacking = answering(two);
    assertThatThrownBy(() -> PauseGet.ask(lacking, NIC))
        .isInstanceOf(KernelFailure.class)
        .hasMessageContaining("ETHTOOL_A_PAUSE_AUTONEG");
    assertThat(PauseGet.ask(answering(on(two, PauseGet.AUTONEGOTIATION, 1)), NIC))
        .isEqualTo(new Pause(true, true, false));
  }

  @Test
  void eeeMayBeEnabledAndNotActive() throws KernelFailure {
    AttributeWriter answer =
        new AttributeWriter().nest(EeeGet.OURS, masked(bit(5, "1000baseT/Full", true)));
    on(on(answer, EeeGet.ENABLED, 1), EeeGet.ACTIVE, 0).u32(EeeGet.TX_LPI_TIMER, 17);
    List<String> modes = List.of("1000baseT/Full");
    assertThat(EeeGet.ask(answering(answer), NIC))
        .isEqualTo(
            new Eee(
                true, false, Optional.empty(), Optional.of(17L), modes, modes, Optional.empty()));
  }

  @Test
  void wakeOnLanTellsSupportedFromEnabled() throws KernelFailure {
    AttributeWriter modes = masked(bit(5, "magic", true), bit(0, "phy", false));
    assertThat(WolGet.ask(answering(new AttributeWriter().nest(WolGet.MODES, modes)), NIC))
        .isEqualTo(new WakeOnLan(List.of("magic", "phy"), List.of("magic")));
  }

  @Test
  void privateFlagsAreOnOrOff() throws KernelFailure {
    AttributeWriter flags = masked(bit(0, "s0ix-enabled", true), bit(1, "disable-k1", false));
    assertThat(
            PrivFlagsGet.ask(answering(new AttributeWriter().nest(PrivFlagsGet.FLAGS, flags)), NIC))
        .containsExactly(
            new PrivateFlag("s0ix-enabled", true), new PrivateFlag("disable-k1", false));
  }
}
