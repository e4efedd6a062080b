package dev.unhang.hosts.bundle;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// What no report ever holds, redacted or not: passwords and keys, the environments of processes
/// and containers, notes of guests, the arguments of programs that have nothing to do with the
/// network, and mounts that have nothing to do with it. Which lines a file is asked for is in
/// [NeededLines], what is secret in commands in [ShellSecrets], and in any text in [SecretWords].
///
/// Man: proc_pid_environ(5), proc_pid_mounts(5), mount.cifs(8)
final class Secrets {
  static final String REMOVED = "removed";

  private static final Pattern ENVIRON = Pattern.compile("/proc/[^/]{1,20}/environ");
  private static final Pattern STATUS = Pattern.compile("/proc/[^/]{1,20}/status");
  private static final String LOGIN = "SSH_CONNECTION=";
  private static final String PARENT = "PPid:";
  private static final String MOUNTS = "/proc/self/mounts";
  private static final Set<String> NETWORK_FILE_SYSTEMS =
      Set.of("nfs", "nfs4", "cifs", "smb3", "fuse", "fuse.pmxcfs");

  /// Folders of an administrator's own programs.
  private static final List<String> SCRIPTS =
      List.of("/usr/local/", "/opt/", "/root/", "/home/", "/srv/");

  private static final Pattern STANZA =
      Pattern.compile("(?m)^[ \\t]{0,80}(?:iface|auto|allow-\\w{1,20}|mapping)[ \\t]");

  private static final Pattern NOTES =
      Pattern.compile(
          "(?s)<(description|metadata|sysinfo|qemu:commandline|commandline)\\b(?:[^>]{0,200}/>|"
              + ".{0,65536}?</\\1>)");

  /// `cipassword: x`: the rest of the line goes.
  private static final Pattern SETTING =
      Pattern.compile(
          "(?im)^([ \\t#]{0,80}[\\w.-]{0,40}"
              + SecretWords.NAMES
              + "[\\w.-]{0,40}[ \\t]{0,20}[:= \\t])(.*)$");

  private static final Pattern USER =
      Pattern.compile("(?<=[,\\s])((?:user|username|domain|uid|gid)=)[^,\\s]{1,1000}");

  private Secrets() {}

  /// The content without them.
  static Content without(HostPath path, Content content) {
    Optional<Content> needed = NeededLines.of(path, content);
    if (needed.isPresent()) {
      String kept = new String(needed.get().bytes(), StandardCharsets.ISO_8859_1);
      return Content.of(SecretWords.without(kept).getBytes(StandardCharsets.ISO_8859_1));
    }
    String name = path.value();
    if (ENVIRON.matcher(name).matches()) {
      return only(content, "\0", LOGIN);
    }
    if (STATUS.matcher(name).matches()) {
      return only(content, "\n", PARENT);
    }
    if (name.equals(MOUNTS)) {
      return mounts(content);
    }
    return isBinary(name) ? content : settings(name, content);
  }

  /// What of a log is none, redacted or not.
  static byte[] ofLog(byte[] bytes) {
    return SecretWords.without(new String(bytes, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean isBinary(String name) {
    return name.startsWith("/sys/") && name.endsWith("/config")
        || name.contains("/pci.ids")
        || name.startsWith("/var/lib/");
  }

  private static Content only(Content content, String end, String begin) {
    StringJoiner kept = new StringJoiner(end);
    for (String part : content.utf8().split(end, -1)) {
      if (part.startsWith(begin)) {
        kept.add(part);
      }
    }
    return Content.of(kept + end);
  }

  private static Content mounts(Content content) {
    StringBuilder kept = new StringBuilder();
    for (String line : content.utf8().split("\n", -1)) {
      String[] fields = line.split(" ", -1);
      if (fields.length > 2 && NETWORK_FILE_SYSTEMS.contains(fields[2])) {
        kept.append(USER.matcher(line).replaceAll("$1" + REMOVED)).append('\n');
      }
    }
    return Content.of(SecretWords.without(kept.toString()));
  }

  /// Every byte that stays is the one it was.
  private static Content settings(String name, Content content) {
    String text = new String(content.bytes(), StandardCharsets.ISO_8859_1);
    boolean isScript = text.startsWith("#!") || SCRIPTS.stream().anyMatch(name::startsWith);
    boolean isInterfaces =
        name.startsWith("/etc/network/interfaces") || STANZA.matcher(text).find();
    String without =
        isScript
            ? ShellSecrets.ofScript(text)
            : isInterfaces
                ? ShellSecrets.ofInterfaces(text)
                : name.endsWith(".xml") ? domain(text) : SecretWords.without(keys(name, text));
    return Content.of(without.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String keys(String name, String text) {
    return name.startsWith("/etc/") ? SETTING.matcher(text).replaceAll("$1 " + REMOVED) : text;
  }

  /// What a person noted, what a guest is told it is, and what its emulator is started with:
  /// nothing of it is asked for.
  ///
  /// Man: libvirt's formatdomain, "description", "metadata", "sysinfo", "qemu:commandline"
  private static String domain(String text) {
    return SecretWords.without(
        NOTES
            .matcher(text)
            .replaceAll(
                found -> "<!-- " + REMOVED + " -->" + found.group().replaceAll("[^\n]", "")));
  }
}
