package dev.unhang.logs.form;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.id.BootId;
import dev.unhang.model.id.Uptime;
import dev.unhang.model.log.LogStamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of one journal entry that say something about a kernel's message, and the record they
/// make. Records keep their borders, their dictionaries and their boots.
///
/// Man: systemd.journal-fields(7)
public final class JournalFields {
  public static final String MESSAGE = "MESSAGE";
  public static final String CURSOR = "__CURSOR";
  public static final String REALTIME = "__REALTIME_TIMESTAMP";
  public static final String MONOTONIC = "__MONOTONIC_TIMESTAMP";
  public static final String BOOT_ID = "_BOOT_ID";

  /// How a message begins, in JSON, that is given byte by byte: its words can't be looked for.
  public static final List<String> BYTES = List.of("MESSAGE\":[", "MESSAGE\" : [");

  private static final String SOURCE_MONOTONIC = "_SOURCE_MONOTONIC_TIMESTAMP";
  private static final String TRANSPORT = "_TRANSPORT";
  private static final String IDENTIFIER = "SYSLOG_IDENTIFIER";
  private static final String FACILITY = "SYSLOG_FACILITY";
  private static final String PID = "_PID";
  private static final String DEVICE = "_KERNEL_DEVICE";

  /// An entry may have 1,024 fields: only these are kept, which bounds what an entry takes.
  static final Set<String> NAMES =
      Set.of(
          MESSAGE,
          CURSOR,
          REALTIME,
          MONOTONIC,
          BOOT_ID,
          SOURCE_MONOTONIC,
          TRANSPORT,
          IDENTIFIER,
          FACILITY,
          PID,
          DEVICE);

  private final Map<String, String> values = new HashMap<>();

  /// Of a field that occurs twice, the first counts.
  public void put(String name, String value) {
    if (NAMES.contains(name)) {
      values.putIfAbsent(name, value);
    }
  }

  /// The record of an entry whose fields are all there.
  static Optional<LogRecord> record(Map<String, String> fields, Place at) {
    JournalFields entry = new JournalFields();
    fields.forEach(entry::put);
    return entry.record(at);
  }

  /// What a field says that is kept.
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /// The record of an entry; empty where it has no message.
  ///
  /// @param at where the entry stands, for one that names no cursor
  public Optional<LogRecord> record(Place at) {
    String message = values.get(MESSAGE);
    if (message == null) {
      return Optional.empty();
    }
    String cursor = values.get(CURSOR);
    return Optional.of(
        new LogRecord(
            Optional.ofNullable(values.get(BOOT_ID)).flatMap(BootId::parse),
            stamp(),
            cursor == null ? at : new Place.Cursor(at.origin(), cursor),
            List.of(message.split("\n", -1)),
            Border.KEPT,
            Optional.of(writer()),
            Optional.ofNullable(values.get(DEVICE))));
  }

  /// Programs write to /dev/kmsg too: those records have a facility other than 0, which the kernel
  /// enforces, and may claim any name. Only the first process is the host's systemd.
  ///
  /// Kernel: kernel/printk/printk.c, devkmsg_write() (v6.1)
  private String writer() {
    String name = values.getOrDefault(IDENTIFIER, "kernel");
    boolean genuine =
        values.getOrDefault(TRANSPORT, "kernel").equals("kernel")
            && values.getOrDefault(FACILITY, "0").equals("0");
    String pid = values.getOrDefault(PID, "1");
    if (name.equals("systemd") && !pid.equals("1")) {
      return "systemd of a user";
    }
    return name.equals("kernel") && !genuine ? "a program named kernel" : name;
  }

  private LogStamp stamp() {
    Optional<Instant> wall =
        micros(values.get(REALTIME)).map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    Optional<Uptime> uptime =
        micros(values.get(SOURCE_MONOTONIC))
            .or(() -> micros(values.get(MONOTONIC)))
            .map(Uptime::new);
    return new LogStamp(wall, uptime, wall.map(Instant::toString).orElse(""));
  }

  private static Optional<Long> micros(@Nullable String text) {
    return text != null && text.matches("\\d{1,18}")
        ? Optional.of(Long.valueOf(text))
        : Optional.empty();
  }
}
