package dev.unhang.repair.guard;

import dev.unhang.model.error.CannotChange;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.util.List;
import java.util.Set;

/// What has to run while the network is down must not lie at its other end.
///
/// Man: proc_pid_mountinfo(5)
public final class LocalDisk {
  private static final HostPath MOUNTS = new HostPath("/proc/self/mountinfo");

  private static final Set<String> REMOTE =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb3",
          "ceph",
          "afs",
          "glusterfs",
          "lustre",
          "ocfs2",
          "gfs2",
          "fuse.sshfs",
          "fuse.glusterfs",
          "fuse.ceph",
          "fuse.rclone",
          "fuse.s3fs");

  private LocalDisk() {}

  /// Throws CannotChange where a file lies on a network file system, and where that can't be told.
  public static void require(HostView host, List<HostPath> files) {
    Sight<Content> mounts = Sight.needed(MOUNTS.value(), host.read(MOUNTS));
    List<String> lines = mounts.there().map(Content::utf8).orElse("").lines().toList();
    for (HostPath file : files) {
      String type = type(lines, file);
      if (type.isEmpty()) {
        throw refused(
            file,
            "whether it lies on a disk of this host can't be told: "
                + MOUNTS
                + ": "
                + mounts
                    .doubt()
                    .map(GuardAnswer.CannotTell::why)
                    .orElse("names no file system for it"),
            "have " + MOUNTS + " readable, or do it from a console with --no-try");
      }
      if (REMOTE.contains(type)) {
        throw refused(
            file,
            "it lies on " + type + ", which is gone when the network is",
            "copy unhang to a disk of this host and run it from there");
      }
    }
  }

  private static CannotChange refused(HostPath file, String why, String hint) {
    return new CannotChange("arm what takes the change back by itself", file.value(), why, hint);
  }

  /// The type of the file system that holds it: that of the longest mount point above it, the last
  /// mounted where several are on one.
  private static String type(List<String> mounts, HostPath file) {
    String best = "";
    String type = "";
    for (String mount : mounts) {
      String[] halves = mount.split(" - ", 2);
      String[] words = halves[0].split(" ", -1);
      if (halves.length < 2 || words.length < 5) {
        continue;
      }
      String point = words[4].replace("\\040", " ");
      boolean above = point.equals("/") || (file.value() + "/").startsWith(point + "/");
      if (above && point.length() >= best.length()) {
        best = point;
        type = halves[1].split(" ", 2)[0];
      }
    }
    return type;
  }
}
