package dev.unhang.logs.message;

import dev.unhang.logs.record.LogRecord;
import dev.unhang.model.log.Fault;
import dev.unhang.model.log.KernelEvent;
import dev.unhang.model.log.LinkMode;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.Notice;
import java.util.Optional;
import java.util.regex.Matcher;

/// What a line of driver-messages.tsv says that a message means.
sealed interface Meaning {
  /// Something is wrong with the NIC.
  record Fails(Fault fault) implements Meaning {}

  /// Something happened to it.
  record Notes(Notice notice) implements Meaning {}

  /// Its link changed.
  record Link(boolean up) implements Meaning {}

  /// A transmit queue stands still.
  ///
  /// @param resets whether the driver resets the NIC as it says so
  record TimesOut(boolean resets) implements Meaning {}

  /// The meaning of the words in the table's column.
  static Meaning of(String words) {
    return switch (words) {
      case "link up" -> new Link(true);
      case "link down" -> new Link(false);
      case "transmit timeout" -> new TimesOut(false);
      case "transmit timeout, resets" -> new TimesOut(true);
      default -> faultOrNotice(words);
    };
  }

  private static Meaning faultOrNotice(String words) {
    for (Fault fault : Fault.values()) {
      if (fault.word().equals(words)) {
        return new Fails(fault);
      }
    }
    for (Notice notice : Notice.values()) {
      if (notice.word().equals(words)) {
        return new Notes(notice);
      }
    }
    throw new IllegalStateException("no fault, notice or other meaning: " + words);
  }

  /// The event of a line that has the message.
  default KernelEvent event(LogRecord record, String line, LoggedNic nic, Matcher message) {
    String text = line.strip();
    return switch (this) {
      case Fails fails -> Said.fault(record, line, nic, fails.fault());
      case Notes notes ->
          new KernelEvent.Noticed(
              record.boot(), record.at(), record.place(), text, nic, notes.notice());
      case Link link ->
          new KernelEvent.LinkChanged(
              record.boot(),
              record.at(),
              record.place(),
              text,
              nic,
              link.up(),
              link.up() ? mode(line, message) : LinkMode.UNTOLD);
      case TimesOut times ->
          new KernelEvent.TransmitTimedOut(
              record.boot(),
              record.at(),
              record.place(),
              text,
              nic,
              Told.timeout(message, times.resets()));
    };
  }

  private static LinkMode mode(String line, Matcher message) {
    Optional<Integer> megabits = Told.number(message, "megabits").map(Long::intValue);
    return megabits.isPresent()
        ? new LinkMode(megabits, Optional.empty())
        : Told.mode(line.substring(message.start()));
  }
}
