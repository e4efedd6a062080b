package dev.unhang.bench.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What a host logs, in the format that journals are exported in.
///
/// Doc: systemd.io/JOURNAL_EXPORT_FORMATS, "Journal Export Format"
final class JournalExport {
  private static final String MACHINE = "6f8f57715090da2632453988d9a1501b";

  private final OutputStream out;

  private JournalExport(OutputStream out) {
    this.out = out;
  }

  /// Writes this many records.
  ///
  /// @return how many hang reports were among them
  static long write(OutputStream out, long seed, int records) throws IOException {
    MadeUpHost host = new MadeUpHost(seed);
    JournalExport export = new JournalExport(out);
    for (int i = 0; i < records; i++) {
      export.write(host.next());
    }
    return host.reports();
  }

  private void write(Entry entry) throws IOException {
    field("__REALTIME_TIMESTAMP", Long.toString(entry.realMicros()));
    field("__MONOTONIC_TIMESTAMP", Long.toString(entry.upMicros()));
    field("_BOOT_ID", entry.boot());
    field("_MACHINE_ID", MACHINE);
    field("_HOSTNAME", "pve-07");
    field("PRIORITY", String.valueOf(entry.priority()));
    field("SYSLOG_IDENTIFIER", entry.identifier());
    field("MESSAGE", entry.message());
    if (entry.isKernel()) {
      kernel(entry);
    } else {
      service(entry);
    }
    out.write('\n');
  }

  private void kernel(Entry entry) throws IOException {
    field("_TRANSPORT", "kernel");
    field("SYSLOG_FACILITY", "0");
    field("_SOURCE_MONOTONIC_TIMESTAMP", Long.toString(entry.upMicros()));
    if (!entry.device().isEmpty()) {
      field("_KERNEL_DEVICE", entry.device());
      field("_KERNEL_SUBSYSTEM", "pci");
      field("_UDEV_SYSNAME", entry.device().replaceFirst("^\\+pci:", ""));
    }
  }

  private void service(Entry entry) throws IOException {
    String name = entry.identifier();
    field("_TRANSPORT", "syslog");
    field("SYSLOG_FACILITY", "3");
    field("_PID", Integer.toString(entry.pid()));
    field("_UID", "0");
    field("_GID", "0");
    field("_COMM", name);
    field("_EXE", "/usr/bin/" + name);
    field("_CMDLINE", "/usr/bin/" + name + " -D");
    field("_CAP_EFFECTIVE", "1ffffffffff");
    field("_SELINUX_CONTEXT", "unconfined\n");
    field("_SYSTEMD_CGROUP", "/system.slice/" + name + ".service");
    field("_SYSTEMD_UNIT", name + ".service");
    field("_SYSTEMD_SLICE", "system.slice");
    field("_SOURCE_REALTIME_TIMESTAMP", Long.toString(entry.realMicros()));
  }

  /// A value with a newline is preceded by its length.
  private void field(String name, String value) throws IOException {
    out.write(Generated.ascii(name));
    byte[] bytes = Generated.ascii(value);
    if (value.indexOf('\n') < 0) {
      out.write('=');
    } else {
      out.write('\n');
      ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      out.write(length.putLong(bytes.length).array());
    }
    out.write(bytes);
    out.write('\n');
  }
}
