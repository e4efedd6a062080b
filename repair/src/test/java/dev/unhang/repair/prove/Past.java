package dev.unhang.repair.prove;

import dev.unhang.model.log.BootEnd;
import dev.unhang.repair.prove.History.Boot;
import dev.unhang.repair.prove.History.LinkUp;
import dev.unhang.repair.prove.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A NIC's past as a test tells it, in days from its beginning.
final class Past {
  static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Boot> boots = new ArrayList<>();
  private final List<Hang> hangs = new ArrayList<>();
  private final List<LinkUp> links = new ArrayList<>();
  private final List<Instant> downs = new ArrayList<>();
  private final List<Instant> lost = new ArrayList<>();
  private final List<String> unclear = new ArrayList<>();
  private final List<ChangeInForce> others = new ArrayList<>();
  private Load load = Load.UNKNOWN;
  private long unread;

  static Instant day(double day) {
    return BEGIN.plus(Duration.ofMillis(Math.round(day * 86_400_000)));
  }

  Past boot(double from, double to, String kernel, BootEnd end) {
    Optional<String> release = Optional.of(kernel).filter(name -> !name.isEmpty());
    boots.add(new Boot(new Span(day(from), day(to)), release, end));
    return this;
  }

  Past boot(double from, double to) {
    return boot(from, to, "6.8.12-4-pve", BootEnd.LOG_ENDS);
  }

  Past hangs(double... days) {
    for (double day : days) {
      hangs.add(new Hang(day(day), day(day)));
    }
    return this;
  }

  Past stuck(double from, double to) {
    hangs.add(new Hang(day(from), day(to)));
    return this;
  }

  Past link(double day, int megabits) {
    links.add(new LinkUp(day(day), megabits));
    return this;
  }

  Past down(double day) {
    downs.add(day(day));
    return this;
  }

  Past lost(double day) {
    lost.add(day(day));
    return this;
  }

  Past unclear(String why) {
    unclear.add(why);
    return this;
  }

  Past unread(long places) {
    unread = places;
    return this;
  }

  Past load(Load sent) {
    load = sent;
    return this;
  }

  Past other(ChangeInForce change) {
    others.add(change);
    return this;
  }

  History until(double day) {
    return new History(boots, hangs, load, links, downs, lost, unclear, unread, others, day(day));
  }

  Judged judged(double change, double now) {
    return Quiet.of(until(now), ChangeInForce.byHand(day(change)));
  }
}
