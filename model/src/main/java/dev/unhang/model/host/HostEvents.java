package dev.unhang.model.host;

/// What the kernel says from now on.
public interface HostEvents {
  /// Follows the kernel log. The bytes are what /dev/kmsg gives, or what `journalctl -o json` or
  /// dmesg print. Each call of the sink brings whole records where they are not dmesg's.
  ///
  /// @return closes the following; empty exit while it runs
  Running followKernelLog(ByteSink out);
}
