package dev.unhang.linux.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unhang.linux.netlink.AttributeWriter;
import dev.unhang.linux.netlink.FakeKernel;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.linux.netlink.Message;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.net.Route;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// RTM_GETROUTE against a fake kernel.
class RouteDumpTest {
  private static final byte[] GATEWAY = {(byte) 192, 0, 2, 1};
  private static final byte[] NETWORK = {(byte) 198, 51, 100, 0};

  private static byte[] joined(byte[] header, byte[] rest) {
    byte[] all = Arrays.copyOf(header, header.length + rest.length);
    System.arraycopy(rest, 0, all, header.length, rest.length);
    return all;
  }

  private static byte[] header(int prefix, int table, int type) {
    byte[] header = new byte[RouteDump.HEADER_BYTES];
    header[0] = AddressDump.AF_INET;
    header[1] = (byte) prefix;
    header[4] = (byte) table;
    header[7] = (byte) type;
    return header;
  }

  private static byte[] main(int prefix, AttributeWriter attributes) {
    return joined(
        header(prefix, RouteDump.RT_TABLE_MAIN, RouteDump.RTN_UNICAST), attributes.bytes());
  }

  private static byte[] defaultRoute() {
    return main(
        0,
        new AttributeWriter()
            .u32(RouteDump.RTA_TABLE, RouteDump.RT_TABLE_MAIN)
            .bytes(RouteDump.RTA_GATEWAY, GATEWAY)
            .u32(RouteDump.RTA_PRIORITY, 100)
            .u32(RouteDump.RTA_OIF, 3));
  }

  private static byte[] hop(int index, byte[] gateway) {
    byte[] way = new AttributeWriter().bytes(RouteDump.RTA_GATEWAY, gateway).bytes();
    byte[] header =
        ByteBuffer.allocate(RouteDump.HOP_BYTES)
            .order(ByteOrder.nativeOrder())
            .putShort((short) (RouteDump.HOP_BYTES + way.length))
            .putInt(4, index)
            .array();
    return joined(header, way);
  }

  private static List<Route> ask(byte[]... payloads) throws KernelFailure {
    return RouteDump.ask(
        new FakeKernel(request -> {
          List<byte[]> answer = new java.util.ArrayList<>();
          for (byte[] payload : payloads) {
            answer.add(
                new Message(RouteDump.NEW_ROUTE, Message.MULTI, request.sequence(), payload)
                    .bytes());
          }
          answer.add(
              new Message(Message.DONE, Message.MULTI, request.sequence(), new byte[4]).bytes());
          return answer;
        }));
  }

  @Test
  void theDefaultRouteHasNoDestinationInItsAnswer() throws KernelFailure {
    assertThat(ask(defaultRoute()))
        .containsExactly(
            new Route(IpAddress.of(new byte[4]), 0, 3, Optional.of(IpAddress.of(GATEWAY)), 100));
  }

  @Test
  void aRouteOfSeveralNextHopsIsAsManyRoutes() throws KernelFailure {
    byte[] other = {(byte) 192, 0, 2, 9};
    byte[] payload =
        main(
            24,
            new AttributeWriter()
                .bytes(RouteDump.RTA_DST, NETWORK)
                .bytes(RouteDump.RTA_MULTIPATH, joined(hop(3, GATEWAY), hop(4, other))));
    assertThat(ask(payload))
        .extracting(Route::index, Route::prefixLength)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3, 24), org.assertj.core.groups.Tuple.tuple(4, 24));
  }

  @Test
  void otherTablesAndKindsAreLeftOut() throws KernelFailure {
    byte[] local = new AttributeWriter().u32(RouteDump.RTA_OIF, 1).bytes();
    assertThat(
            ask(
                joined(header(32, 255, RouteDump.RTN_UNICAST), local),
                joined(header(32, RouteDump.RT_TABLE_MAIN, 6), local)))
        .isEmpty();
  }

  @Test
  void aTableBeyond255IsTakenFromItsAttribute() throws KernelFailure {
    byte[] far =
        main(0, new AttributeWriter().u32(RouteDump.RTA_TABLE, 5000).u32(RouteDump.RTA_OIF, 3));
    assertThat(ask(far)).isEmpty();
  }

  @Test
  void aRouteCutShortIsRefusedOrLeavesNothingMadeUp() {
    byte[] whole = defaultRoute();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      try {
        assertThat(ask(cut)).allSatisfy(route -> assertThat(route.index()).isEqualTo(3));
      } catch (KernelFailure refused) {
        assertThat(refused).isNotNull();
      }
    }
  }

  @Test
  void nextHopsThatDoNotFitAreRefused() {
    byte[] endless =
        main(
            0, new AttributeWriter().bytes(RouteDump.RTA_MULTIPATH, new byte[RouteDump.HOP_BYTES]));
    assertThatThrownBy(() -> ask(endless)).isInstanceOf(KernelFailure.class);
    byte[] tooLong = hop(3, GATEWAY);
    tooLong[0] = (byte) 0xff;
    assertThatThrownBy(
            () -> ask(main(0, new AttributeWriter().bytes(RouteDump.RTA_MULTIPATH, tooLong))))
        .isInstanceOf(KernelFailure.class);
  }
}
