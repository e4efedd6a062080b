package dev.unhang.model.log;

/// How full a Tx ring was when it stood still.
///
/// @param size descriptors in the ring
/// @param sizeFrom whether that was read or is the smallest size that fits the indices
/// @param held descriptors the driver still holds, (next_to_use - next_to_clean) mod size
/// @param unfetched descriptors that the driver filled and the hardware has not finished,
///   (next_to_use - TDH) mod size: up to TDT it was told of them
///
///   Kernel: drivers/net/ethernet/intel/e1000e/e1000.h, E1000_DEFAULT_TXD 256, E1000_MAX_TXD 4096
public record RingUse(int size, SizeFrom sizeFrom, int held, int unfetched) {
  /// The longest ring e1000e allows.
  public static final int MAX_SIZE = 4096;

  /// Where the ring's size is from.
  public enum SizeFrom {
    ASSUMED,
    READ
  }
}
