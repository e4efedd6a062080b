package dev.unhang.findings.rule;

import dev.unhang.config.boot.InterfacesSource;
import dev.unhang.findings.Diagnosis;
import dev.unhang.logs.LogReading;
import dev.unhang.model.change.Change;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.facts.HostFacts;
import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.SourceId;
import dev.unhang.model.id.Uptime;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.net.DriverInfo;
import dev.unhang.model.net.Machine;
import dev.unhang.model.net.Offload;
import dev.unhang.model.net.OffloadGroup;
import dev.unhang.model.net.Offloads;
import dev.unhang.model.net.TxRegisters;
import dev.unhang.model.plan.Action;
import dev.unhang.model.setting.Setting;
import dev.unhang.model.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A host as a rule would see it: eno1 at 0000:00:19.0, and what a test says of it.
final class HostBuilder {
  static final BootId BOOT = new BootId("eb6a2d01e1f24ff9ab937ca8278e38d1");
  static final BootId EARLIER = new BootId("a5d14cf2ed514f8888ab5c437b07a9d6");

  private static final InterfaceName NIC = new InterfaceName("eno1");
  private static final Optional<PciAddress> PCI = PciAddress.parse("0000:00:19.0");
  private static final Origin KERNEL = new Origin("kernel");

  private final List<Reading<LogFacts>> logs = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private Optional<Uptime> uptime = Optional.empty();
  private boolean present;
  private String driver = "e1000e";
  private Reading<Offloads> offloads =
      new Reading.Absent<>(new SourceId("offload-switches"), WhyAbsent.DENIED, "run as root");
  private Reading<TxRegisters> registers =
      new Reading.Absent<>(new SourceId("registers"), WhyAbsent.DENIED, "run as root");
  private Reading<List<Setting>> settings =
      new Reading.Absent<>(InterfacesSource.ID, WhyAbsent.NOT_COLLECTED, "read the file");

  HostBuilder log(String text) {
    logs.add(read(text.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /// A log, read the way the program reads it.
  static Reading<LogFacts> read(byte[] log) {
    LogReading reading = new LogReading(new Origin("kernel.log"));
    reading.accept(log, 0, log.length);
    return reading.finish();
  }

  HostBuilder uptime(long seconds) {
    uptime = Optional.of(new Uptime(seconds * 1_000_000));
    return this;
  }

  HostBuilder driver(String name) {
    present = true;
    driver = name;
    return this;
  }

  HostBuilder tso(boolean on) {
    return tso(on, true);
  }

  HostBuilder tso(boolean on, boolean changeable) {
    present = true;
    offloads =
        new Reading.Read<>(
            new Offloads(
                List.of(
                    new Offload("tx-tcp-segmentation", on, on, changeable),
                    new Offload("tx-tcp6-segmentation", on, on, changeable),
                    new Offload("tx-generic-segmentation", true, true, true))),
            KERNEL);
    return this;
  }

  /// What the NIC's registers read now.
  HostBuilder registers(TxRegisters now) {
    present = true;
    registers = new Reading.Read<>(now, new Origin("kernel, registers of eno1"));
    return this;
  }

  /// Lines of the interfaces file; none means that the file has no such line.
  HostBuilder settings(Setting... lines) {
    present = true;
    settings = new Reading.Read<>(List.of(lines), new Origin("/etc/network/interfaces"));
    return this;
  }

  static Setting tsoLine(boolean on, boolean runsAtBoot) {
    return new Setting(
        OffloadGroup.TSO,
        on,
        new Place.Line(new Origin("/etc/network/interfaces"), 5),
        "post-up ethtool -K eno1 tso " + (on ? "on" : "off"),
        runsAtBoot,
        runsAtBoot ? "ifupdown2 raises eno1 at boot" : "nothing raises it");
  }

  HostBuilder change(String begun, Change.State state, boolean on) {
    present = true;
    changes.add(
        new Change(
            changes.size() + 1,
            Instant.parse(begun),
            NIC,
            PCI,
            Optional.empty(),
            "turn off tso",
            List.of(
                new Action.SwitchOffload(
                    NIC, OffloadGroup.TSO, List.of("tx-tcp-segmentation"), on)),
            state));
    return this;
  }

  HostFacts facts() {
    List<NicFacts> nics =
        present
            ? List.of(
                new NicFacts(
                    Seen.nic(
                        NIC,
                        new DriverInfo(driver, "6.1", "", "0000:00:19.0"),
                        offloads,
                        registers),
                    settings))
            : List.of();
    return new HostFacts(
        Optional.of("pve-02"),
        uptime.isPresent() ? Optional.of(BOOT) : Optional.empty(),
        uptime,
        Machine.UNREAD,
        Optional.empty(),
        logs,
        nics,
        Topology.NONE,
        changes,
        List.of());
  }

  /// What one rule says of the host's only NIC.
  Optional<Finding> judge(Rule rule) {
    List<Finding> all =
        Diagnosis.of(facts()).findings().stream()
            .filter(verdict -> verdict.rule().equals(rule.id()))
            .toList();
    if (all.size() > 1) {
      throw new IllegalStateException("two NICs: " + all);
    }
    return all.stream().findFirst();
  }
}
