package dev.unhang.findings.rule;

import dev.unhang.findings.known.DriverParameters;
import dev.unhang.findings.nic.Cite;
import dev.unhang.findings.nic.NicCase;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Citation;
import dev.unhang.model.finding.Confidence;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.net.Chip;
import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.PrivateFlag;
import dev.unhang.model.setting.FlagSetting;
import dev.unhang.model.setting.ModuleOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An administrator followed advice that does nothing here: an option that the kernel's own driver
/// doesn't have, a private flag that the driver doesn't have, or ASPM for a NIC that has no PCIe
/// link.
///
/// What speaks against: a driver from elsewhere, which has options of its own.
///
/// Kernel: drivers/net/ethernet/intel/e1000e/param.c, e1000e_check_options(); kernel/module/main.c,
/// unknown_module_param_cb() (v6.12)
public final class AdviceDoesNothing implements Rule {
  private static final RuleId ID = new RuleId("advice-does-nothing");
  private static final SourceId DRIVER = new SourceId("driver-of-nic");
  private static final SourceId FLAGS = new SourceId("private-flags");
  private static final SourceId DEVICE = new SourceId("device-of-nic");

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public Optional<Finding> judge(NicCase nic) {
    Optional<Finding> flag = nic.now().flatMap(now -> flag(nic, now));
    if (flag.isPresent()) {
      return flag;
    }
    List<ModuleOption> options = nic.host().options().known().orElse(List.of());
    Optional<String> driver = nic.driver();
    if (nic.now().isEmpty() || driver.isEmpty()) {
      return Optional.empty();
    }
    Set<String> parameters = DriverParameters.of(driver.get());
    if (parameters.isEmpty()) {
      return Optional.empty();
    }
    List<ModuleOption> own =
        options.stream().filter(option -> option.module().equals(driver.get())).toList();
    Optional<ModuleOption> unknown =
        own.stream().filter(option -> !parameters.contains(option.name())).findFirst();
    if (unknown.isPresent()) {
      return Optional.of(option(nic, nic.now().get(), unknown.get()));
    }
    Optional<ModuleOption> aspm =
        options.stream().filter(AdviceDoesNothing::isAboutAspm).findFirst();
    if (aspm.isPresent()) {
      return Optional.of(aspm(nic, aspm.get()));
    }
    return own.stream()
        .findFirst()
        .map(known ->
            new Finding.RuledOut(
                ID,
                nic.name(),
                "the driver has such an option",
                List.of(cite(known, "is an option of " + driver.get()))));
  }

  /// The first line that sets a private flag which the driver doesn't have.
  private static Optional<Finding> flag(NicCase nic, NicFacts now) {
    Reading<List<PrivateFlag>> reading = now.seen().settings().privateFlags();
    boolean hasNone =
        reading instanceof Reading.Absent<?> absent && absent.why() == WhyAbsent.NOT_OFFERED;
    for (FlagSetting line : now.flags()) {
      if (reading.known().isEmpty() && !hasNone) {
        return Optional.of(
            new Finding.Undecided(
                ID,
                nic.name(),
                "whether the driver has a private flag " + line.flag() + " was not read",
                Set.of(FLAGS),
                "run: ethtool --show-priv-flags " + nic.typedName()));
      }
      List<String> names =
          reading.known().orElse(List.of()).stream().map(PrivateFlag::name).toList();
      if (!names.contains(line.flag())) {
        return Optional.of(flag(nic, line, reading, names));
      }
    }
    return Optional.empty();
  }

  private static Finding flag(
      NicCase nic, FlagSetting line, Reading<List<PrivateFlag>> reading, List<String> names) {
    String has = names.isEmpty() ? "no private flags" : String.join(", ", names);
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        "its driver has no private flag " + line.flag() + ": setting it does nothing",
        Confidence.CERTAIN,
        List.of(
            new Citation(line.place(), line.text(), "is refused by the kernel"),
            Cite.reading(reading, has, "what the driver has")),
        List.of(),
        false);
  }

  private static boolean isAboutAspm(ModuleOption option) {
    return option.module().isEmpty() && option.name().equals("pcie_aspm")
        || option.module().equals("pcie_aspm") && option.name().equals("policy");
  }

  /// A driver's version is the kernel's release, unless it comes from elsewhere.
  private static Finding option(NicCase nic, NicFacts now, ModuleOption option) {
    Optional<String> version = now.driver().known().map(DriverInfo::version);
    Optional<String> kernel = nic.host().machine().kernel();
    String driver = option.module();
    if (version.isEmpty() || kernel.isEmpty() || !kernel.equals(version)) {
      return new Finding.Undecided(
          ID,
          nic.name(),
          "the kernel's own "
              + driver
              + " has no option "
              + option.name()
              + "; whether this one is the kernel's own was not read",
          Set.of(DRIVER),
          "run on the host: modinfo -p " + driver);
    }
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        driver + " has no option " + option.name() + ": setting it does nothing",
        Confidence.LIKELY,
        List.of(
            cite(option, "is no option of the kernel's own " + driver),
            Cite.reading(
                now.driver(),
                "version: " + version.get(),
                "the driver is of the kernel " + kernel.get())),
        List.of(),
        false);
  }

  private static Finding aspm(NicCase nic, ModuleOption option) {
    Optional<Chip> chip = nic.now().flatMap(NicFacts::device).flatMap(device -> device.chip());
    if (chip.isEmpty()) {
      return new Finding.Undecided(
          ID,
          nic.name(),
          "ASPM was switched by "
              + option.text()
              + "; whether this NIC has a PCIe link was not read",
          Set.of(DEVICE),
          "add the output of: lspci -nnk");
    }
    if (!chip.get().inChipset()) {
      return new Finding.RuledOut(
          ID,
          nic.name(),
          "this NIC has a PCIe link, so that ASPM is a matter here",
          List.of(cite(option, chip.get().family() + " is a card of its own")));
    }
    return new Finding.Diagnosed(
        ID,
        nic.name(),
        chip.get().family()
            + " is part of the chipset and has no PCIe link: ASPM is no matter here",
        Confidence.CERTAIN,
        List.of(cite(option, "concerns PCIe links only")),
        List.of(),
        false);
  }

  private static Citation cite(ModuleOption option, String shows) {
    return new Citation(option.place(), option.text(), shows);
  }
}
