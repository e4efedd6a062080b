package dev.unhang.watch.policy;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A key of the policy file, with what it means: the reader takes these and no others, and the man
/// page shows them.
public enum PolicyKey {
  RECOVER(
      Table.RULES,
      "recover",
      "\"off\", \"mild\" or \"all\"",
      "\"mild\"",
      "Which recovery steps are taken. mild: those that keep the interface. all: also those that"
          + " destroy it and restore what sat on it. off: none, only alerts."),
  PREVENT(
      Table.RULES,
      "prevent",
      "\"off\", \"live\" or \"keep\"",
      "\"live\"",
      "What keeps the same load from bringing the hang back. live: segmentation offload is switched"
          + " off until the next reboot. keep: at every boot, too. off: nothing is switched."),
  REBOOT(
      Table.RULES,
      "reboot",
      "\"never\" or \"last-resort\"",
      "\"never\"",
      "Whether the host is rebooted where no step brings the card back. last-resort: at most once"
          + " in 24 hours, never in a boot that such a reboot began, never while a guest is backed"
          + " up or migrated, never while a program inhibits a shutdown."),
  RECOVERIES_PER_HOUR(
      Table.RULES,
      "recoveries-per-hour",
      "a number from 0 to " + NicPolicy.MOST_RECOVERIES,
      "3",
      "How often one card is recovered within an hour. Beyond that the watch waits, and the alert"
          + " says so."),
  MAIL(
      Table.ALERT,
      "mail",
      "one recipient",
      "none",
      "To whom sendmail(8) is given the alert. On Proxmox VE root's mail reaches the notification"
          + " targets."),
  URL_FILE(
      Table.WEBHOOK,
      "url-file",
      "the full path of a file",
      "none: it has to be named",
      "The file that holds the address, which is a secret: chmod 600."),
  PRESET(
      Table.WEBHOOK,
      "preset",
      Stream.of(Alerting.Preset.values())
          .map(preset -> "\"" + preset.word() + "\"")
          .collect(Collectors.joining(", ")),
      "\"json\"",
      "The form of what is sent. json: all that is known of the episode, unhang.alert/1."),
  LISTEN(
      Table.WEB,
      "listen",
      "an address and a port, \"127.0.0.1:9713\" or \"[::1]:9713\"",
      "nowhere",
      "Where /metrics and /status.json are served. An address that other hosts reach takes a"
          + " token."),
  TOKEN_FILE(
      Table.WEB,
      "token-file",
      "the full path of a file",
      "none",
      "The file that holds a token of at least 16 characters: chmod 600. Whoever asks sends it in"
          + " the header Authorization: Bearer TOKEN."),
  TEXTFILE(
      Table.METRICS,
      "textfile",
      "the full path of a file",
      "none",
      "Where the metrics are written for node_exporter, every 15 s and when a card's state"
          + " changes.");

  /// Where keys stand.
  public enum Table {
    RULES(
        "",
        "Rules of every card. In a table of its own, [nic.eno1] or [nic.\"0000:00:19.0\"],"
            + " the same keys are rules of one card; its address goes before its name."),
    ALERT("[alert]", "Who is told once a hang is over, or the watch can do no more."),
    WEBHOOK(
        "[alert.webhook.NAME]",
        "A web address that is told, under a name of small letters," + " digits and hyphens."),
    WEB("[web]", "Where how things stand is shown over HTTP, read only."),
    METRICS("[metrics]", "Where the metrics go.");

    private final String head;
    private final String meaning;

    Table(String head, String meaning) {
      this.head = head;
      this.meaning = meaning;
    }

    /// As it is written; empty for keys above all tables.
    public String head() {
      return head;
    }

    /// For a person.
    public String meaning() {
      return meaning;
    }
  }

  private final Table table;
  private final String key;
  private final String form;
  private final String usual;
  private final String meaning;

  PolicyKey(Table table, String key, String form, String usual, String meaning) {
    this.table = table;
    this.key = key;
    this.form = form;
    this.usual = usual;
    this.meaning = meaning;
  }

  /// Where it stands.
  public Table table() {
    return table;
  }

  /// As it is written.
  public String key() {
    return key;
  }

  /// What its value is.
  public String form() {
    return form;
  }

  /// What holds where it is not written.
  public String usual() {
    return usual;
  }

  /// What it means, for a person.
  public String meaning() {
    return meaning;
  }

  /// The keys that may stand in a table.
  static Set<String> names(Table table) {
    return Stream.of(values())
        .filter(each -> each.table == table)
        .map(PolicyKey::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
