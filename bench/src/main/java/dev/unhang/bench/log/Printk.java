package dev.unhang.bench.log;

/// The stamp that the kernel itself puts before its messages.
final class Printk {
  private Printk() {}

  /// As printk's `[%5lu.%06lu] `.
  static String stamp(Entry entry) {
    String seconds = Long.toString(entry.upMicros() / 1_000_000);
    String micros = Long.toString(1_000_000 + entry.upMicros() % 1_000_000).substring(1);
    return "[" + " ".repeat(Math.max(0, 5 - seconds.length())) + seconds + "." + micros + "] ";
  }
}
