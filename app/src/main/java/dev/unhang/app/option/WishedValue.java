package dev.unhang.app.option;

import dev.unhang.model.facts.NicFacts;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.net.Parameter;
import dev.unhang.model.net.Pause;
import dev.unhang.model.net.PrivateFlag;
import dev.unhang.model.setting.Tuning;
import dev.unhang.repair.persist.KernelArguments;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word of `--set` that is no offload.
final class WishedValue {
  private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9_ -]{1,31})=(\\d{1,9}|on|off)");
  private static final Pattern RING = Pattern.compile("([rt]x)-ring");

  private WishedValue() {}

  /// Throws Usage where it means nothing that this NIC has.
  static List<Tuning> of(String word, NicFacts nic) {
    return switch (word) {
      case "eee" -> List.of(new Tuning.EnergyEfficiency(false));
      case "pause" -> List.of(new Tuning.FlowControl(new Pause(false, false, false)));
      case "aspm" -> aspm(nic);
      default -> List.of(value(word, nic).orElseThrow(() -> unknown(word)));
    };
  }

  private static Usage unknown(String word) {
    return new Usage(
        "--set takes tso gso gro tx rx rxvlan txvlan sg, incident, all-offloads, eee, pause, aspm,"
            + " NAME=VALUE of a ring, of -C or of a private flag, "
            + String.join(", ", KernelArguments.KNOWN)
            + "; not "
            + word);
  }

  private static List<Tuning> aspm(NicFacts nic) {
    PciAddress device =
        nic.pci().orElseThrow(() -> new Usage(nic.name() + " has no PCIe link, and no ASPM"));
    return List.of(new Tuning.Aspm(device, "l1_aspm", false));
  }

  private static Optional<Tuning> value(String word, NicFacts nic) {
    Matcher parts = VALUE.matcher(word);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String name = parts.group(1);
    String value = parts.group(2);
    Matcher ring = RING.matcher(name);
    boolean isNumber = Character.isDigit(value.charAt(0));
    if (ring.matches() && isNumber) {
      return Optional.of(new Tuning.RingLength(ring.group(1), Integer.valueOf(value)));
    }
    // Of a host that doesn't run it can't be said which of them its driver has.
    boolean isParameter =
        nic.seen()
            .settings()
            .coalescing()
            .known()
            .map(all -> all.stream().anyMatch(each -> each.name().equals(name)))
            .orElseGet(() -> Parameter.COALESCING.contains(name));
    if (isParameter) {
      long number = isNumber ? Long.valueOf(value) : value.equals("on") ? 1 : 0;
      return Optional.of(new Tuning.Coalescing(new Parameter(name, number)));
    }
    boolean isFlag =
        nic.seen().settings().privateFlags().known().orElse(List.of()).stream()
            .anyMatch(each -> each.name().equals(name));
    return isFlag && !isNumber
        ? Optional.of(new Tuning.DriverFlag(new PrivateFlag(name, value.equals("on"))))
        : Optional.empty();
  }
}
