package dev.unhang.repair.guard;

import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.PciFunction;
import dev.unhang.model.plan.Risk;
import dev.unhang.model.topology.Use;
import java.util.Optional;

/// A step that destroys the interface may cut off the person who asks, or the board's own way to be
/// managed: that one also where the host itself sends nothing any more, since the management engine
/// may be the last that does.
final class ManagementPath implements Guard {
  @Override
  public String name() {
    return "management-path";
  }

  @Override
  public GuardAnswer answer(Risk risk, Circumstances now) {
    if (!(risk instanceof Risk.GuestsLoseNetwork)) {
      return new GuardAnswer.Allows();
    }
    if (!now.sendsNothing() && now.isFor(Use.Kind.LOGIN)) {
      return new GuardAnswer.Refuses("you are logged in over it; do this from a console");
    }
    GuardAnswer shared = shared(now);
    return shared instanceof GuardAnswer.Allows && !now.sendsNothing()
        ? Sight.allowed(UnseenUses.login(now))
        : shared;
  }

  private static GuardAnswer shared(Circumstances now) {
    Sight<NicDevice> device =
        Sight.of("PCI device of " + now.nic().name(), now.nic().seen().device());
    if (device.there().isEmpty()) {
      return Sight.allowed(device.doubt());
    }
    if (!(device.there().get() instanceof NicDevice.Pci pci)) {
      return new GuardAnswer.Allows();
    }
    PciFunction function = pci.function();
    if (function.id().isEmpty()) {
      return new GuardAnswer.CannotTell("PCI id of " + function.address(), "not read");
    }
    Optional<String> name = SharedPorts.name(function.id().get());
    return name.isPresent()
        ? new GuardAnswer.Refuses(
            "a management engine may share this port ("
                + name.get()
                + "), and whether it does can't be read",
            Optional.of("see that you reach the host by another way"))
        : new GuardAnswer.Allows();
  }
}
