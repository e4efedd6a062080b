package dev.unhang.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Writes hang reports the way e1000e prints them.
public final class DumpText {
  public static final String NIC = "e1000e 0000:00:19.0 eno1";

  private final String nic;
  private final Map<String, String> fields = new LinkedHashMap<>();

  private DumpText(String nic) {
    this.nic = nic;
    set("TDH", "61").set("TDT", "90").set("next_to_use", "90").set("next_to_clean", "60");
    set("time_stamp", "1000936a9").set("next_to_watch", "61").set("jiffies", "1000ca540");
    set("next_to_watch.status", "0").set("MAC Status", "80083").set("PHY Status", "796d");
    set("PHY 1000BASE-T Status", "3800").set("PHY Extended Status", "3000");
    set("PCI Status", "10");
  }

  /// The incident's registers.
  public static DumpText of(String nic) {
    return new DumpText(nic);
  }

  public DumpText set(String label, String value) {
    fields.put(label, value);
    return this;
  }

  /// The message's own lines, as the kernel's format string has them.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(nic + ": Detected Hardware Unit Hang:");
    fields.forEach((label, value) -> {
      boolean indented = Character.isLowerCase(label.charAt(0)) || label.startsWith("TD");
      if (label.equals("time_stamp")) {
        lines.add("buffer_info[next_to_clean]:");
      }
      lines.add(String.format(indented ? "  %-20s <%s>" : "%-22s <%s>", label, value));
    });
    return lines;
  }

  /// One message with newlines in it.
  public String message() {
    return String.join("\n", lines());
  }

  /// Every line behind the same stamp, as the console has it.
  public String stamped(String stamp) {
    return mapped(line -> stamp + line);
  }

  /// Only the first line behind a stamp, the others indented, as journalctl prints it.
  public String journal(String stamp) {
    return stamp + message().replace("\n", "\n" + " ".repeat(stamp.length())) + "\n";
  }

  public String mapped(UnaryOperator<String> each) {
    return String.join("\n", lines().stream().map(each).toList()) + "\n";
  }
}
