package dev.unhang.watch.policy;

import dev.unhang.model.host.HostPath;
import java.util.List;
import java.util.Optional;

/// Who is told.
///
/// @param mail to whom, by the host's sendmail; empty for no mail
/// @param hooks web addresses
public record Alerting(Optional<String> mail, List<Hook> hooks) {
  /// Only the log of the service.
  public static final Alerting NONE = new Alerting(Optional.empty(), List.of());

  public Alerting {
    hooks = List.copyOf(hooks);
  }

  /// A web address that is told.
  ///
  /// @param name as the policy names it
  /// @param url the file that holds the address: it is a secret
  public record Hook(String name, HostPath url, Preset preset) {}

  /// Which body a hook takes.
  public enum Preset {
    /// All that is known of the episode, `unhang.alert/1`.
    JSON("json"),
    /// ntfy: text, with the subject as its title.
    NTFY("ntfy"),
    /// Gotify.
    GOTIFY("gotify"),
    /// Slack, Mattermost and Teams workflows: one text.
    SLACK("slack"),
    /// Matrix, by the generic webhook of matrix-hookshot: one text.
    MATRIX("matrix"),
    /// Discord.
    DISCORD("discord");

    private final String word;

    Preset(String word) {
      this.word = word;
    }

    /// As the policy file has it.
    public String word() {
      return word;
    }
  }
}
