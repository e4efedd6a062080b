package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;

/// The transmit unit stops: the mildest step of the ladder cures it.
final class LadderCuresTxStop implements Scenario {
  @Override
  public String name() {
    return "ladder-cures-tx-stop";
  }

  @Override
  public String promise() {
    return "a stopped transmit unit is cured by the mildest step within 4 s, and nothing else"
        + " changes";
  }

  @Override
  public void play(Stage stage) {
    new LadderCures(stage).play(CardRegisters::stopTransmitUnit, "ethtool -r eno1", 4);
  }
}
