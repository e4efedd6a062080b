package dev.unhang.model.host;

/// What the kernel says from now on.
public interface HostEvents {
  /// Follows the kernel log. The bytes are what `journalctl -o json` or dmesg print.
  ///
  /// @return closes the following; empty exit while it runs
  Running followKernelLog(ByteSink out);
}
