package dev.unhang.hosts.outputs;

import dev.unhang.model.evidence.Reading;
import dev.unhang.model.net.Machine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the firmware says of the machine: `dmidecode -t system`, `-t bios`, or values of
/// /sys/class/dmi/id with their names.
///
/// Man: dmidecode(8). Kernel: drivers/firmware/dmi-id.c, sys_dmi_field_show() (v6.1)
public final class DmiText {
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("System Information/Manufacturer", "vendor"),
          Map.entry("System Information/Product Name", "product"),
          Map.entry("BIOS Information/Version", "version"),
          Map.entry("BIOS Information/Release Date", "date"),
          Map.entry("sys_vendor", "vendor"),
          Map.entry("product_name", "product"),
          Map.entry("bios_version", "version"),
          Map.entry("bios_date", "date"));

  private static final int MAX = 200;

  private DmiText() {}

  /// The machine, without its kernel.
  public static Reading<Machine> read(PastedText text) {
    Notes notes = new Notes(text);
    Map<String, String> values = new HashMap<>();
    String section = "";
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      if (!line.isBlank() && !Character.isWhitespace(line.charAt(0)) && line.indexOf(':') < 0) {
        section = line.strip();
      }
      String within = section;
      Labelled.of(line)
          .filter(parts -> !parts.value().isEmpty() && parts.value().length() <= MAX)
          .ifPresent(parts -> take(values, within, parts));
    }
    if (values.isEmpty()) {
      return notes.nothing("a machine");
    }
    return notes.reading(
        new Machine(
            Optional.empty(),
            Optional.ofNullable(values.get("vendor")),
            Optional.ofNullable(values.get("product")),
            Optional.ofNullable(values.get("version")),
            Optional.ofNullable(values.get("date"))));
  }

  /// A base board has a manufacturer too: sections tell. Of sysfs, only the file's name counts.
  private static void take(Map<String, String> values, String section, Labelled parts) {
    String file = parts.label().substring(parts.label().lastIndexOf('/') + 1);
    String field = FIELDS.get(file);
    String named = field == null ? FIELDS.get(section + "/" + parts.label()) : field;
    if (named != null) {
      values.putIfAbsent(named, parts.value());
    }
  }
}
