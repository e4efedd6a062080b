package dev.unhang.linux.ioctl;

import dev.unhang.linux.netlink.KernelRefusal;
import dev.unhang.model.id.InterfaceName;

/// The way to ethtool's older commands: a struct goes to the kernel and comes back filled in. An
/// ioctl on a live host, a function in tests. Used by one thread.
///
/// Kernel: net/ethtool/ioctl.c, dev_ethtool() (v6.1)
public interface EthtoolIoctl extends AutoCloseable {
  /// Asks one command.
  ///
  /// @param name the command's C name, for errors
  /// @param command the struct, which begins with the command's number; with all the room that the
  ///   answer needs, since the kernel trusts it
  /// @return the struct as the kernel left it, of the same length
  byte[] call(String name, InterfaceName nic, byte[] command) throws KernelRefusal;

  @Override
  void close();

  /// Opens a way.
  @FunctionalInterface
  interface Opening {
    /// The caller closes it.
    EthtoolIoctl open() throws KernelRefusal;
  }
}
