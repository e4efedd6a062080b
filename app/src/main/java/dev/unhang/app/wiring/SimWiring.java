package dev.unhang.app.wiring;

import dev.unhang.linux.LiveHostView;
import dev.unhang.linux.file.Root;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.Prober;
import dev.unhang.sim.SimHost;
import dev.unhang.sim.SimLedger;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;

/// A simulated host that hangs under load, with a ledger of its own.
public final class SimWiring implements Wiring {
  private final SimHost sim = new SimHost(true);
  private final SimLedger ledger = new SimLedger(sim.clocks(), sim::bootId);

  @Override
  public Host live() {
    return new Host(sim, sim, sim, ledger, sim.clocks(), () -> () -> {}, () -> true, true);
  }

  @Override
  public HostView mounted(HostPath folder) {
    return LiveWiring.files(Root.mounted(folder));
  }

  /// A host that is simulated sends nothing on a real network.
  @Override
  public Prober prober() {
    return sim.prober();
  }

  @Override
  public HostView here() {
    return new LiveHostView();
  }

  /// The simulated host itself, for what is to happen to it.
  public SimHost host() {
    return sim;
  }

  /// Shuts it down and boots it again.
  public void powerCycle() {
    sim.powerCycle();
  }

  /// From now on a partner keeps its NIC from sending.
  public void pauseForever() {
    sim.pauseForever();
  }

  /// Writes a file as another program would.
  public void write(HostPath path, String text) {
    sim.write(path, text);
  }

  /// What journalctl would print of the boot before.
  public byte[] formerLog() {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    ByteSink sink = log::write;
    sim.stream(
        new Command(List.of("journalctl", "--dmesg", "--boot=-1"), Duration.ofSeconds(1)), sink);
    return log.toByteArray();
  }
}
