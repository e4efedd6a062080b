package dev.unhang.linux;

import dev.unhang.linux.command.ProgramMissing;
import dev.unhang.linux.command.StartedProgram;
import dev.unhang.linux.ethtool.EthtoolFamily;
import dev.unhang.linux.ethtool.FeaturesSet;
import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.file.AtomicReplace;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.linux.netlink.KernelRefusal;
import dev.unhang.linux.netlink.NetlinkSocket;
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

/// Changes this machine.
public final class LiveHostControl implements HostControl {
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

  private static void setFeatures(KernelOrder.SetFeatures set) {
    String what = "turn " + (set.on() ? "on " : "off ") + String.join(", ", set.features());
    FeaturesSet.Outcome outcome;
    try (NetlinkSocket wire = NetlinkSocket.open(NetlinkSocket.Protocol.GENERIC)) {
      outcome = FeaturesSet.order(EthtoolFamily.over(wire), set);
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
      case KernelFailure other ->
          new CannotChange(
              what, nic, String.valueOf(other.getMessage()), "see whether 'ip link' answers");
    };
  }

  @Override
  public Running start(Command command, ByteSink out) {
    try {
      return StartedProgram.start(command, out);
    } catch (ProgramMissing missing) {
      throw new ProgramUnavailable(
          missing.program(), missing.isDenied() ? "it may not be run" : "it is not installed");
    }
  }
}
