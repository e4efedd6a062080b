package dev.unhang.linux.ioctl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The structs of ethtool's commands, as bytes in host order.
final class Struct {
  private Struct() {}

  /// A struct that is all zero but for its command.
  static byte[] command(int command, int bytes) {
    byte[] struct = new byte[bytes];
    of(struct).putInt(0, command);
    return struct;
  }

  /// A struct, to be read and written.
  static ByteBuffer of(byte[] struct) {
    return ByteBuffer.wrap(struct).order(ByteOrder.nativeOrder());
  }
}
