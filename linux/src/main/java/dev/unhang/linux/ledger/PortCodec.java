package dev.unhang.linux.ledger;

import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.PciAddress;
import dev.unhang.model.plan.PortState;
import dev.unhang.model.plan.PortState.Master;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The state of an interface as named texts, and back. Lists are lines; the words of a command are
/// parted by NUL.
final class PortCodec {
  private PortCodec() {}

  static Map<String, String> fields(PortState port) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("nic", port.nic().value());
    fields.put("device", port.device().value());
    fields.put("driver", port.driver());
    fields.put("up", String.valueOf(port.up()));
    port.mtu().ifPresent(mtu -> fields.put("mtu", String.valueOf(mtu)));
    port.master().ifPresent(master -> fields.put("master", master.name().value()));
    port.master().flatMap(Master::kind).ifPresent(kind -> fields.put("masterKind", kind));
    fields.put("on", String.join("\n", port.on()));
    fields.put("off", String.join("\n", port.off()));
    fields.put("tunings", lines(port.tunings(), TuningCodec::text));
    port.wakeOnLan().ifPresent(letters -> fields.put("wake", letters));
    fields.put("sysctls", String.join("\n", port.sysctls()));
    fields.put("commands", lines(port.commands(), words -> String.join("\0", words)));
    return fields;
  }

  private static <T> String lines(List<T> all, Function<T, String> line) {
    return String.join("\n", all.stream().map(line).toList());
  }

  /// Throws IllegalArgumentException where it is none.
  static PortState read(Map<String, String> fields) {
    return new PortState(
        new InterfaceName(need(fields, "nic")),
        new PciAddress(need(fields, "device")),
        need(fields, "driver"),
        need(fields, "up").equals("true"),
        Optional.ofNullable(fields.get("mtu")).map(Integer::valueOf),
        Optional.ofNullable(fields.get("master"))
            .map(name ->
                new Master(new InterfaceName(name), Optional.ofNullable(fields.get("masterKind")))),
        lines(fields, "on").toList(),
        lines(fields, "off").toList(),
        lines(fields, "tunings").map(TuningCodec::read).toList(),
        Optional.ofNullable(fields.get("wake")),
        lines(fields, "sysctls").toList(),
        lines(fields, "commands").map(line -> List.of(line.split("\0"))).toList());
  }

  private static Stream<String> lines(Map<String, String> fields, String name) {
    return need(fields, name).lines().filter(line -> !line.isEmpty());
  }

  private static String need(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the state of an interface needs a field " + name);
    }
    return value;
  }
}
