package dev.unhang.hosts.saved;

import dev.unhang.hosts.outputs.DmiText;
import dev.unhang.hosts.outputs.EthtoolDriver;
import dev.unhang.hosts.outputs.Lspci;
import dev.unhang.hosts.outputs.OutputKind;
import dev.unhang.hosts.outputs.PastedOutput;
import dev.unhang.hosts.pci.KnownChips;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.id.PciId;
import dev.unhang.model.log.LogFacts;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.net.Machine;
import dev.unhang.model.net.PciFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A saved host with what its sysfs would show of machine and network controllers, as far as
/// outputs and logs tell it: lspci and dmidecode describe them, `ethtool -i` and the kernel's lines
/// say which interface sits on which address. What was saved of sysfs itself counts first.
public final class SavedHardware extends LaidOver {
  private static final HostPath DMI = new HostPath("/sys/class/dmi/id");
  private static final HostPath PCI = new HostPath("/sys/bus/pci/devices");
  private static final HostPath NET = new HostPath("/sys/class/net");

  /// Base class of network controllers.
  private static final int NETWORK = 0x02;

  private final HostView saved;
  private final Uses uses;
  private final Map<HostPath, Told> files = new TreeMap<>();
  private final Map<HostPath, Told> links = new TreeMap<>();

  /// A file's text or a link's target, and what told it.
  private record Told(String text, Origin by) {}

  private SavedHardware(SavedEvidence evidence, HostView saved) {
    super(saved);
    this.saved = saved;
    this.uses = evidence.uses();
    evidence.outputs(OutputKind.DMI).forEach(this::machine);
    evidence.outputs(OutputKind.LSPCI).forEach(this::functions);
    evidence.outputs(OutputKind.DRIVER).forEach(this::bus);
    for (Reading<LogFacts> log : evidence.logs()) {
      log.known().ifPresent(this::named);
    }
  }

  /// The host as it was saved, with it.
  public static HostView of(SavedEvidence evidence) {
    return new SavedHardware(evidence, new SavedHostView(evidence));
  }

  private void machine(PastedOutput output) {
    Optional<Machine> machine = DmiText.read(output.text()).known();
    machine.ifPresent(told -> uses.note(output));
    Origin by = output.text().origin();
    machine.flatMap(Machine::vendor).ifPresent(text -> file(DMI.resolve("sys_vendor"), text, by));
    machine
        .flatMap(Machine::product)
        .ifPresent(text -> file(DMI.resolve("product_name"), text, by));
    machine
        .flatMap(Machine::biosVersion)
        .ifPresent(text -> file(DMI.resolve("bios_version"), text, by));
    machine.flatMap(Machine::biosDate).ifPresent(text -> file(DMI.resolve("bios_date"), text, by));
  }

  private void functions(PastedOutput output) {
    KnownChips chips = KnownChips.read();
    for (PciFunction each : Lspci.read(output.text()).known().orElse(List.of())) {
      Optional<PciId> id = each.id().or(() -> each.deviceName().flatMap(chips::id));
      boolean isNetwork = each.classCode().filter(code -> code >>> 16 == NETWORK).isPresent();
      if (id.isPresent() || isNetwork) {
        uses.note(output);
        function(each, id, output.text().origin());
      }
    }
  }

  /// A name that several chips have tells no id: that something sits there it tells still.
  private void function(PciFunction each, Optional<PciId> id, Origin by) {
    HostPath folder = PCI.resolve(each.address().value());
    id.ifPresent(known -> {
      file(folder.resolve("vendor"), hex(4, known.vendor()), by);
      file(folder.resolve("device"), hex(4, known.device()), by);
    });
    each.classCode().ifPresent(code -> file(folder.resolve("class"), hex(6, code), by));
    each.revision().ifPresent(code -> file(folder.resolve("revision"), hex(2, code), by));
    each.subsystem()
        .ifPresent(board -> {
          file(folder.resolve("subsystem_vendor"), hex(4, board.vendor()), by);
          file(folder.resolve("subsystem_device"), hex(4, board.device()), by);
        });
    each.driver()
        .ifPresent(driver ->
            links.putIfAbsent(folder.resolve("driver"), new Told("../drivers/" + driver, by)));
  }

