package dev.unhang.linux;

import dev.unhang.linux.command.ProgramMissing;
import dev.unhang.linux.command.StartedProgram;
import dev.unhang.linux.ethtool.EthtoolFamily;
import dev.unhang.linux.ethtool.FeaturesSet;
import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.file.AtomicReplace;
import dev.unhang.linux.netlink.BrokenAnswer;
import dev.unhang.linux.netlink.Datagrams;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.linux.netlink.KernelRefusal;
import dev.unhang.linux.netlink.NetlinkSocket;
import dev.unhang.linux.netlink.NoAnswer;
import dev.unhang.linux.netlink.Patience;
import dev.unhang.model.error.CannotChange;
import dev.unhang.model.error.KernelRefused;
import dev.unhang.model.error.NeedsRoot;
import dev.unhang.model.error.ProgramUnavailable;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.ByteSink;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostControl;
import dev.unhang.model.host.KernelOrder;
import dev.unhang.model.host.Running;
import java.nio.file.Path;
import java.time.Duration;

/// Changes this machine.
public final class LiveHostControl implements HostControl {
  /// How long the kernel may take over an order: a switch that resets the adapter takes seconds
  /// with rtnl held, and an order given up halfway leaves nobody knowing.
  private static final Duration ORDER_WITHIN = Duration.ofSeconds(20);

  private final Datagrams.Opening netlink;
  private final Patience patience;

  public LiveHostControl() {
    this(() -> NetlinkSocket.open(NetlinkSocket.Protocol.GENERIC), new Patience(ORDER_WITHIN));
  }

  /// @param netlink opens a wire to the kernel, or to a fake one
  LiveHostControl(Datagrams.Opening netlink, Patience patience) {
    this.netlink = netlink;
    this.patience = patience;
  }

  @Override
  public void replaceFile(FileEdit edit) {
    AtomicReplace.replace(Path.of(edit.path().value()), edit);
  }

  @Override
  public void order(KernelOrder order) {
    switch (order) {
      case KernelOrder.SetFeatures set -> setFeatures(set);
    }
  }

  private void setFeatures(KernelOrder.SetFeatures set) {
    String what = "turn " + (set.on() ? "on " : "off ") + String.join(", ", set.features());
    FeaturesSet.Outcome outcome;
    try {
      outcome = patience.await(() -> give(set));
    } catch (KernelFailure failure) {
      throw refused(what, set, failure);
    }
    if (!outcome.refused().isEmpty()) {
      throw new CannotChange(
          what,
          set.nic().value(),
          "the kernel accepted the order and did not grant " + outcome.refused(),
          "'unhang features " + set.nic() + "' shows what is fixed and what another holds back");
    }
  }

  private FeaturesSet.Outcome give(KernelOrder.SetFeatures set) throws KernelFailure {
    try (Datagrams wire = netlink.open()) {
      return FeaturesSet.order(EthtoolFamily.over(wire), set);
    }
  }

  private static UnhangException refused(
      String what, KernelOrder.SetFeatures set, KernelFailure failure) {
    String nic = set.nic().value();
    return switch (failure) {
      case KernelRefusal denied when denied.errno() == Errno.EPERM.number() ->
          new NeedsRoot(what, nic, "the kernel answered " + denied.getMessage(), "run as root");
      case KernelRefusal refusal ->
          new KernelRefused(
              what,
              nic,
              refusal.errno(),
              refusal.errnoName(),
              refusal.words(),
              "'unhang features " + nic + "' shows what can be switched");
      case NoAnswer late ->
          new CannotChange(
              what,
              nic,
              late.getMessage() + "; it may still be carried out",
              "see whether 'ip link' answers, then look: unhang features " + nic);
      case BrokenAnswer broken ->
          new CannotChange(
              what,
              nic,
              broken.getMessage() + "; it may have been carried out",
              "look: unhang features " + nic);
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
