package dev.unhang.bench.log;

/// A way in which syslog writes a line.
interface Form {
  /// Part of a file's name.
  String name();

  /// What stands before each line of an entry's message.
  String before(Entry entry);
}
