package dev.unhang.watch.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that is told of one episode, whole each time.
///
/// @param id one an episode, never used twice on a host
/// @param nic the interface, as it is called now
/// @param key what the NIC is known by
/// @param cause what drew the watch's attention
/// @param seen what the device showed
/// @param began when it was first noticed; its monotonic time counts within its own boot
/// @param evidence the file it was saved to
/// @param curedBy the step
/// @param outage from the first notice to the proof that it sends
/// @param notes what else was done, left out, refused or could not be saved, a sentence each
/// @param stage how far it got
public record Account(
    String id,
    String nic,
    String key,
    Cause cause,
    String seen,
    Moment began,
    Optional<String> evidence,
    Optional<String> curedBy,
    Optional<Duration> outage,
    List<String> notes,
    Stage stage) {
  public Account {
    notes = List.copyOf(notes);
  }

  /// How far an episode got.
  public enum Stage {
    /// Something is being done about it.
    GOES_ON,
    /// Nothing is done until something changes: a hold, a cooldown.
    WAITS,
    /// It sends again.
    CURED,
    /// It sends again, by nothing that the watch did.
    CAME_BACK,
    /// The watch can do no more.
    GIVEN_UP
  }

  /// The same, with these before its own notes, each once.
  public Account noting(List<String> first) {
    List<String> all = new ArrayList<>(first);
    notes.stream().filter(note -> !first.contains(note)).forEach(all::add);
    return new Account(id, nic, key, cause, seen, began, evidence, curedBy, outage, all, stage);
  }

  /// The same, further on.
  Account ending(Stage last, String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Account(id, nic, key, cause, seen, began, evidence, curedBy, outage, more, last);
  }

  /// Whether it is over.
  public boolean isOver() {
    return stage == Stage.CURED || stage == Stage.CAME_BACK;
  }

  /// Whether it is time to send it.
  public boolean isReady() {
    return stage != Stage.GOES_ON;
  }
}
