package dev.unhang.watch.machine;

import dev.unhang.model.id.StepId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One time that a NIC stood still, from the first notice to its end.
///
/// @param began when it was first noticed
/// @param phase what is being done
/// @param due until when the phase lasts at most, or from when it may go on; by the monotonic clock
/// @param tried recovery steps that were done
/// @param evidence the file
/// @param curedBy the step
/// @param outage from the first notice to the proof
/// @param notes for the account
record Episode(
    String id,
    Cause cause,
    String seen,
    Moment began,
    Phase phase,
    Duration due,
    Set<StepId> tried,
    Optional<String> evidence,
    Optional<StepId> curedBy,
    Optional<Duration> outage,
    List<String> notes) {
  /// More would be no account any more.
  private static final int MAX_NOTES = 30;

  Episode {
    tried = Set.copyOf(tried);
    notes = List.copyOf(notes);
  }

  /// What is being done about it.
  enum Phase {
    /// The evidence is being saved.
    FREEZING,
    /// A recovery is next, when no order is pending.
    TO_CLIMB,
    /// A recovery goes on.
    CLIMBING,
    /// Prevention is next.
    TO_PREVENT,
    /// Prevention goes on.
    PREVENTING,
    /// A reboot is next.
    TO_REBOOT,
    /// The host was told to reboot.
    REBOOTING,
    /// It sends again, by nothing that was done here: whether that lasts is waited for.
    SETTLING,
    /// It waits: for a hold's end, for the cooldown's, for another program's.
    WAITING,
    /// It sends again, and all is done.
    CURED,
    /// It sends again, by nothing that was done here.
    CAME_BACK,
    /// No more can be done.
    GIVEN_UP;

    /// Whether nothing more will be done, unless it stands still all the same.
    boolean isOver() {
      return this == CURED || this == CAME_BACK;
    }
  }

  static Episode begin(String id, Cause cause, String seen, Moment at, Duration frozenBy) {
    return new Episode(
        id,
        cause,
        seen,
        at,
        Phase.FREEZING,
        frozenBy,
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /// One that a former watch began and did not end.
  static Episode resumed(Account account, Moment at, Duration frozenBy) {
    return new Episode(
            account.id(),
            account.cause(),
            account.seen(),
            account.began().monotonic().compareTo(at.monotonic()) <= 0
                ? account.began()
                : new Moment(at.monotonic(), account.began().wall()),
            Phase.FREEZING,
            frozenBy,
            Set.of(),
            account.evidence(),
            Optional.empty(),
            Optional.empty(),
            account.notes())
        .noting("the watch was started again meanwhile");
  }

  Episode in(Phase next) {
    return in(next, due);
  }

  Episode in(Phase next, Duration until) {
    return new Episode(
        id, cause, seen, began, next, until, tried, evidence, curedBy, outage, notes);
  }

  Episode tried(Set<StepId> more) {
    Set<StepId> all = new HashSet<>(tried);
    all.addAll(more);
    return new Episode(id, cause, seen, began, phase, due, all, evidence, curedBy, outage, notes);
  }

  Episode saved(Optional<String> file) {
    return new Episode(
        id, cause, seen, began, phase, due, tried, file.or(() -> evidence), curedBy, outage, notes);
  }

  Episode cured(Optional<StepId> by, Moment at) {
    return new Episode(
        id,
        cause,
        seen,
        began,
        phase,
        due,
        tried,
        evidence,
        by,
        Optional.of(at.since(began)),
        notes);
  }

  /// Says it once.
  Episode noting(String note) {
    if (notes.size() >= MAX_NOTES || notes.contains(note)) {
      return this;
    }
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new Episode(id, cause, seen, began, phase, due, tried, evidence, curedBy, outage, more);
  }

  Episode noting(List<String> more) {
    Episode noted = this;
    for (String note : more) {
      noted = noted.noting(note);
    }
    return noted;
  }

  Account account(String nic, String key) {
    return new Account(
        id,
        nic,
        key,
        cause,
        seen,
        began,
        evidence,
        curedBy.map(StepId::value),
        outage,
        notes,
        stage());
  }

  private Account.Stage stage() {
    return switch (phase) {
      case WAITING -> Account.Stage.WAITS;
      case CURED -> Account.Stage.CURED;
      case CAME_BACK -> Account.Stage.CAME_BACK;
      case GIVEN_UP, REBOOTING -> Account.Stage.GIVEN_UP;
      default -> Account.Stage.GOES_ON;
    };
  }
}
