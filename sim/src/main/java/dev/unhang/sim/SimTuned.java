package dev.unhang.sim;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.net.Eee;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.Rings;
import dev.unhang.model.setting.Tuning;
import java.util.List;
import java.util.Optional;

/// The values of the simulated NIC that can be set, besides its offloads.
final class SimTuned {
  private static final int RING = 256;
  private static final int LONGEST_RING = 4096;

  private boolean eee;
  private Pause pause;
  private int rxRing;
  private int txRing;
  private long rxUsecs;

  SimTuned() {
    eee = true;
    pause = new Pause(true, true, true);
    rxRing = RING;
    txRing = RING;
    rxUsecs = 3;
  }

  /// Throws CannotChange where an I217's driver has no such value.
  void set(Tuning tuning) {
    switch (tuning) {
      case Tuning.EnergyEfficiency energy -> eee = energy.on();
      case Tuning.FlowControl flow -> pause = flow.pause();
      case Tuning.RingLength ring when ring.direction().equals("rx") -> rxRing = ring.descriptors();
      case Tuning.RingLength ring -> txRing = ring.descriptors();
      case Tuning.Coalescing held when held.parameter().name().equals("rx-usecs") ->
          rxUsecs = held.parameter().value();
      default ->
          throw new CannotChange(
              "set " + tuning.subject(), "", "kernel answered EOPNOTSUPP (simulated)", "leave it");
    }
  }

  Eee eee() {
    return SimSettings.eee(eee);
  }

  Pause pause() {
    return pause;
  }

  Rings rings() {
    return new Rings(
        Optional.of(rxRing),
        Optional.of(LONGEST_RING),
        Optional.of(txRing),
        Optional.of(LONGEST_RING));
  }

  List<Parameter> coalescing() {
    return List.of(new Parameter("rx-usecs", rxUsecs));
  }
}
