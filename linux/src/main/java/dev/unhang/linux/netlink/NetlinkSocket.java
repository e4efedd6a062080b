package dev.unhang.linux.netlink;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.ffi.Layouts;
import dev.unhang.linux.ffi.Libc;
import dev.unhang.linux.ffi.SystemCall;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.OptionalInt;

/// A netlink socket of the network namespace of the thread that opens it, and used by that thread.
///
/// The socket's own timeouts bound the waiting for an answer. They can't bound the asking: the
/// kernel works a request off within sendto(), and there it may wait for rtnl without end. That is
/// what [CallDeadline] is for.
///
/// Man: netlink(7)
public final class NetlinkSocket implements Datagrams {
  /// How long an answer may take. The kernel answers in microseconds, drivers that talk to a PHY in
  /// tens of milliseconds; the slowest seen reset takes 4 s with rtnl held.
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  /// Longest datagram read: the kernel builds answers of at most 32 KiB (NLMSG_GOODSIZE or, for
  /// lists, the reader's own buffer up to that).
  private static final int BUFFER_BYTES = 1 << 16;

  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVTIMEO = 20;
  private static final int SO_SNDTIMEO = 21;
  private static final int SOL_NETLINK = 270;
  private static final int NETLINK_CAP_ACK = 10;
  private static final int NETLINK_EXT_ACK = 11;
  private static final int MSG_TRUNC = 0x20;

  /// Signals are rare here; more interruptions in a row than this are something else.
  private static final int MAX_INTERRUPTIONS = 1000;

  /// Which of the kernel's parts a socket talks to.
  public enum Protocol {
    /// `NETLINK_ROUTE`: links, addresses, bridges.
    ROUTE(0),
    /// `NETLINK_GENERIC`: families such as ethtool.
    GENERIC(16);

    private final int number;

    Protocol(int number) {
      this.number = number;
    }
  }

  private final Arena memory = Arena.ofConfined();
  private final MemorySegment buffer = memory.allocate(BUFFER_BYTES, 8);
  private final MemorySegment sender = memory.allocate(Layouts.SOCKADDR_NL);
  private final MemorySegment senderLength = memory.allocate(JAVA_INT);
  private final long descriptor;

  private NetlinkSocket(long descriptor) {
    this.descriptor = descriptor;
  }

  /// Opens and binds a socket. Needs no privilege.
  public static NetlinkSocket open(Protocol protocol) throws KernelRefusal {
    long made = Libc.call(SystemCall.SOCKET, AF_NETLINK, SOCK_RAW_CLOEXEC, protocol.number);
    NetlinkSocket socket = new NetlinkSocket(checked("socket(AF_NETLINK)", made));
    try {
      socket.prepare();
      return socket;
    } catch (KernelRefusal refused) {
      socket.close();
      throw refused;
    }
  }

  private void prepare() throws KernelRefusal {
    MemorySegment limit = memory.allocate(Layouts.TIMEVAL);
    limit.set(ValueLayout.JAVA_LONG, 0, PATIENCE.toSeconds());
    checked("setsockopt(SO_RCVTIMEO)", option(SOL_SOCKET, SO_RCVTIMEO, limit));
    checked("setsockopt(SO_SNDTIMEO)", option(SOL_SOCKET, SO_SNDTIMEO, limit));
    MemorySegment yes = memory.allocateFrom(JAVA_INT, 1);
    // Kernels before 4.12 know neither: their refusals then lack the sentence, no more.
    option(SOL_NETLINK, NETLINK_CAP_ACK, yes);
    option(SOL_NETLINK, NETLINK_EXT_ACK, yes);
    MemorySegment address = memory.allocate(Layouts.SOCKADDR_NL);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_NETLINK);
    long bound = Libc.call(SystemCall.BIND, descriptor, address.address(), address.byteSize());
    checked("bind(AF_NETLINK)", bound);
  }

  private long option(int level, int name, MemorySegment value) {
    return Libc.call(
        SystemCall.SETSOCKOPT, descriptor, level, name, value.address(), value.byteSize());
  }

  @Override
  public void send(byte[] datagram) throws KernelRefusal {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, datagram);
      long sent =
          uninterrupted(SystemCall.SENDTO, descriptor, bytes.address(), datagram.length, 0, 0, 0);
      checked("sendto(AF_NETLINK)", sent);
    }
  }

  /// The next datagram that the kernel itself sent: anybody may send to a netlink socket.
  @Override
  public byte[] receive() throws KernelFailure {
    for (int strangers = 0; strangers < MAX_INTERRUPTIONS; strangers++) {
      int length = receiveAny();
      if (sender.get(JAVA_INT, Layouts.offset(Layouts.SOCKADDR_NL, "nl_pid")) == 0) {
        return buffer.asSlice(0, length).toArray(JAVA_BYTE);
      }
    }
    throw new NoAnswer("other programs keep writing to this socket");
  }

  private int receiveAny() throws KernelFailure {
    senderLength.set(JAVA_INT, 0, (int) sender.byteSize());
    long got =
        uninterrupted(
            SystemCall.RECVFROM,
            descriptor,
            buffer.address(),
            BUFFER_BYTES,
            MSG_TRUNC,
            sender.address(),
            senderLength.address());
    if (got == -Errno.EAGAIN.number()) {
      throw new NoAnswer("no answer within " + PATIENCE.toSeconds() + " s");
    }
    checked("recvfrom(AF_NETLINK)", got);
    if (got > BUFFER_BYTES) {
      throw new BrokenAnswer("an answer of " + got + " bytes");
    }
    return (int) got;
  }

  /// Makes a call again as often as a signal cuts it short.
  private static long uninterrupted(SystemCall call, long... arguments) {
    long answer = Libc.call(call, arguments);
    for (int i = 0; i < MAX_INTERRUPTIONS && answer == -Errno.EINTR.number(); i++) {
      answer = Libc.call(call, arguments);
    }
    return answer;
  }

  private static long checked(String name, long answer) throws KernelRefusal {
    if (answer < 0) {
      throw new KernelRefusal(name, (int) -answer, "", OptionalInt.empty());
    }
    return answer;
  }

  /// Gives an ioctl to the kernel. A netlink socket passes on what it doesn't know itself, so it
  /// serves for questions about interfaces too.
  ///
  /// Kernel: net/socket.c, sock_do_ioctl() (v6.1)
  ///
  /// @param name the request's C name, for errors
  public void ioctl(String name, long request, MemorySegment argument) throws KernelRefusal {
    checked(name, uninterrupted(SystemCall.IOCTL, descriptor, request, argument.address()));
  }

  /// Linux frees the descriptor whatever close() answers.
  @Override
  public void close() {
    Libc.call(SystemCall.CLOSE, descriptor);
    memory.close();
  }
}
