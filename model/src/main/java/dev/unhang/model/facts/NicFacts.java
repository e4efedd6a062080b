package dev.unhang.model.facts;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.NicDevice;
import dev.unhang.model.net.NicLook;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.net.SurveyedNic;
import dev.unhang.model.setting.FlagSetting;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.setting.SettingsAtBoot;
import dev.unhang.model.setting.StraySetting;
import java.util.List;
import java.util.Optional;

/// What is known of one NIC of the host: as it is now, and as it will be set at boot.
///
/// @param seen as the kernel shows it
/// @param settings lines that switch its offloads at boot, in the order they are run
/// @param pending what the interfaces file will say of it once the version that waits beside it has
///   taken its place; absent where none waits
/// @param strays lines that were meant for an interface which is not there, and may be this one
/// @param flags lines of interfaces(5) that set private flags of its driver
/// @param again a second look at what it counts; only NICs that held something to send get one
public record NicFacts(
    SurveyedNic seen,
    Reading<List<Setting>> settings,
    Reading<List<Setting>> pending,
    List<StraySetting> strays,
    List<FlagSetting> flags,
    Reading<NicLook> again) {
  private static final SourceId PENDING = new SourceId("pending-interfaces");

  private static final Reading<NicLook> ONCE =
      new Reading.Absent<>(
          new SourceId("second-look"), WhyAbsent.NOT_COLLECTED, "it was looked at once");

  public NicFacts {
    strays = List.copyOf(strays);
    flags = List.copyOf(flags);
  }

  /// Looked at once.
  public NicFacts(
      SurveyedNic seen,
      Reading<List<Setting>> settings,
      Reading<List<Setting>> pending,
      List<StraySetting> strays,
      List<FlagSetting> flags) {
    this(seen, settings, pending, strays, flags, ONCE);
  }

  /// Without a file that waits, and without stray lines.
  public NicFacts(SurveyedNic seen, Reading<List<Setting>> settings) {
    this(
        seen,
        settings,
        new Reading.Absent<>(PENDING, WhyAbsent.NOT_OFFERED, "no changed file waits"),
        List.of(),
        List.of());
  }

  /// The same with a second look.
  public NicFacts with(Reading<NicLook> look) {
    return new NicFacts(seen, settings, pending, strays, flags, look);
  }

  /// What its settings come to; empty where they were not read.
  public Optional<SettingsAtBoot> atBoot() {
    return settings.known().map(SettingsAtBoot::new);
  }

  /// Whether lines that will be run keep a group off.
  public boolean isKeptOff(OffloadGroup group) {
    return atBoot().map(lines -> lines.keepOff(group, this::canBeOn)).orElse(false);
  }

  /// Whether a feature may be on: unless the kernel says that it is off and can't be switched.
  public boolean canBeOn(String feature) {
    return offloads()
        .known()
        .flatMap(all -> all.named(feature))
        .map(known -> known.changeable() || known.active())
        .orElse(true);
  }

  /// Its name now.
  public InterfaceName name() {
    return seen.name();
  }

  /// Its PCI function; empty for interfaces that sit on none.
  public Optional<PciAddress> pci() {
    return device()
        .map(device -> device.function().address())
        .or(() -> driver().known().map(DriverInfo::busInfo).flatMap(PciAddress::parse));
  }

  /// The PCI device behind it; empty where it has none or that was not read.
  public Optional<NicDevice.Pci> device() {
    return seen.device()
        .known()
        .filter(NicDevice.Pci.class::isInstance)
        .map(NicDevice.Pci.class::cast);
  }

  /// Which driver it is bound to.
  public Reading<DriverInfo> driver() {
    return seen.driver();
  }

  /// The driver's name, by its own answer, else as the PCI core has it bound.
  public Optional<String> driverName() {
    return driver()
        .known()
        .map(DriverInfo::driver)
        .or(() -> device().flatMap(device -> device.function().driver()));
  }

  /// Its features, as they are now.
  public Reading<Offloads> offloads() {
    return seen.offloads();
  }
}
