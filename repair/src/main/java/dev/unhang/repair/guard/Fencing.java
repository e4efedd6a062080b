package dev.unhang.repair.guard;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostView;
import dev.unhang.model.topology.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What waits for a node whose cluster link sends nothing: corosync gives it up after its token
/// timeout, and from then on no program tells the watchdog that all is well.
///
/// Proxmox VE: watchdog-mux expires its clients after 60 s. Man: corosync-cmapctl(8), cmap_keys(7),
/// "runtime.config.totem.token"
///
/// @param token corosync's timeout as it is in force; empty where corosync did not tell
/// @param silentFor since the hang was first reported; empty where no log tells
/// @param unseen why it can't be told whether a watchdog waits; empty where one was seen to
public record Fencing(
    Optional<Duration> token, Optional<Duration> silentFor, Optional<String> unseen) {
  private static final String KEY = "runtime.config.totem.token";
  private static final Duration WITHIN = Duration.ofSeconds(2);

  /// Longer than any cluster waits.
  private static final int MAX_DIGITS = 7;

  /// Empty where no step is urgent: the NIC sends, no cluster talks over it, or no watchdog waits.
  /// Where that can't be told it may be urgent.
  ///
  /// @param silentSince when the hang was first reported; empty where no log tells
  public static Optional<Fencing> of(Circumstances now, Optional<Instant> silentSince) {
    Sight<FileAttributes> armed = Quorum.armed(now);
    boolean mayWait = armed.there().isPresent() || armed.doubt().isPresent();
    return now.sendsNothing() && now.isFor(Use.Kind.CLUSTER) && mayWait
        ? Optional.of(
            new Fencing(
                token(now.host()),
                silentSince.map(since -> Duration.between(since, now.now())),
                armed.doubt().map(doubt -> doubt.source() + ": " + doubt.why())))
        : Optional.empty();
  }

  /// `runtime.config.totem.token (u32) = 3650`, in milliseconds.
  private static Optional<Duration> token(HostView host) {
    return host.command(new Command(List.of("corosync-cmapctl", "-g", KEY), WITHIN))
        .known()
        .filter(output -> output.exit() == 0)
        .map(output -> output.out())
        .map(Content::utf8)
        .map(text -> text.substring(text.indexOf('=') + 1).strip())
        .filter(text -> text.length() <= MAX_DIGITS && text.matches("\\d+"))
        .map(Long::valueOf)
        .map(Duration::ofMillis);
  }

  /// How long it has at most, never negative; empty where one of the two times was not read. The
  /// hang is older than its first report.
  public Optional<Duration> atMost() {
    return token
        .flatMap(gaveUp ->
            silentFor.map(silent -> gaveUp.plusSeconds(Quorum.FENCED_AFTER_SECONDS).minus(silent)))
        .map(left -> left.isNegative() ? Duration.ZERO : left);
  }

  /// For the screen, a line each.
  public List<String> words() {
    if (unseen.isPresent()) {
      return List.of(
          "Perhaps urgent: the cluster's nodes talk over it, and it sends nothing. Whether a"
              + " watchdog waits can't be told ("
              + unseen.get()
              + ").");
    }
    return List.of(
        "Urgent: the cluster's nodes talk over it, and it sends nothing. A node without the others"
            + " is fenced after",
        "corosync's token timeout ("
            + token.map(each -> each.toMillis() + " ms").orElse("not read")
            + ") and the watchdog's "
            + Quorum.FENCED_AFTER_SECONDS
            + " s: "
            + left());
  }

  private String left() {
    String silent =
        silentFor
            .map(each -> "the hang was first reported " + each.toSeconds() + " s ago")
            .orElse("when the hang began was not read");
    return atMost()
        .map(each ->
            each.isZero()
                ? silent + ", so that time is over"
                : "at most " + each.toSeconds() + " s are left (" + silent + ")")
        .orElse(silent);
  }
}
