package dev.unhang.linux.netlink;

/// The wire to the kernel: datagrams out, datagrams in. A socket on a live host, a function in
/// tests. Used by one thread.
public interface Datagrams extends AutoCloseable {
  /// Sends one request.
  void send(byte[] datagram) throws KernelFailure;

  /// Waits for the next answer, at most [NetlinkSocket#PATIENCE].
  byte[] receive() throws KernelFailure;

  @Override
  void close();

  /// Opens a wire.
  @FunctionalInterface
  interface Opening {
    /// The caller closes it.
    Datagrams open() throws KernelFailure;
  }
}
