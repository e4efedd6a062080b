package dev.unhang.bench.log;

import java.io.IOException;
import java.io.OutputStream;

/// What a host logs, as `journalctl -o json` prints it: an object a line.
///
/// Man: journalctl(1), "--output=json"
final class JournalEntries {
  private static final String MACHINE = "6f8f57715090da2632453988d9a1501b";

  private JournalEntries() {}

  /// Writes this many records.
  ///
  /// @return how many hang reports were among them
  static long write(OutputStream out, long seed, int records) throws IOException {
    MadeUpHost host = new MadeUpHost(seed);
    for (int i = 0; i < records; i++) {
      out.write(Generated.ascii(line(host.next(), i)));
    }
    return host.reports();
  }

  private static String line(Entry entry, int number) {
    StringBuilder object = new StringBuilder("{");
    field(object, "__CURSOR", "s=7e0c;i=" + Integer.toHexString(number));
    field(object, "__REALTIME_TIMESTAMP", Long.toString(entry.realMicros()));
    field(object, "__MONOTONIC_TIMESTAMP", Long.toString(entry.upMicros()));
    field(object, "_BOOT_ID", entry.boot());
    field(object, "_MACHINE_ID", MACHINE);
    field(object, "_HOSTNAME", "pve-07");
    field(object, "PRIORITY", String.valueOf(entry.priority()));
    field(object, "SYSLOG_IDENTIFIER", entry.identifier());
    field(object, "_TRANSPORT", entry.isKernel() ? "kernel" : "syslog");
    field(object, "SYSLOG_FACILITY", entry.isKernel() ? "0" : "3");
    if (entry.isKernel()) {
      field(object, "_SOURCE_MONOTONIC_TIMESTAMP", Long.toString(entry.upMicros()));
    } else {
      field(object, "_PID", Integer.toString(entry.pid()));
      field(object, "_COMM", entry.identifier());
      field(object, "_EXE", "/usr/bin/" + entry.identifier());
      field(object, "_CMDLINE", "/usr/bin/" + entry.identifier() + " -D");
      field(object, "_SYSTEMD_UNIT", entry.identifier() + ".service");
    }
    if (!entry.device().isEmpty()) {
      field(object, "_KERNEL_DEVICE", entry.device());
    }
    field(object, "MESSAGE", entry.message());
    return object.append("}\n").toString();
  }

  private static void field(StringBuilder object, String name, String value) {
    object.append(object.length() == 1 ? "\"" : ",\"").append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\n' -> object.append("\\n");
        case '\t' -> object.append("\\t");
        case '"', '\\' -> object.append('\\').append(c);
        default -> object.append(c);
      }
    }
    object.append('"');
  }
}
