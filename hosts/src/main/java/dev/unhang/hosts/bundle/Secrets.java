package dev.unhang.hosts.bundle;

import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// What no report ever holds, redacted or not: passwords and keys, the environments of processes,
/// mounts that have nothing to do with the network.
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

  private static final String WORDS =
      "(?:passw|passphrase|secret|psk|private|token|credential|sshkeys|auth|wep-key)";

  /// `cipassword: x`, `wpa-psk x`, `up wg set wg0 private-key /x`: the rest of the line goes.
  private static final Pattern SETTING =
      Pattern.compile(
          "(?im)^([ \\t#]{0,80}(?:up[ \\t]+|pre-up[ \\t]+|post-up[ \\t]+)?[\\w.-]{0,40}"
              + WORDS
              + "[\\w.-]{0,40}[ \\t]{0,20}[:= \\t])(.*)$");

  /// `passwd='x'` in XML, `password=x` among options.
  private static final Pattern OPTION =
      Pattern.compile(
          "(?i)\\b("
              + WORDS
              + "[\\w.-]{0,20}=)('[^'\\n]{0,1000}'|\"[^\"\\n]{0,1000}\"|[^\\s,'\">]{1,1000})");

  private static final Pattern USER =
      Pattern.compile("(?<=[,\\s])((?:user|username|domain|uid|gid)=)[^,\\s]{1,1000}");

  private Secrets() {}

  /// The content without them.
  static Content without(HostPath path, Content content) {
    Optional<Content> needed = NeededLines.of(path, content);
    if (needed.isPresent()) {
      return needed.get();
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
    return name.startsWith("/etc/") || name.startsWith("/run/libvirt/")
        ? settings(content)
        : content;
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
    return settings(Content.of(kept.toString()));
  }

  /// Every byte that stays is the one it was.
  private static Content settings(Content content) {
    String text = new String(content.bytes(), StandardCharsets.ISO_8859_1);
    String without =
        OPTION
            .matcher(SETTING.matcher(text).replaceAll("$1 " + REMOVED))
            .replaceAll("$1" + REMOVED);
    return Content.of(without.getBytes(StandardCharsets.ISO_8859_1));
  }
}
