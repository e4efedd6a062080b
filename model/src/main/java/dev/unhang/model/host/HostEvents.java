package dev.unhang.model.host;

/// What the kernel says from now on.
public interface HostEvents {
  /// Follows the kernel log. Bytes are journal entries as JSON lines, `journalctl -o json`.
  ///
  /// @return closes the following; empty exit while it runs
  Running followKernelLog(ByteSink out);
}
