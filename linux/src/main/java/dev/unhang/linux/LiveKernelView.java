package dev.unhang.linux;

import dev.unhang.linux.ethtool.EthtoolFamily;
import dev.unhang.linux.ethtool.FeaturesGet;
import dev.unhang.linux.ffi.Errno;
import dev.unhang.linux.ioctl.DriverInfoQuery;
import dev.unhang.linux.netlink.KernelFailure;
import dev.unhang.linux.netlink.KernelRefusal;
import dev.unhang.linux.netlink.NetlinkSocket;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.facts.DriverInfo;
import dev.unhang.model.facts.Offloads;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.name.InterfaceName;
import dev.unhang.model.name.SourceId;

/// The running kernel's answers, by netlink and ioctl in this process: no ethtool is needed.
final class LiveKernelView implements KernelView {
  @Override
  public Reading<Offloads> offloads(InterfaceName nic) {
    return reading(
        "offload-switches",
        "kernel, features of " + nic,
        () -> {
          try (NetlinkSocket wire = NetlinkSocket.open(NetlinkSocket.Protocol.GENERIC)) {
            return FeaturesGet.ask(EthtoolFamily.over(wire), nic);
          }
        });
  }

  @Override
  public Reading<DriverInfo> driver(InterfaceName nic) {
    return reading("driver-of-nic", "kernel, driver of " + nic, () -> DriverInfoQuery.ask(nic));
  }

  /// A question to the kernel.
  private interface Question<T> {
    T ask() throws KernelFailure;
  }

  private static <T> Reading<T> reading(String source, String shown, Question<T> question) {
    Origin origin = new Origin(shown);
    try {
      return new Reading.Read<>(question.ask(), origin);
    } catch (KernelRefusal refusal) {
      return new Reading.Absent<>(
          new SourceId(source),
          isDenial(refusal) ? WhyAbsent.DENIED : WhyAbsent.NOT_OFFERED,
          "the kernel answered " + refusal.getMessage());
    } catch (KernelFailure failure) {
      return new Reading.Unreadable<>(
          new Trouble(new Place.Whole(origin), String.valueOf(failure.getMessage())), origin);
    }
  }

  private static boolean isDenial(KernelRefusal refusal) {
    return refusal.errno() == Errno.EPERM.number() || refusal.errno() == Errno.EACCES.number();
  }
}
