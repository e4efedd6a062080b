package dev.unhang.hosts.saved;

import dev.unhang.logs.unpack.SourceStream;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.host.ByteSource;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A dead host's disk with what its /etc/pve would show. On disk that folder is empty: it is a file
/// system that a program makes of the rows of a database.
///
/// Proxmox VE: pmxcfs(8), "/var/lib/pve-cluster/config.db"
public final class ClusterOfDisk extends LaidOver {
  private static final HostPath DATABASE = new HostPath("/var/lib/pve-cluster/config.db");
  private static final HostPath LOG = new HostPath("/var/lib/pve-cluster/config.db-wal");
  private static final HostPath HOSTNAME = new HostPath("/etc/hostname");
  private static final String ROOT = "/etc/pve";
  private static final String OWN = ROOT + "/nodes/";
  private static final List<String> LINKS = List.of("local", "qemu-server", "lxc", "openvz");

  /// pmxcfs stops at 128 MiB of files.
  private static final int MAX_DATABASE = 256 << 20;

  private static final int MAX_DEPTH = 20;

  private final Map<String, Content> files = new TreeMap<>();
  private final Optional<String> damage;

  private ClusterOfDisk(HostView disk, byte[] database) {
    super(disk);
    Map<Long, Entry> entries = new HashMap<>();
    this.damage =
        SqliteFile.read(
            database,
            bytes(disk, LOG).orElse(new byte[0]),
            "tree",
            (inode, columns) -> {
              // Row 0 is the file system's own.
              if (inode != 0) {
                Entry.of(columns).ifPresent(entry -> entries.put(inode, entry));
              }
            });
    entries.values().stream()
        .filter(Entry::isFile)
        .forEach(entry -> path(entry, entries).ifPresent(path -> files.put(path, entry.data())));
  }

  /// The disk with them; the disk itself where it has no such database.
  public static HostView of(HostView disk) {
    return bytes(disk, DATABASE).<HostView>map(each -> new ClusterOfDisk(disk, each)).orElse(disk);
  }

  private static Optional<byte[]> bytes(HostView disk, HostPath path) {
    Optional<ByteSource> opened = disk.open(path).known();
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (ByteSource source = opened.get();
        SourceStream in = new SourceStream(source)) {
      return Optional.of(in.readNBytes(MAX_DATABASE));
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  /// A row of `tree`: what it is called, below what, and what is in it.
  private record Entry(long parent, boolean isFile, String name, Content data) {
    private static final long FILE = 8;

    static Optional<Entry> of(List<Optional<Object>> columns) {
      boolean isOne =
          columns.size() > 7
              && columns.get(1).orElse("") instanceof Long
              && columns.get(6).orElse(0) instanceof String name
              && !name.isEmpty()
              && name.indexOf('/') < 0
              && name.indexOf('\0') < 0;
      if (!isOne) {
        return Optional.empty();
      }
      Object data = columns.get(7).orElse("");
      return Optional.of(
          new Entry(
              (Long) columns.get(1).orElse(0L),
              columns.get(5).equals(Optional.of(FILE)),
              String.valueOf(columns.get(6).orElse("")),
              data instanceof byte[] bytes ? Content.of(bytes) : Content.of(String.valueOf(data))));
    }
  }

  private static Optional<String> path(Entry file, Map<Long, Entry> entries) {
    String path = file.name();
    long parent = file.parent();
    for (int depth = 0; parent != 0; depth++) {
      Entry folder = entries.get(parent);
      if (folder == null || depth > MAX_DEPTH) {
        return Optional.empty();
      }
      path = folder.name() + "/" + path;
      parent = folder.parent();
    }
    return Optional.of(ROOT + "/" + path);
  }

  /// `qemu-server` is a link to that of the host's own node.
  private Optional<String> real(HostPath path) {
    String name = path.value();
    if (!name.equals(ROOT) && !name.startsWith(ROOT + "/")) {
      return Optional.empty();
    }
    String below = name.length() > ROOT.length() ? name.substring(ROOT.length() + 1) : "";
    String first = below.split("/", 2)[0];
    if (!LINKS.contains(first)) {
      return Optional.of(name);
    }
    String node =
        super.read(HOSTNAME).known().map(Content::utf8).orElse("").strip().split("\\.", 2)[0];
    return Optional.of(OWN + node + "/" + (first.equals("local") ? below.substring(5) : below));
  }

  private Origin origin(HostPath path) {
    return new Origin(DATABASE + ":" + path);
  }

  private <T> Reading<T> answer(HostPath path, T value) {
    Origin origin = origin(path);
    return damage
        .<Reading<T>>map(what ->
            new Reading.Partly<>(
                value,
                List.of(new Trouble(new Place.Whole(new Origin(DATABASE.value())), what)),
                origin))
        .orElseGet(() -> new Reading.Read<>(value, origin));
  }

  private <T> Reading<T> missing(HostPath path) {
    return damage
        .<Reading<T>>map(what ->
            new Reading.Unreadable<>(
                new Trouble(new Place.Whole(new Origin(DATABASE.value())), what), origin(path)))
        .orElseGet(() ->
            new Reading.Absent<>(
                SavedHostView.SAVED,
                dev.unhang.model.evidence.WhyAbsent.NOT_OFFERED,
                path + " is not there"));
  }

  @Override
  public Reading<Content> read(HostPath path) {
    Optional<String> real = real(path);
    if (real.isEmpty()) {
      return super.read(path);
    }
    Content content = files.get(real.get());
    return content == null ? missing(path) : answer(path, content);
  }

  @Override
  public Reading<ByteSource> open(HostPath path) {
    return real(path).isEmpty() ? super.open(path) : read(path).map(SavedBytes::new);
  }

  @Override
  public Reading<List<String>> list(HostPath folder) {
    Optional<String> real = real(folder);
    if (real.isEmpty()) {
      return super.list(folder);
    }
    TreeSet<String> names = new TreeSet<>();
    for (String file : files.keySet()) {
      if (file.startsWith(real.get() + "/")) {
        names.add(file.substring(real.get().length() + 1).split("/", 2)[0]);
      }
    }
    if (folder.value().equals(ROOT) && !names.isEmpty()) {
      LINKS.stream()
          .filter(link -> list(folder.resolve(link)).known().isPresent())
          .forEach(names::add);
    }
    return names.isEmpty() ? missing(folder) : answer(folder, List.copyOf(names));
  }

  @Override
  public Reading<String> link(HostPath path) {
    return real(path).isEmpty() ? super.link(path) : missing(path);
  }

  @Override
  public Reading<FileAttributes> attributes(HostPath path) {
    return real(path).isEmpty() ? super.attributes(path) : attributesOfAnswer(path);
  }
}
