package dev.unhang.sim;

import dev.unhang.model.host.Running;
import java.util.List;
import java.util.OptionalInt;

/// iperf3, simulated: it runs for its seconds and stops with an error when nothing gets through.
///
/// Man: iperf3(1), "--time"
final class SimLoad implements Running {
  private static final int GIVES_UP_AFTER = 30;

  private int secondsLeft;
  private int silentSeconds;
  private boolean failed;

  SimLoad(List<String> argv) {
    int time = argv.indexOf("--time");
    secondsLeft = time >= 0 ? Integer.parseInt(argv.get(time + 1)) : 10;
  }

  boolean isRunning() {
    return secondsLeft > 0 && !failed;
  }

  void second(boolean stuck) {
    if (!isRunning()) {
      return;
    }
    secondsLeft--;
    silentSeconds = stuck ? silentSeconds + 1 : 0;
    failed = silentSeconds > GIVES_UP_AFTER;
  }

  @Override
  public OptionalInt exit() {
    if (failed) {
      return OptionalInt.of(1);
    }
    return secondsLeft > 0 ? OptionalInt.empty() : OptionalInt.of(0);
  }

  @Override
  public String errorText() {
    return failed ? "iperf3: error - unable to receive control message (simulated)" : "";
  }

  @Override
  public void close() {
    secondsLeft = 0;
  }
}
