package dev.unhang.linux.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.linux.netlink.AttributeReader;
import dev.unhang.linux.netlink.AttributeWriter;
import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.model.net.LinkDetails;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkDetailsReaderTest {
  private static Optional<LinkDetails> read(String kind, AttributeWriter data) throws BrokenAnswer {
    byte[] info =
        new AttributeWriter()
            .text(LinkDetailsReader.IFLA_INFO_KIND, kind)
            .nest(LinkDetailsReader.IFLA_INFO_DATA, data)
            .bytes();
    return LinkDetailsReader.read(AttributeReader.of(info, 0));
  }

  private static AttributeWriter bond(int mode) {
    return new AttributeWriter()
        .bytes(LinkDetailsReader.IFLA_BOND_MODE, new byte[] {(byte) mode})
        .u32(LinkDetailsReader.IFLA_BOND_MIIMON, 100)
        .u32(LinkDetailsReader.IFLA_BOND_ARP_INTERVAL, 0);
  }

  @Test
  void aBondTellsItsModeAndWhoSends() throws BrokenAnswer {
    assertThat(read("bond", bond(1).u32(LinkDetailsReader.IFLA_BOND_ACTIVE_SLAVE, 2)))
        .contains(new LinkDetails.Bond("active-backup", Optional.of(2), 100, 0));
    assertThat(read("bond", bond(4)))
        .contains(new LinkDetails.Bond("802.3ad", Optional.empty(), 100, 0));
    assertThat(read("bond", bond(77)))
        .contains(new LinkDetails.Bond("mode 77", Optional.empty(), 100, 0));
  }

  @Test
  void bridgesAndVlansTellTheirs() throws BrokenAnswer {
    assertThat(
            read(
                "bridge",
                new AttributeWriter()
                    .bytes(LinkDetailsReader.IFLA_BR_VLAN_FILTERING, new byte[] {1})))
        .contains(new LinkDetails.Bridge(true));
    assertThat(
            read("vlan", new AttributeWriter().bytes(LinkDetailsReader.IFLA_VLAN_ID, vlanId(4094))))
        .contains(new LinkDetails.Vlan(4094));
  }

  private static byte[] vlanId(int id) {
    return java.nio.ByteBuffer.allocate(2)
        .order(java.nio.ByteOrder.nativeOrder())
        .putShort((short) id)
        .array();
  }

  @Test
  void whatIsLeftOutMakesNoDetails() throws BrokenAnswer {
    assertThat(read("bridge", new AttributeWriter())).isEmpty();
    assertThat(read("bond", new AttributeWriter())).isEmpty();
    assertThat(read("veth", bond(1))).isEmpty();
    assertThat(LinkDetailsReader.read(AttributeReader.EMPTY)).isEmpty();
  }
}
