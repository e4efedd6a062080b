package dev.unhang.bench.suite;

import dev.unhang.bench.Bench;
import dev.unhang.bench.BenchBroken;
import dev.unhang.bench.Stand;
import dev.unhang.bench.log.LiveJournal;
import dev.unhang.bench.measure.Live;
import dev.unhang.bench.measure.Live.Heard;
import dev.unhang.bench.measure.Namespace;
import dev.unhang.bench.measure.Timings;
import dev.unhang.bench.measure.Tool;
import dev.unhang.bench.table.Row;
import dev.unhang.bench.table.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Records that are logged while `scan --follow --jsonl` runs. The time begins before the record is
/// asked for, by a program that runs already, and ends when the event's line can be read: it holds
/// the way to the kernel, or to the journal's writer, and all of ours.
final class Follow implements Bench {
  private static final Duration LIMIT = Duration.ofMillis(20);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

  /// Records told first, which are not timed: code that runs for the first time is slow.
  private static final int WARM_UP = 50;

  /// Between records, so that they don't keep step with anybody's looking.
  private static final int MOST_MILLIS = 40;

  private static final long SEED = 20_261_121;

  @Override
  public String name() {
    return "follow";
  }

  @Override
  public String question() {
    return "from asking for a record to its event from scan --follow --jsonl";
  }

  @Override
  public List<Row> measure(Stand stand) {
    return List.of(kernel(stand), journal(stand));
  }

  private Row kernel(Stand stand) {
    String what = "/dev/kmsg";
    Optional<String> hindrance = Namespace.hindrance();
    if (hindrance.isPresent()) {
      return missing(what, hindrance.get());
    }
    Optional<Namespace> made = Namespace.make(stand.runner());
    if (made.isEmpty()) {
      return missing(what, "no network namespaces with veth here");
    }
    try (Namespace namespace = made.get();
        Live scan = Live.start(stand.unhang("scan", "--follow", "--jsonl"))) {
      return timed(stand, what, scan, namespace::rename);
    }
  }

  private Row journal(Stand stand) {
    String what = "a journal";
    if (Tool.JOURNAL_REMOTE.program().isEmpty()) {
      return missing(what, Tool.JOURNAL_REMOTE.install());
    }
    try (LiveJournal journal = stand.liveJournal(Tool.JOURNAL_REMOTE);
        Live scan = Live.start(stand.unhang("scan", "--follow", "--jsonl", journal.folder()))) {
      return timed(stand, what, scan, journal::rename);
    }
  }

  private Row missing(String what, String why) {
    return Row.without(name(), what, "p99 < 20 ms", new Verdict.NotMeasured(why));
  }

  /// @param record has one logged and gives the name that its event has
  private Row timed(Stand stand, String what, Live scan, Supplier<String> record) {
    if (scan.hear("from now on", LONG_ENOUGH).isEmpty()) {
      return missing(what, "scan --follow did not begin");
    }
    Random random = new Random(SEED);
    List<Duration> delays = new ArrayList<>();
    for (int i = 0; i < WARM_UP + stand.size().followed(); i++) {
      pause(random.nextInt(MOST_MILLIS));
      long begin = System.nanoTime();
      String words = "\"interface\":\"" + record.get() + "\"";
      Optional<Heard> event = scan.hear(words, LONG_ENOUGH);
      if (event.isEmpty()) {
        return Row.without(
            name(), what, "p99 < 20 ms", new Verdict.Wrong("no event with " + words));
      }
      if (i >= WARM_UP) {
        delays.add(Duration.ofNanos(event.get().nanos() - begin));
      }
    }
    return Row.delays(name(), what, LIMIT, new Timings(delays, 0));
  }

  private static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new BenchBroken("interrupted between two records", ended);
    }
  }
}
