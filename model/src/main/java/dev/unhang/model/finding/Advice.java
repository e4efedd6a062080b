package dev.unhang.model.finding;

import dev.unhang.model.id.StepId;
import java.util.Optional;

/// One thing a person can do about a finding.
///
/// @param command to be typed, at most 40 characters; what to look for where nothing can be typed
/// @param why what it does, in a sentence
/// @param risk what it may cost while it is done, and afterwards
/// @param resetsLink whether the link drops meanwhile
/// @param keptBy what makes it last over a reboot; empty where it doesn't last
/// @param seenBy how to see that it helped: what to look at, or a command, and then `, and` what
///   else
public record Advice(
    StepId step,
    String command,
    String why,
    String risk,
    boolean resetsLink,
    Optional<String> keptBy,
    String seenBy) {
  private static final String OURS = "unhang ";
  private static final String MORE = ", and ";

  /// The same for a command of unhang's that has to be typed with more words.
  ///
  /// @param words options, beginning with a blank; may be empty
  public Advice typedWith(String words) {
    return new Advice(
        step,
        command.startsWith(OURS) ? command + words : command,
        why,
        risk,
        resetsLink,
        keptBy,
        seenBy.startsWith(OURS) ? seenTyped(words) : seenBy);
  }

  private String seenTyped(String words) {
    int end = seenBy.indexOf(MORE);
    return end < 0 ? seenBy + words : seenBy.substring(0, end) + words + seenBy.substring(end);
  }

  /// Whether it outlasts a reboot.
  public boolean persists() {
    return keptBy.isPresent();
  }
}
