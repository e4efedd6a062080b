package dev.unhang.repair.proof;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.host.KernelQuestion.CoalescingOf;
import dev.unhang.model.host.KernelQuestion.EeeOf;
import dev.unhang.model.host.KernelQuestion.OffloadsOf;
import dev.unhang.model.host.KernelQuestion.PauseOf;
import dev.unhang.model.host.KernelQuestion.PrivateFlagsOf;
import dev.unhang.model.host.KernelQuestion.RingsOf;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.PrivateFlag;
import dev.unhang.model.setting.Tuning;
import java.util.Optional;

/// The value that a NIC has now, of the kind that is asked about.
public final class TuningNow {
  private static final SourceId TUNING = new SourceId("tuning");

  private TuningNow() {}

  /// @param like whose subject is meant; its value doesn't matter
  public static Reading<Tuning> read(HostView view, InterfaceName nic, Tuning like) {
    KernelView kernel = view.kernel();
    return switch (like) {
      case Tuning.Offload offload ->
          one(
              kernel
                  .ask(new OffloadsOf(nic))
                  .map(all ->
                      all.isOn(offload.group()).map(on -> new Tuning.Offload(offload.group(), on))),
              like);
      case Tuning.EnergyEfficiency eee ->
          kernel.ask(new EeeOf(nic)).map(now -> new Tuning.EnergyEfficiency(now.enabled()));
      case Tuning.FlowControl pause -> kernel.ask(new PauseOf(nic)).map(Tuning.FlowControl::new);
      case Tuning.RingLength ring ->
          one(
              kernel
                  .ask(new RingsOf(nic))
                  .map(now ->
                      (ring.direction().equals("rx") ? now.rx() : now.tx())
                          .map(length -> new Tuning.RingLength(ring.direction(), length))),
              like);
      case Tuning.Coalescing held ->
          one(
              kernel
                  .ask(new CoalescingOf(nic))
                  .map(all ->
                      all.stream()
                          .filter(each -> each.name().equals(held.parameter().name()))
                          .findFirst()
                          .map(TuningNow::coalescing)),
              like);
      case Tuning.DriverFlag own ->
          one(
              kernel
                  .ask(new PrivateFlagsOf(nic))
                  .map(all ->
                      all.stream()
                          .filter(each -> each.name().equals(own.flag().name()))
                          .findFirst()
                          .map(TuningNow::flag)),
              like);
      case Tuning.Aspm aspm ->
          view.read(new HostPath(aspm.file()))
              .map(content ->
                  new Tuning.Aspm(aspm.device(), aspm.state(), content.utf8().strip().equals("1")));
    };
  }

  private static Tuning coalescing(Parameter parameter) {
    return new Tuning.Coalescing(parameter);
  }

  private static Tuning flag(PrivateFlag flag) {
    return new Tuning.DriverFlag(flag);
  }

  private static <T extends Tuning> Reading<Tuning> one(Reading<Optional<T>> found, Tuning like) {
    Optional<Optional<T>> known = found.known();
    if (known.isPresent() && known.get().isEmpty()) {
      return new Reading.Absent<>(
          TUNING, WhyAbsent.NOT_OFFERED, "this driver has no " + like.subject());
    }
    return found.map(Optional::orElseThrow);
  }
}
