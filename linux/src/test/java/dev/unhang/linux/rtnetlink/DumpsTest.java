package dev.unhang.linux.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.linux.netlink.AttributeWriter;
import dev.unhang.linux.netlink.FakeKernel;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.linux.netlink.Message;
import dev.unhang.model.net.Counter;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.LinkFlag;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// RTM_GETLINK and RTM_GETADDR against a fake kernel.
class DumpsTest {
  private static final byte[] MAC = HexFormat.of().parseHex("00005e005301");

  private static byte[] joined(byte[] header, byte[] attributes) {
    byte[] all = Arrays.copyOf(header, header.length + attributes.length);
    System.arraycopy(attributes, 0, all, header.length, attributes.length);
    return all;
  }

  private static ByteBuffer host(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
  }

  private static byte[] linkHeader(int index, int flags) {
    return host(LinkDump.HEADER_BYTES).putInt(4, index).putInt(8, flags).array();
  }

  private static byte[] eno1() {
    AttributeWriter names = new AttributeWriter().text(LinkDump.IFLA_ALT_IFNAME, "enp0s25");
    byte[] counters = host(25 * 8).putLong(0, 12).putLong(8, -1).array();
    return joined(
        linkHeader(2, 0x11043),
        new AttributeWriter()
            .text(LinkDump.IFLA_IFNAME, "eno1")
            .u32(LinkDump.IFLA_MTU, 1500)
            .bytes(LinkDump.IFLA_ADDRESS, MAC)
            .bytes(LinkDump.IFLA_OPERSTATE, new byte[] {6})
            .bytes(LinkDump.IFLA_CARRIER, new byte[] {1})
            .u32(LinkDump.IFLA_CARRIER_CHANGES, 7)
            .u32(LinkDump.IFLA_MASTER, 3)
            .nest(LinkDump.IFLA_PROP_LIST, names)
            .text(LinkDump.IFLA_PARENT_DEV_NAME, "0000:00:19.0")
            .bytes(LinkDump.IFLA_STATS64, counters)
            .bytes());
  }

  private static FakeKernel listing(int type, byte[]... payloads) {
    return new FakeKernel(request -> {
      assertThat(request.flags() & Message.DUMP).isEqualTo(Message.DUMP);
      List<byte[]> answer = new java.util.ArrayList<>();
      for (byte[] payload : payloads) {
        answer.add(new Message(type, Message.MULTI, request.sequence(), payload).bytes());
      }
      answer.add(new Message(Message.DONE, Message.MULTI, request.sequence(), new byte[4]).bytes());
      return answer;
    });
  }

  @Test
  void aLinkIsReadWithEverythingTheKernelTold() throws KernelFailure {
    Link link = LinkDump.ask(listing(LinkDump.NEW_LINK, eno1())).getFirst();
    assertThat(link.index()).isEqualTo(2);
    assertThat(link.name()).hasToString("eno1");
    assertThat(link.alternativeNames()).containsExactly("enp0s25");
    assertThat(link.hardware().address()).contains("00:00:5e:00:53:01");
    assertThat(link.hardware().device()).contains("0000:00:19.0");
    assertThat(link.state().operational()).contains("UP");
    assertThat(link.state().carrier()).contains(true);
    assertThat(link.state().carrierChanges()).contains(7L);
    assertThat(link.state().flags())
        .containsExactly(
            LinkFlag.UP,
            LinkFlag.BROADCAST,
            LinkFlag.RUNNING,
            LinkFlag.MULTICAST,
            LinkFlag.LOWER_UP);
    assertThat(link.stacking().master()).contains(3);
    assertThat(link.counters())
        .hasSize(25)
        .startsWith(new Counter("rx_packets", 12), new Counter("tx_packets", -1));
  }

