package dev.unhang.app.wiring;

import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.host.Clocks;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostEvents;
import dev.unhang.model.host.HostView;
import dev.unhang.repair.execute.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A host and every way to it. The live machine and the simulated one are both such.
///
/// @param writer takes the right to change the host until closed; throws when another process has
///   it
/// @param mayChange whether the kernel would let this process change it
/// @param simulated whether it exists only in this process; every screen then says so
public record Host(
    HostView view,
    HostControl control,
    HostEvents events,
    ChangeLedger ledger,
    Clocks clocks,
    Supplier<AutoCloseable> writer,
    BooleanSupplier mayChange,
    boolean simulated) {
  /// What changes it.
  public Executor executor() {
    return new Executor(view, control, ledger);
  }
}
