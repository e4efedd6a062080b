package dev.unhang.model.facts;

import dev.unhang.model.evidence.Reading;
import java.util.List;

/// What a host itself recorded of the throughput of a NIC that hung often enough to compare.
///
/// @param nic the interface
/// @param records a reading for each file of samples; each holds series of different intervals
public record NicLoad(String nic, List<Reading<List<Series>>> records) {
  /// Fewer hangs than that say nothing about load.
  public static final int FEWEST_HANGS = 3;

  public NicLoad {
    records = List.copyOf(records);
  }
}
