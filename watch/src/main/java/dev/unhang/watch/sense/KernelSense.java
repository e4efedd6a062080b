package dev.unhang.watch.sense;

import dev.unhang.logs.HangReader;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import java.util.List;

/// Takes records of the kernel's log one at a time, and says what they tell of NICs. It holds what
/// [HangReader] carries from one to the next.
public final class KernelSense {
  private HangReader.State state = HangReader.State.START;
  private long refused;

  /// What the next record tells.
  public List<KernelWord> accept(LogRecord record) {
    HangReader.Step step = HangReader.accept(state, record);
    state = step.state();
    refused += step.troubles().size();
    boolean keeps = record.border() == Border.KEPT && record.isKernels();
    return step.events().stream()
        .map(event -> new KernelWord(event, record.device(), keeps))
        .toList();
  }

  /// How many texts looked like a report and were none.
  public long refused() {
    return refused;
  }
}
