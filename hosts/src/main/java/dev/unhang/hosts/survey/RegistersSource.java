package dev.unhang.hosts.survey;

import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.KernelQuestion.RegistersOf;
import dev.unhang.model.host.KernelView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.RegisterDump;
import dev.unhang.model.net.TxRegisters;
import java.util.Optional;

/// The registers of a NIC's transmit unit. Only drivers whose order of registers is known are
/// asked: for others the answer would mean nothing, and some take long over it.
public final class RegistersSource {
  private static final SourceId REGISTERS = new SourceId("registers");

  private RegistersSource() {}

  /// What a NIC shows, by the driver it is bound to.
  public static Reading<TxRegisters> read(
      KernelView kernel, InterfaceName nic, Reading<DriverInfo> driver) {
    Optional<String> name = driver.known().map(DriverInfo::driver);
    Optional<RegisterLayout> layout = name.flatMap(RegisterLayout::of);
    if (layout.isEmpty()) {
      return new Reading.Absent<>(
          REGISTERS,
          WhyAbsent.NOT_COLLECTED,
          name.map(each -> "the order of " + each + "'s registers is not known here")
              .orElse("which driver it has is not known"));
    }
    Reading<RegisterDump> dump = kernel.ask(new RegistersOf(nic));
    Reading<Optional<TxRegisters>> read = dump.map(layout.get()::read);
    if (read.known().isPresent() && read.known().get().isEmpty()) {
      Origin origin = new Origin("kernel, registers of " + nic);
      return new Reading.Unreadable<>(
          new Trouble(new Place.Whole(origin), "they are not in the order known for this driver"),
          origin);
    }
    return read.map(Optional::orElseThrow);
  }
}