  @Test
  void whatTheKernelLeftOutIsEmptyAndNeverZero() throws KernelFailure {
    byte[] bare =
        joined(linkHeader(9, 0), new AttributeWriter().text(LinkDump.IFLA_IFNAME, "eno9").bytes());
    Link link = LinkDump.ask(listing(LinkDump.NEW_LINK, bare)).getFirst();
    assertThat(link.state().mtu()).isEmpty();
    assertThat(link.state().carrierChanges()).isEmpty();
    assertThat(link.state().carrier()).isEmpty();
    assertThat(link.hardware().address()).isEmpty();
    assertThat(link.counters()).isEmpty();
  }

  @Test
  void counterStructsOfOlderKernelsAreShorter() throws KernelFailure {
    byte[] older =
        joined(
            linkHeader(2, 0),
            new AttributeWriter()
                .text(LinkDump.IFLA_IFNAME, "eno1")
                .bytes(LinkDump.IFLA_STATS64, new byte[24 * 8])
                .bytes());
    assertThat(LinkDump.ask(listing(LinkDump.NEW_LINK, older)).getFirst().counters()).hasSize(24);
  }

  @Test
  void aLinkCutShortIsNeverMadeUp() throws KernelFailure {
    byte[] whole = eno1();
    Link link = LinkDump.ask(listing(LinkDump.NEW_LINK, whole)).getFirst();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      try {
        Link read = LinkDump.ask(listing(LinkDump.NEW_LINK, cut)).getFirst();
        assertThat(read.name()).as("cut after %d bytes", length).isEqualTo(link.name());
      } catch (KernelFailure refused) {
        assertThat(refused).isNotNull();
      }
    }
  }

  @Test
  void anAnswerOfAnotherTypeIsRefused() {
    assertThatThrownBy(() -> LinkDump.ask(listing(AddressDump.NEW_ADDRESS, eno1())))
        .isInstanceOf(KernelFailure.class)
        .hasMessageContaining("type 20");
  }

  private static byte[] address(int family, int scope, int type, byte[] bytes) {
    byte[] header = host(AddressDump.HEADER_BYTES).putInt(4, 3).array();
    header[0] = (byte) family;
    header[1] = (byte) (bytes.length * 6);
    header[3] = (byte) scope;
    return joined(header, new AttributeWriter().bytes(type, bytes).bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "c0000202, 0, 192.0.2.2/24 global",
    "7f000001, 254, 127.0.0.1/24 host",
    "fe800000000000005e0053fffe000001, 253, fe80::5e00:53ff:fe00:1/96 link",
    "00000000000000000000000000000001, 254, ::1/96 host",
    "00000000000000000000000000000000, 7, ::/96 7",
    "20010db8000000010001000100010001, 0, 2001:db8:0:1:1:1:1:1/96 global",
    "20010db8000000000001000000000001, 0, 2001:db8::1:0:0:1/96 global",
    "20010db8000100010001000100000000, 200, 2001:db8:1:1:1:1::/96 site"
  })
  void addressesAreWrittenAsIpWritesThem(String hex, int scope, String text) throws KernelFailure {
    byte[] bytes = HexFormat.of().parseHex(hex);
    int family = bytes.length == 4 ? AddressDump.AF_INET : AddressDump.AF_INET6;
    byte[] payload = address(family, scope, AddressDump.IFA_ADDRESS, bytes);
    assertThat(AddressDump.ask(listing(AddressDump.NEW_ADDRESS, payload)))
        .singleElement()
        .satisfies(each -> {
          assertThat(each + " " + each.scope()).isEqualTo(text);
          assertThat(each.index()).isEqualTo(3);
        });
  }

  @Test
  void anAddressOfTheWrongLengthIsRefused() {
    byte[] payload = address(AddressDump.AF_INET, 0, AddressDump.IFA_ADDRESS, new byte[5]);
    assertThatThrownBy(() -> AddressDump.ask(listing(AddressDump.NEW_ADDRESS, payload)))
        .isInstanceOf(KernelFailure.class);
  }

  @Test
  void otherFamiliesAreLeftOut() throws KernelFailure {
    byte[] payload = address(45, 0, AddressDump.IFA_ADDRESS, new byte[1]);
    assertThat(AddressDump.ask(listing(AddressDump.NEW_ADDRESS, payload))).isEmpty();
  }
}
