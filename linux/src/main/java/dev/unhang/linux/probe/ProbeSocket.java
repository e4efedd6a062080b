package dev.unhang.linux.probe;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.ffi.Layouts;
import dev.unhang.linux.ffi.Libc;
import dev.unhang.linux.ffi.SystemCall;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.IpAddress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/// A socket for one probe of one address. What fails gives its error number negated, as the kernel
/// itself has it.
///
/// Man: socket(7), ip(7), ipv6(7)
final class ProbeSocket implements AutoCloseable {
  /// Room for an echo reply with its IP header; what is longer is none of ours, and cut.
  private static final int BUFFER_BYTES = 2048;

  private static final short AF_INET = 2;
  private static final short AF_INET6 = 10;
  private static final int CLOEXEC = 0x80000;
  private static final int SOCKADDR_IN_BYTES = 16;
  private static final int SOCKADDR_IN6_BYTES = 28;
  private static final int SOL_SOCKET = 1;
  private static final int SO_LINGER = 13;
  private static final int SO_RCVTIMEO = 20;
  private static final int SO_SNDTIMEO = 21;
  private static final int SO_BINDTODEVICE = 25;
  private static final long MICROSECOND = 1000;

  /// What a socket speaks.
  enum Speaks {
    /// ICMP that the kernel sorts by socket; for the groups of ping_group_range.
    ///
    /// Man: icmp(7), "ping_group_range"
    ECHO(2, 1, 58),
    /// All ICMP that comes in; for root. Man: raw(7)
    RAW_ICMP(3, 1, 58),
    TCP(1, 6, 6),
    /// Sends nothing here: connecting it asks for a route.
    UDP(2, 17, 17);

    private final int type;
    private final int ipv4;
    private final int ipv6;

    Speaks(int type, int ipv4, int ipv6) {
      this.type = type;
      this.ipv4 = ipv4;
      this.ipv6 = ipv6;
    }
  }

  private final Arena memory = Arena.ofConfined();
  private final IpAddress address;
  private final long descriptor;

  private ProbeSocket(IpAddress address, long descriptor) {
    this.address = address;
    this.descriptor = descriptor;
  }

  /// Opens one; look at [#refusal] before anything else.
  static ProbeSocket open(Speaks speaks, IpAddress address) {
    short family = address.isIpv4() ? AF_INET : AF_INET6;
    int protocol = address.isIpv4() ? speaks.ipv4 : speaks.ipv6;
    return new ProbeSocket(
        address, Libc.call(SystemCall.SOCKET, family, speaks.type | CLOEXEC, protocol));
  }

  /// The error number that opening gave, negated; 0 where it is open.
  long refusal() {
    return Math.min(descriptor, 0);
  }

  /// Lets an interface send it, whatever the routes say; without a route the kernel takes the
  /// address for a neighbour's.
  ///
  /// Man: socket(7), "SO_BINDTODEVICE". Kernel: net/ipv4/route.c, ip_route_output_key_hash_rcu()
  long bindTo(InterfaceName nic) {
    MemorySegment name = memory.allocateFrom(nic.value());
    return Libc.call(
        SystemCall.SETSOCKOPT,
        descriptor,
        SOL_SOCKET,
        SO_BINDTODEVICE,
        name.address(),
        name.byteSize());
  }

  /// Connects it: from then on only what comes from the address is heard, also that it can't be
  /// reached.
  long connect(int port, Duration patience) {
    timeout(SO_SNDTIMEO, patience);
    MemorySegment name = memory.allocateFrom(JAVA_BYTE, name(port));
    return Libc.call(SystemCall.CONNECT, descriptor, name.address(), name.byteSize());
  }

  /// ```c
  /// struct sockaddr_in { sa_family_t family; in_port_t port; struct in_addr address; /* 8 more */ };
  /// struct sockaddr_in6 { sa_family_t family; in_port_t port; uint32_t flow;
  ///                       struct in6_addr address; uint32_t scope; };
  /// ```
  ///
  /// Man: sockaddr(3type)
  private byte[] name(int port) {
    boolean ipv4 = address.isIpv4();
    ByteBuffer name = ByteBuffer.allocate(ipv4 ? SOCKADDR_IN_BYTES : SOCKADDR_IN6_BYTES);
    name.order(ByteOrder.nativeOrder()).putShort(ipv4 ? AF_INET : AF_INET6);
    name.order(ByteOrder.BIG_ENDIAN).putShort((short) port);
    if (!ipv4) {
      name.putInt(0);
    }
    name.put(address.bytes());
    return name.array();
  }

  long send(byte[] datagram) {
    MemorySegment bytes = memory.allocateFrom(JAVA_BYTE, datagram);
    return Libc.call(SystemCall.SENDTO, descriptor, bytes.address(), datagram.length, 0, 0, 0);
  }

  /// Waits for a datagram.
  ///
  /// @param into filled from its position, which moves to behind the datagram
  long receive(ByteBuffer into, Duration patience) {
    timeout(SO_RCVTIMEO, patience);
    MemorySegment buffer = memory.allocate(BUFFER_BYTES, Long.BYTES);
    long length =
        Libc.call(SystemCall.RECVFROM, descriptor, buffer.address(), BUFFER_BYTES, 0, 0, 0);
    if (length > 0) {
      into.put(buffer.asSlice(0, Math.min(length, into.remaining())).toArray(JAVA_BYTE));
    }
    return length;
  }

  /// A zero would mean to wait without end.
  private void timeout(int option, Duration patience) {
    MemorySegment limit = memory.allocate(Layouts.TIMEVAL);
    limit.set(JAVA_LONG, 0, patience.toSeconds());
    limit.set(JAVA_LONG, Long.BYTES, Math.max(MICROSECOND, patience.toNanosPart()) / MICROSECOND);
    Libc.call(
        SystemCall.SETSOCKOPT, descriptor, SOL_SOCKET, option, limit.address(), limit.byteSize());
  }

  /// Lets closing end a connection at once, so that none linger here or at the target.
  ///
  /// `struct linger { int l_onoff; int l_linger; };`
  void endAtOnce() {
    MemorySegment linger = memory.allocateFrom(JAVA_INT, 1, 0);
    Libc.call(
        SystemCall.SETSOCKOPT,
        descriptor,
        SOL_SOCKET,
        SO_LINGER,
        linger.address(),
        linger.byteSize());
  }

  /// Whether this machine has a route to an address. Sends nothing.
  static boolean hasRoute(IpAddress address) {
    try (ProbeSocket socket = open(Speaks.UDP, address)) {
      return socket.refusal() == 0 && socket.connect(1, Duration.ofSeconds(1)) == 0;
    }
  }

  /// Whether a call's answer is this error.
  static boolean is(long answer, Errno errno) {
    return answer == -errno.number();
  }

  /// `EHOSTUNREACH`.
  static String word(long answer) {
    return Errno.nameOf((int) -answer);
  }

  @Override
  public void close() {
    if (descriptor >= 0) {
      Libc.call(SystemCall.CLOSE, descriptor);
    }
    memory.close();
  }
}
