package dev.unhang.sim;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.ByteSink;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The simulated host's journal: kernel records of every boot, given out as `journalctl -o json`
/// does.
final class SimLog {
  private static final JsonFactory JSON = new JsonFactory();

  private final List<String> boots = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<ByteSink> followers = new ArrayList<>();

  private record Entry(int boot, Content line) {}

  void boot(String id) {
    boots.add(id);
  }

  /// The ids of all boots, oldest first.
  List<String> boots() {
    return List.copyOf(boots);
  }

  String bootId() {
    return boots.getLast();
  }

  /// @param device the record's dictionary, `+pci:0000:00:19.0`; empty for other records
  void write(SimTime time, String writer, Optional<String> device, String message) {
    byte[] line = json(time, writer, device, message).getBytes(StandardCharsets.UTF_8);
    entries.add(new Entry(boots.size() - 1, Content.of(line)));
    for (ByteSink follower : List.copyOf(followers)) {
      follower.accept(line, 0, line.length);
    }
  }

  private String json(SimTime time, String writer, Optional<String> device, String message) {
    Instant wall = time.wall();
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("__CURSOR", "s=sim;i=" + Integer.toHexString(entries.size() + 1));
      json.writeStringProperty("__REALTIME_TIMESTAMP", wall.getEpochSecond() + "000000");
      json.writeStringProperty("_BOOT_ID", bootId());
      json.writeStringProperty("_TRANSPORT", "kernel");
      json.writeStringProperty("SYSLOG_IDENTIFIER", writer);
      json.writeStringProperty("SYSLOG_FACILITY", writer.equals("kernel") ? "0" : "3");
      json.writeStringProperty(
          "_SOURCE_MONOTONIC_TIMESTAMP", time.monotonic().toSeconds() + "000000");
      if (device.isPresent()) {
        json.writeStringProperty("_KERNEL_SUBSYSTEM", "pci");
        json.writeStringProperty("_KERNEL_DEVICE", device.get());
      }
      json.writeStringProperty("MESSAGE", message);
      json.writeEndObject();
    }
    return text + "\n";
  }

  /// Entries of one boot counted from the newest (0, -1), or of all.
  ///
  /// @return empty where there is no such boot
  Optional<byte[]> read(Optional<Integer> offset) {
    int wanted = boots.size() - 1 + offset.orElse(0);
    if (wanted < 0 || wanted >= boots.size()) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      if (offset.isEmpty() || entry.boot() == wanted) {
        out.writeBytes(entry.line().bytes());
      }
    }
    return Optional.of(out.toByteArray());
  }

  void follow(ByteSink follower) {
    followers.add(follower);
  }

  void unfollow(ByteSink follower) {
    followers.remove(follower);
  }
}
