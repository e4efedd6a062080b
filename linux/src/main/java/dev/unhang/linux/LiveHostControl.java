package dev.unhang.linux;

import dev.unhang.linux.command.DetachedProgram;
import dev.unhang.linux.command.ProgramMissing;
import dev.unhang.linux.command.RunCommand;
import dev.unhang.linux.command.StartedProgram;
import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.file.AtomicReplace;
import dev.unhang.linux.file.InterfacesLock;
import dev.unhang.linux.file.NewEntry;
import dev.unhang.linux.file.Root;
import dev.unhang.linux.ioctl.SocketIoctl;
import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.CallDeadline;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.linux.netlink.KernelRefusal;
import dev.unhang.linux.netlink.NetlinkSocket;
import dev.unhang.linux.netlink.NoAnswer;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.KernelRefused;
import dev.unhang.model.error.NeedsRoot;
import dev.unhang.model.error.ProgramUnavailable;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Changes this machine.
public final class LiveHostControl implements HostControl {
  /// How long the kernel may take over an order: a switch that resets the adapter takes seconds
  /// with rtnl held, and an order given up halfway leaves it unknown.
  private static final Duration ORDER_WITHIN = Duration.ofSeconds(20);

  /// Man: sd_booted(3)
  private static final Path SYSTEMD_RUNS = Path.of("/run/systemd/system");

  private final Supplier<KernelSockets> wires;
  private final CallDeadline patience;

  public LiveHostControl() {
    this(
        () ->
            new KernelSockets(
                () -> NetlinkSocket.open(NetlinkSocket.Protocol.GENERIC),
                () -> NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE),
                SocketIoctl::open),
        new CallDeadline(ORDER_WITHIN));
  }

  /// @param wires to the kernel, or to a fake one
  LiveHostControl(Supplier<KernelSockets> wires, CallDeadline patience) {
    this.wires = wires;
    this.patience = patience;
  }

  @Override
  public void replaceFile(FileEdit edit) {
    Path file = Path.of(edit.path().value());
    Optional<InterfacesLock> lock = InterfacesLock.forWriting(file, new LiveClocks());
    try {
      AtomicReplace.replace(Root.here(), edit);
    } finally {
      lock.ifPresent(InterfacesLock::close);
    }
  }

  @Override
  public void make(HostPath path, Entry entry) {
    NewEntry.make(Root.here(), path, entry);
  }

  @Override
  public void remove(HostPath path, Entry entry) {
    NewEntry.remove(Root.here(), path, entry);
  }

  @Override
  public void run(Command command) {
    Reading<CommandOutput> ended = RunCommand.collect(command);
    Optional<CommandOutput> output = ended.known();
    if (output.isEmpty() || output.get().exit() != 0) {
      throw new CannotChange(
          "run",
          command.line(),
          output
              .map(said -> "it ended with " + said.exit() + ": " + said.err().utf8().strip())
              .orElse(ended.whyNot().orElse("it did not end")),
          "run it by hand and see");
    }
  }

  @Override
  public void detach(String name, List<String> argv) {
    if (!Files.isDirectory(SYSTEMD_RUNS)) {
      DetachedProgram.start(argv);
      return;
    }
    List<String> unit =
        new ArrayList<>(
            List.of(
                "systemd-run",
                "--quiet",
                "--collect",
                "--property=Restart=on-failure",
                "--property=RestartSec=5",
                "--unit=" + name,
                "--setenv=LC_ALL=C.UTF-8",
                "--"));
    unit.addAll(argv);
    run(new Command(unit, ORDER_WITHIN));
  }

  @Override
  public void order(KernelOrder order) {
    try {
      patience.await(() -> {
        try (KernelSockets open = wires.get()) {
          new LiveOrders(open).give(order);
        }
        return order;
      });
    } catch (KernelFailure failure) {
      throw refused(order, failure);
    }
  }

  private static UnhangException refused(KernelOrder order, KernelFailure failure) {
    String what = order.what();
    String where = order.where();
    return switch (failure) {
      case KernelRefusal denied when denied.errno() == Errno.EPERM.number() ->
          new NeedsRoot(what, where, "the kernel answered " + denied.getMessage(), "run as root");
      case KernelRefusal refusal ->
          new KernelRefused(
              what,
              where,
              refusal.errno(),
              refusal.errnoName(),
              refusal.words(),
              "'unhang nics " + where + "' shows what there is");
      case NoAnswer late ->
          new CannotChange(
              what,
              where,
              late.getMessage() + "; it may still be carried out",
              "see whether 'ip link' answers, then look: unhang nics " + where);
      case BrokenAnswer broken ->
          new CannotChange(
              what,
              where,
              broken.getMessage() + "; it may have been carried out",
              "look: unhang nics " + where);
    };
  }

  @Override
  public Running start(Command command, ByteSink out) {
    try {
      return StartedProgram.startWithDeadline(command, out);
    } catch (ProgramMissing missing) {
      throw new ProgramUnavailable(missing.program(), missing.why());
    }
  }
}