  private static String hex(int digits, int number) {
    return String.format("0x%0" + digits + "x", number);
  }

  private void bus(PastedOutput output) {
    output
        .nic()
        .ifPresent(nic ->
            EthtoolDriver.read(output.text())
                .known()
                .flatMap(driver -> PciAddress.parse(driver.busInfo()))
                .ifPresent(address -> device(nic, address, output.text().origin())));
  }

  /// Names move between cards from boot to boot: only one that stayed where it was is joined.
  private void named(LogFacts log) {
    List<LoggedNic> nics = new ArrayList<>();
    log.episodes().forEach(episode -> nics.add(episode.nic()));
    log.standstills().forEach(standstill -> nics.add(standstill.nic()));
    log.faults().forEach(lines -> nics.add(lines.nic()));
    log.notices().forEach(lines -> nics.add(lines.nic()));
    Map<String, TreeSet<String>> addresses = new HashMap<>();
    for (LoggedNic nic : nics) {
      if (nic.pci().isPresent() && nic.interfaceName().isPresent()) {
        addresses
            .computeIfAbsent(nic.interfaceName().get(), fresh -> new TreeSet<>())
            .add(nic.pci().get().value());
      }
    }
    addresses.forEach((name, at) -> {
      if (at.size() == 1) {
        InterfaceName.parse(name)
            .ifPresent(nic ->
                PciAddress.parse(at.first())
                    .filter(
                        address -> files.containsKey(PCI.resolve(address.value()).resolve("class")))
                    .ifPresent(address -> device(nic, address, log.origin())));
      }
    });
  }

  private void device(InterfaceName nic, PciAddress address, Origin by) {
    links.putIfAbsent(
        NET.resolve(nic.value()).resolve("device"), new Told("../../../" + address.value(), by));
  }

  private void file(HostPath path, String text, Origin by) {
    files.putIfAbsent(path, new Told(text, by));
  }

  @Override
  public Optional<HostView> later() {
    return saved.later();
  }

  @Override
  public Reading<Content> read(HostPath path) {
    Reading<Content> own = super.read(path);
    Told told = files.get(path);
    return own.known().isPresent() || told == null
        ? own
        : new Reading.Read<>(Content.of(told.text() + "\n"), told.by());
  }

  @Override
  public Reading<ByteSource> open(HostPath path) {
    return files.containsKey(path) ? read(path).map(SavedBytes::new) : super.open(path);
  }

  @Override
  public Reading<List<String>> list(HostPath folder) {
    Reading<List<String>> own = super.list(folder);
    TreeSet<String> names = new TreeSet<>(own.known().orElse(List.of()));
    int before = names.size();
    String below = folder.value() + "/";
    Optional<Origin> by = Optional.empty();
    for (Map<HostPath, Told> each : List.of(files, links)) {
      for (Map.Entry<HostPath, Told> entry : each.entrySet()) {
        String path = entry.getKey().value();
        if (path.startsWith(below)) {
          names.add(path.substring(below.length()).split("/", 2)[0]);
          by = Optional.of(entry.getValue().by());
        }
      }
    }
    return by.isEmpty() || names.size() == before
        ? own
        : new Reading.Read<>(List.copyOf(names), by.get());
  }

  @Override
  public Reading<String> link(HostPath path) {
    Reading<String> own = super.link(path);
    Told told = links.get(path);
    return own.known().isPresent() || told == null
        ? own
        : new Reading.Read<>(told.text(), told.by());
  }

  @Override
  public Reading<FileAttributes> attributes(HostPath path) {
    Reading<FileAttributes> own = super.attributes(path);
    return own.known().isPresent() || !files.containsKey(path)
        ? own
        : read(path).map(text -> new FileAttributes(FileAttributes.Kind.FILE, text.size(), false));
  }
}
