package dev.unhang.app.screen;

import dev.unhang.findings.words.Words;
import dev.unhang.model.net.Counter;
import dev.unhang.model.net.Link;
import dev.unhang.model.net.SurveyedNic;
import dev.unhang.model.net.TxQueue;
import dev.unhang.model.net.TxRegisters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What was counted: traffic, queues, and what went wrong. Not escaped yet.
final class CounterWords {
  /// What counters of traffic end in; all others that the stack has count trouble, but for these.
  private static final List<String> NO_TROUBLE =
      List.of("packets", "bytes", "multicast", "compressed", "collisions");

  /// What drivers call what went wrong: their counters have no common names.
  private static final List<String> TROUBLE =
      List.of("err", "drop", "timeout", "fail", "miss", "no_buf", "discard", "hang", "abort");

  /// What a device that is gone answers every read with.
  private static final int ALL_ONES = -1;

  private CounterWords() {}

  /// Timeouts of queues, then errors and drops. `none counted` only where all were read.
  static String trouble(SurveyedNic nic) {
    List<String> words = new ArrayList<>();
    for (TxQueue queue : nic.counts().txQueues().known().orElse(List.of())) {
      queue
          .timeouts()
          .filter(count -> count > 0)
          .ifPresent(count ->
              words.add(
                  "tx queue "
                      + queue.number()
                      + " stuck "
                      + Words.counted(count, "time", "times")
                      + " (watchdog)"));
    }
    Set<String> told = new HashSet<>();
    for (Counter counter : counters(nic)) {
      told.add(counter.name());
      if (counter.value() != 0 && NO_TROUBLE.stream().noneMatch(counter.name()::endsWith)) {
        words.add(counter.name() + " " + number(counter));
      }
    }
    for (Counter counter : nic.counts().statistics().known().orElse(List.of())) {
      if (counter.value() != 0 && told.add(counter.name()) && namesTrouble(counter.name())) {
        words.add(counter.name() + " " + number(counter) + " (driver)");
      }
    }
    if (!words.isEmpty()) {
      return String.join(", ", words);
    }
    return counters(nic).isEmpty() || nic.counts().txQueues().known().isEmpty()
        ? "not known: not all counters were read"
        : "none counted: no stuck queue, error or drop";
  }

  private static boolean namesTrouble(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return TROUBLE.stream().anyMatch(lower::contains);
  }

  private static List<Counter> counters(SurveyedNic nic) {
    return nic.link().known().map(Link::counters).orElse(List.of());
  }

  static String traffic(Link link) {
    return "rx " + traffic(link, "rx") + "; tx " + traffic(link, "tx");
  }

  private static String traffic(Link link, String way) {
    return named(link, way + "_packets").map(CounterWords::number).orElse("unknown")
        + " packets, "
        + named(link, way + "_bytes").map(each -> Words.bytes(each.value())).orElse("unknown");
  }

  private static Optional<Counter> named(Link link, String name) {
    return link.counters().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private static String number(Counter counter) {
    return counter.value() < 0
        ? Long.toUnsignedString(counter.value())
        : Words.count(counter.value());
  }

  /// How many there are, and those that hold something.
  static String queues(List<TxQueue> queues) {
    List<String> words = new ArrayList<>();
    words.add(queues.size() + " tx");
    for (TxQueue queue : queues) {
      if (queue.inFlightBytes().filter(bytes -> bytes > 0).isPresent()) {
        words.add(
            "queue "
                + queue.number()
                + " has "
                + Words.count(queue.inFlightBytes().get())
                + " bytes in flight, limit "
                + queue.limitBytes().map(Words::count).orElse("unknown"));
      }
    }
    if (words.size() == 1) {
      boolean told = queues.stream().allMatch(queue -> queue.inFlightBytes().isPresent());
      words.add(told ? "nothing in flight" : "what is in flight is unknown");
    }
    return String.join(", ", words);
  }

  /// How many counters the driver has; those that tell of trouble stand in a line of their own.
  static String statistics(List<Counter> counters) {
    long counting = counters.stream().filter(counter -> counter.value() != 0).count();
    return Words.counted(counters.size(), "counter", "counters")
        + ", "
        + Words.count(counting)
        + " of them not 0 (all with --json)";
  }

  /// Heads and tails as numbers in hexadecimal, as in a hang report.
  static String registers(TxRegisters registers) {
    if (registers.status() == ALL_ONES) {
      return "all ones: the device does not answer";
    }
    List<String> words = new ArrayList<>();
    words.add(
        String.format(
            "STATUS %x (%s)", registers.status(), registers.hasLink() ? "link up" : "no link"));
    words.add(
        String.format(
            "TCTL %x (transmit unit %s)",
            registers.control(), registers.isEnabled() ? "on" : "off"));
    for (int queue = 0; queue < registers.rings().size(); queue++) {
      TxRegisters.Ring ring = registers.rings().get(queue);
      if (ring.descriptors() > 0) {
        words.add(
            String.format(
                "queue %d: TDH %x, TDT %x of %x, %d not processed",
                queue, ring.head(), ring.tail(), ring.descriptors(), ring.unfetched()));
      }
    }
    return String.join("; ", words);
  }
}
