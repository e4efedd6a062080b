package dev.unhang.repair.prove;

import dev.unhang.model.log.BootEnd;
import dev.unhang.repair.prove.Spans.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What logs and samples tell of one NIC over time.
///
/// @param boots those that logs cover, by time
/// @param hangs all of them, dated
/// @param load what was sent
/// @param links how its link came up, by time
/// @param linkDowns when its link went down, by time
/// @param lost when the device was lost, or its driver gave up, by time
/// @param unclear why its times can't be trusted, a sentence each; then nothing is claimed
/// @param unread how many places of the logs could not be read
/// @param others further changes of its settings
/// @param now until when it is known
public record History(
    List<Boot> boots,
    List<Hang> hangs,
    Load load,
    List<LinkUp> links,
    List<Instant> linkDowns,
    List<Instant> lost,
    List<String> unclear,
    long unread,
    List<ChangeInForce> others,
    Instant now) {
  public History {
    boots = List.copyOf(boots);
    hangs = List.copyOf(hangs);
    links = List.copyOf(links);
    linkDowns = List.copyOf(linkDowns);
    lost = List.copyOf(lost);
    unclear = List.copyOf(unclear);
    others = List.copyOf(others);
  }

  /// A boot, as far as a log holds it.
  ///
  /// @param kernel release; empty where its first lines are not in the log
  public record Boot(Span span, Optional<String> kernel, BootEnd end) {}

  /// A link that came up.
  ///
  /// @param megabits a second
  public record LinkUp(Instant at, int megabits) {}

  /// The same with further changes of its settings.
  public History with(List<ChangeInForce> more) {
    return new History(boots, hangs, load, links, linkDowns, lost, unclear, unread, more, now);
  }

  /// The times in which a hang would have been logged.
  public Spans covered() {
    return new Spans(boots.stream().map(Boot::span).toList());
  }
}
