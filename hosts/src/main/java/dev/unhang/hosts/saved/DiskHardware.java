package dev.unhang.hosts.saved;

import dev.unhang.hosts.kernellog.BootHardware;
import dev.unhang.hosts.kernellog.BootHardware.Controller;
import dev.unhang.hosts.kernellog.BootLog;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.InterfaceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A dead host's disk with what its sysfs would show of machine and network controllers, as far as
/// the kernel logged it at boot. The log is read when it is asked for.
public final class DiskHardware extends LaidOver {
  private static final HostPath DMI = new HostPath("/sys/class/dmi/id");
  private static final HostPath PCI = new HostPath("/sys/bus/pci/devices");
  private static final HostPath NET = new HostPath("/sys/class/net");
  private static final HostPath RELEASE = new HostPath("/proc/sys/kernel/osrelease");
  private static final String GUESTS = "vfio-pci";

  private final HostView disk;
  private @Nullable Told told;

  private DiskHardware(HostView disk) {
    super(disk);
    this.disk = disk;
  }

  /// The disk with it; a disk whose sysfs is mounted answers for itself.
  public static HostView of(HostView disk) {
    boolean isMounted = disk.list(NET).known().filter(names -> !names.isEmpty()).isPresent();
    return isMounted ? disk : new DiskHardware(disk);
  }

  /// The log turned into files and links.
  ///
  /// @param log with its origin
  private record Told(
      Reading<BootHardware> log, Map<HostPath, Content> files, Map<HostPath, String> links) {
    static Told by(Reading<BootHardware> log) {
      Told told = new Told(log, new TreeMap<>(), new TreeMap<>());
      log.known().ifPresent(told::machine);
      log.known().map(BootHardware::controllers).orElse(List.of()).forEach(told::controller);
      return told;
    }

    private void machine(BootHardware machine) {
      file(RELEASE, machine.release());
      file(DMI.resolve("product_name"), machine.machine());
      file(DMI.resolve("bios_version"), machine.biosVersion());
      file(DMI.resolve("bios_date"), machine.biosDate());
    }

    private void controller(Controller each) {
      HostPath folder = PCI.resolve(each.address().value());
      file(folder.resolve("vendor"), each.id().map(id -> String.format("0x%04x", id.vendor())));
      file(folder.resolve("device"), each.id().map(id -> String.format("0x%04x", id.device())));
      each.classCode()
          .ifPresent(
              code -> file(folder.resolve("class"), Optional.of(String.format("0x%06x", code))));
      each.driver()
          .ifPresent(driver -> links.put(folder.resolve("driver"), "../drivers/" + driver));
      each.nic()
          .flatMap(InterfaceName::parse)
          .filter(nic -> !each.driver().equals(Optional.of(GUESTS)))
          .ifPresent(nic -> {
            links.put(NET.resolve(nic.value()).resolve("device"), "../../../" + each.address());
            file(NET.resolve(nic.value()).resolve("address"), each.mac());
          });
    }

    private void file(HostPath path, Optional<String> text) {
      text.ifPresent(line -> files.put(path, Content.of(line + "\n")));
    }

    <T> Reading<T> answer(@Nullable T value, HostPath path) {
      if (value != null) {
        return log.map(known -> value);
      }
      return SavedHostView.missing(
          log.whyNot().orElse(path + " is not in the kernel's log of the disk"));
    }

    List<String> names(HostPath folder) {
      TreeSet<String> names = new TreeSet<>();
      String before = folder.value() + "/";
      for (Map<HostPath, ?> each : List.of(files, links)) {
        each.keySet().stream()
            .map(HostPath::value)
            .filter(path -> path.startsWith(before))
            .forEach(path -> names.add(path.substring(before.length()).split("/", 2)[0]));
      }
      return List.copyOf(names);
    }
  }

  private Told told() {
    Told now = told;
    if (now == null) {
      now = Told.by(BootLog.read(disk));
      told = now;
    }
    return now;
  }

  private static boolean isOurs(HostPath path) {
    return path.equals(RELEASE)
        || List.of(DMI, PCI, NET).stream()
            .anyMatch(folder -> (path.value() + "/").startsWith(folder.value() + "/"));
  }

  @Override
  public Reading<Content> read(HostPath path) {
    return isOurs(path) ? told().answer(told().files().get(path), path) : super.read(path);
  }

  @Override
  public Reading<ByteSource> open(HostPath path) {
    return isOurs(path) ? read(path).map(SavedBytes::new) : super.open(path);
  }

  @Override
  public Reading<List<String>> list(HostPath folder) {
    if (!isOurs(folder)) {
      return super.list(folder);
    }
    List<String> names = told().names(folder);
    return told().answer(names.isEmpty() ? null : names, folder);
  }

  @Override
  public Reading<String> link(HostPath path) {
    return isOurs(path) ? told().answer(told().links().get(path), path) : super.link(path);
  }

  @Override
  public Reading<FileAttributes> attributes(HostPath path) {
    return !isOurs(path) ? super.attributes(path) : attributesOfAnswer(path);
  }
}
