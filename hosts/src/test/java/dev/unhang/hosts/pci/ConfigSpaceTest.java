package dev.unhang.hosts.pci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.pci.ConfigSpace.PcieFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a configuration space says of a PCIe link, and of the use of the bus.
class ConfigSpaceTest {
  private static final int PCIE_AT = 0xa0;

  /// Power management at 0xc8, PCI Express behind it.
  private static byte[] space(int portType, int linkCapabilities, int linkControl) {
    byte[] bytes = new byte[256];
    bytes[0x06] = 0x10;
    bytes[0x34] = (byte) 0xc8;
    bytes[0xc8] = 0x01;
    bytes[0xc9] = (byte) PCIE_AT;
    bytes[PCIE_AT] = 0x10;
    bytes[PCIE_AT + 2] = (byte) (portType << 4 | 2);
    bytes[PCIE_AT + 0x0d] = (byte) (linkCapabilities >> 8);
    bytes[PCIE_AT + 0x10] = (byte) linkControl;
    return bytes;
  }

  @Test
  void theCommandRegisterTellsWhetherItMayUseTheBus() {
    byte[] first = Arrays.copyOf(space(0, 0, 0), 64);
    first[0x04] = 0x07;
    assertThat(new ConfigSpace(first).busMaster()).contains(true);
    first[0x04] = 0x03;
    assertThat(new ConfigSpace(first).busMaster()).contains(false);
    assertThat(new ConfigSpace(Arrays.copyOf(first, 6)).busMaster()).isEmpty();
    Arrays.fill(first, (byte) 0xff);
    assertThat(new ConfigSpace(first).busMaster()).as("a card that is gone").isEmpty();
  }

  @Test
  void aLinkTellsWhatItOffersAndWhatIsInForce() {
    assertThat(new ConfigSpace(space(0, 0xc00, 0x42)).pcie())
        .isEqualTo(new PcieFacts.Link(List.of("L0s", "L1"), List.of("L1")));
    assertThat(new ConfigSpace(space(0, 0x3ff, 0x40)).pcie())
        .isEqualTo(new PcieFacts.Link(List.of(), List.of()));
  }

  @Test
  void aPartOfTheRootComplexAndOneWithoutTheCapabilityHaveNoLink() {
    assertThat(new ConfigSpace(space(9, 0xc00, 0x42)).pcie()).isEqualTo(new PcieFacts.NoLink());
    byte[] without = space(0, 0xc00, 0x42);
    without[0xc9] = 0;
    assertThat(new ConfigSpace(without).pcie()).isEqualTo(new PcieFacts.NoLink());
    byte[] none = space(0, 0xc00, 0x42);
    none[0x06] = 0;
    assertThat(new ConfigSpace(none).pcie()).isEqualTo(new PcieFacts.NoLink());
  }

  /// Whoever is not root reads 64 bytes: that is no fact about the device.
  @Test
  void whatWasNotReadIsNotTakenForNone() {
    byte[] whole = space(0, 0xc00, 0x42);
    for (int length : new int[] {0, 3, 63, 64, 0xc8, PCIE_AT + 0x10}) {
      assertThat(new ConfigSpace(Arrays.copyOf(whole, length)).pcie())
          .as("%d bytes", length)
          .isEqualTo(new PcieFacts.Unseen());
    }
  }

  @Test
  void capabilitiesThatFormARingEnd() {
    byte[] ring = space(0, 0xc00, 0x42);
    ring[0xc9] = (byte) 0xc8;
    assertThat(new ConfigSpace(ring).pcie()).isEqualTo(new PcieFacts.NoLink());
  }

  @Test
  @Timeout(60)
  void anyBytesAreRead() {
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      byte[] wild = new byte[random.nextInt(300)];
      random.nextBytes(wild);
      assertThat(new ConfigSpace(wild).pcie()).as("seed %d", seed).isNotNull();
    }
  }
}
