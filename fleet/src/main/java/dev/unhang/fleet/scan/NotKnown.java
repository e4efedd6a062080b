package dev.unhang.fleet.scan;

/// Why it is not known whether a host hung, and what a person can do about it.
public enum NotKnown {
  NO_SUCH_NAME("no such name", "correct its name, or give its address by HostName in ssh_config"),
  UNREACHABLE("unreachable", "see whether it is on, and the way to it: ping"),
  REFUSED("refused", "see whether sshd runs there, and on which port"),
  KEY_UNKNOWN(
      "host key not known",
      "connect once by hand and compare the key: ssh HOST; or add it to known_hosts"),
  KEY_CHANGED("host key changed", "find out why before you connect; then: ssh-keygen -R HOST"),
  LOGIN_DENIED("login denied", "see that this works without a question: ssh HOST true"),
  TIMED_OUT("timed out", "ask it alone, with a longer --timeout"),
  NO_ANSWER("no answer", "see that this prints a line: ssh HOST sh -c id"),
  NO_PERMISSION(
      "kernel log not readable",
      "log in as a member of the group adm or systemd-journal, or allow sudo without a password"),
  LOG_EMPTY("log covers nothing", "have journald keep its journal: mkdir -p /var/log/journal"),
  LOG_CUT("log not read to its end", "read it there: unhang scan"),
  TOO_MUCH("too much came", "read it there: unhang scan"),
  UNREADABLE("not readable", "see what is in it: unhang scan FILE"),
  GUEST("a guest", "scan its host: this failure lives in the host's NIC"),
  NOT_ASKED("not asked", "go on with --resume");

  private final String word;
  private final String hint;

  NotKnown(String word, String hint) {
    this.word = word;
    this.hint = hint;
  }

  /// As in JSON and on screen.
  public String word() {
    return word;
  }

  /// What to try.
  public String hint() {
    return hint;
  }
}
