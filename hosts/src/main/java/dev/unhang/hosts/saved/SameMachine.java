package dev.unhang.hosts.saved;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.id.PciAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a system that runs, a rescue system, runs on the very machine whose disk is examined: by
/// what DMI calls the machine, and by the controllers at the same PCI addresses.
///
/// @param disk what its log told
/// @param live the system that runs
///
///   Kernel: drivers/firmware/dmi_scan.c, dmi_format_ids() (v6.1)
record SameMachine(HostView disk, HostView live) {
  private static final HostPath DMI = new HostPath("/sys/class/dmi/id");
  private static final HostPath PCI = new HostPath("/sys/bus/pci/devices");

  private static Optional<String> text(HostView host, HostPath path) {
    return host.read(path)
        .known()
        .map(Content::utf8)
        .map(text -> text.replaceAll("\\s{1,200}", " ").strip())
        .filter(text -> !text.isEmpty());
  }

  /// Why it is not the machine, or why that is not known; empty where it is.
  Optional<String> whyNot() {
    Optional<String> logged = text(disk, DMI.resolve("product_name"));
    if (logged.isEmpty()) {
      return Optional.of("the disk's logs do not name its machine");
    }
    String running = running();
    return running.isEmpty()
        ? Optional.of("this system does not tell its machine")
        : running.equals(logged.get())
            ? Optional.empty()
            : Optional.of(
                "this machine is " + running + ", that of the disk's log is " + logged.get());
  }

  /// As the kernel logs it: vendor, product and board.
  private String running() {
    List<String> words = new ArrayList<>();
    text(live, DMI.resolve("sys_vendor")).ifPresent(words::add);
    text(live, DMI.resolve("product_name")).ifPresent(words::add);
    String board = text(live, DMI.resolve("board_name")).map(name -> "/" + name).orElse("");
    return words.size() < 2 ? "" : String.join(" ", words) + board;
  }

  /// Why the controller at an address is not known to be the same; empty where it is.
  Optional<String> whyNot(PciAddress address) {
    Optional<String> other = whyNot();
    if (other.isPresent()) {
      return other;
    }
    String logged = id(disk, address);
    String running = id(live, address);
    return logged.equals(running) && !logged.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "at "
                + address
                + (running.isEmpty() ? " is nothing here" : " is " + running + " here")
                + ", the disk's log has "
                + (logged.isEmpty() ? "nothing" : logged));
  }

  private static String id(HostView host, PciAddress address) {
    HostPath folder = PCI.resolve(address.value());
    return text(host, folder.resolve("vendor"))
        .flatMap(vendor ->
            text(host, folder.resolve("device"))
                .map(device -> (vendor + ":" + device).replace("0x", "")))
        .orElse("");
  }
}
