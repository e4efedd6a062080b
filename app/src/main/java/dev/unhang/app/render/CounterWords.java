package dev.unhang.app.render;

import dev.unhang.model.nic.Counter;
import dev.unhang.model.nic.Link;
import dev.unhang.model.nic.SurveyedNic;
import dev.unhang.model.nic.TxQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was counted: traffic, queues, and what went wrong. Not escaped yet.
final class CounterWords {
  /// What counters of traffic end in; all others that the stack has count trouble, but for these.
  private static final List<String> NO_TROUBLE =
      List.of("packets", "bytes", "multicast", "compressed", "collisions");

  private CounterWords() {}

  /// Timeouts of queues, then errors and drops. `none counted` only where all were read.
  static String trouble(SurveyedNic nic) {
    List<String> words = new ArrayList<>();
    for (TxQueue queue : nic.txQueues().known().orElse(List.of())) {
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
    for (Counter counter : counters(nic)) {
      if (counter.value() != 0 && NO_TROUBLE.stream().noneMatch(counter.name()::endsWith)) {
        words.add(counter.name() + " " + number(counter));
      }
    }
    if (!words.isEmpty()) {
      return String.join(", ", words);
    }
    return counters(nic).isEmpty() || nic.txQueues().known().isEmpty()
        ? "not known: not all counters were read"
        : "none counted: no stuck queue, error or drop";
  }

  private static List<Counter> counters(SurveyedNic nic) {
    return nic.link().known().map(Link::counters).orElse(List.of());
  }

  static String traffic(Link link) {
    return "rx " + traffic(link, "rx") + "; tx " + traffic(link, "tx");
  }

  private static String traffic(Link link, String way) {
    return named(link, way + "_packets").map(CounterWords::number).orElse("not told")
        + " packets, "
        + named(link, way + "_bytes").map(each -> Words.bytes(each.value())).orElse("not told");
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
                + queue.limitBytes().map(Words::count).orElse("not told"));
      }
    }
    if (words.size() == 1) {
      boolean told = queues.stream().allMatch(queue -> queue.inFlightBytes().isPresent());
      words.add(told ? "nothing in flight" : "what is in flight is not told");
    }
    return String.join(", ", words);
  }
}
