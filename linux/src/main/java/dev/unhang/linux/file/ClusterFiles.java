package dev.unhang.linux.file;

import dev.unhang.linux.command.RunCommand;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.Command;
import dev.unhang.model.host.CommandOutput;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.id.SourceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The files of Proxmox VE's cluster file system. Whoever reads them can be held up for ever when
/// the cluster has no quorum, as it has none when the NIC hangs. So programs read them, which can
/// be ended, and after the first that had to be nothing more is asked.
///
/// Proxmox VE: pmxcfs(8)
public final class ClusterFiles {
  private static final SourceId CLUSTER = new SourceId("cluster-files");
  private static final HostPath MOUNTS = new HostPath("/proc/self/mounts");

  /// Where it is mounted.
  public static final HostPath ROOT = new HostPath("/etc/pve");

  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private final Duration deadline;
  private volatile boolean blocked;

  public ClusterFiles() {
    this(DEADLINE);
  }

  /// @param deadline for each question
  ClusterFiles(Duration deadline) {
    this.deadline = deadline;
  }

  /// Whether a path is one of its files, here and now. Where it is not mounted, what is below its
  /// folder are plain files.
  public static boolean has(HostPath path, LiveFiles files) {
    return isBelow(path) && files.read(MOUNTS).known().filter(ClusterFiles::isMounted).isPresent();
  }

  private static boolean isBelow(HostPath path) {
    return path.equals(ROOT) || path.value().startsWith(ROOT.value() + "/");
  }

  private static boolean isMounted(Content mounts) {
    return mounts.utf8().lines().anyMatch(line -> line.contains(" " + ROOT + " fuse"));
  }

  /// A file, whole.
  public Reading<Content> read(HostPath path) {
    return ask(path, List.of("cat", "--", path.value()), Function.identity());
  }

  /// Names in a folder, sorted. No name of this file system holds a newline.
  public Reading<List<String>> list(HostPath folder) {
    return ask(
        folder,
        List.of("ls", "-1A", "--", folder.value()),
        out -> out.utf8().lines().sorted().toList());
  }

  /// Where a link points, as written.
  public Reading<String> link(HostPath path) {
    return ask(path, List.of("readlink", "--", path.value()), out -> out.utf8().strip());
  }

  /// What a path names.
  public Reading<FileAttributes> attributes(HostPath path) {
    return ask(path, List.of("stat", "-c", "%F", "--", path.value()), ClusterFiles::attributes);
  }

  /// Man: stat(1), "%F". Sizes are not asked for: they are not needed.
  private static FileAttributes attributes(Content said) {
    FileAttributes.Kind kind =
        switch (said.utf8().strip()) {
          case "regular file", "regular empty file" -> FileAttributes.Kind.FILE;
          case "directory" -> FileAttributes.Kind.DIRECTORY;
          case "symbolic link" -> FileAttributes.Kind.LINK;
          default -> FileAttributes.Kind.OTHER;
        };
    return new FileAttributes(kind, 0, false);
  }

  private <T> Reading<T> ask(HostPath path, List<String> argv, Function<Content, T> see) {
    if (blocked) {
      return unreadable(path, "not asked again: the cluster file system did not answer before");
    }
    Reading<CommandOutput> answer = RunCommand.collect(new Command(argv, deadline));
    if (answer instanceof Reading.Absent<CommandOutput> missing) {
      return unreadable(path, missing.hint());
    }
    Optional<CommandOutput> output = answer.known();
    if (answer instanceof Reading.Partly<?> || output.isEmpty()) {
      blocked = true;
      return unreadable(
          path,
          "the cluster file system did not answer within "
              + deadline.toMillis()
              + " ms: without quorum it can block");
    }
    return output.get().exit() == 0
        ? new Reading.Read<>(see.apply(output.get().out()), new Origin(path.value()))
        : refused(path, output.get().err().utf8());
  }

  /// Man: perror(3), in the C locale
  private static <T> Reading<T> refused(HostPath path, String words) {
    if (words.contains("No such file or directory")) {
      return new Reading.Absent<>(CLUSTER, WhyAbsent.NOT_OFFERED, path + " is not there");
    }
    if (words.contains("Permission denied")) {
      return new Reading.Absent<>(CLUSTER, WhyAbsent.DENIED, path + " may be read by root only");
    }
    return unreadable(path, words.strip());
  }

  private static <T> Reading<T> unreadable(HostPath path, String why) {
    Origin origin = new Origin(path.value());
    return new Reading.Unreadable<>(new Trouble(new Place.Whole(origin), why), origin);
  }
}
