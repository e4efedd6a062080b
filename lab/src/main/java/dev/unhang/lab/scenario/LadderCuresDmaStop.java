package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;

/// The card may no longer use the bus: steps that can't help are left out, the driver is bound
/// anew, and all that went with the interface is restored.
final class LadderCuresDmaStop implements Scenario {
  @Override
  public String name() {
    return "ladder-cures-dma-stop";
  }

  @Override
  public String promise() {
    return "a card that lost the bus is rebound within 10 s, and all it had is restored";
  }

  @Override
  public void play(Stage stage) {
    new LadderCures(stage)
        .play(CardRegisters::stopDma, "echo 0000:00:19.0 > /sys/bus/pci/drivers/e1000e/bind", 10);
  }
}
