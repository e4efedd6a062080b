package dev.unhang.linux.file;

import dev.unhang.model.host.HostPath;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Finds the files of another machine's disk, mounted below a folder. Links are followed as that
/// machine would: `/etc/x -> /run/y` leads to its own /run, never to ours.
public final class BelowRoot {
  /// As many links as the kernel follows in one path.
  ///
  /// Kernel: include/linux/namei.h, MAXSYMLINKS
  private static final int MAX_LINKS = 40;

  private final Path root;
  private final Deque<String> done = new ArrayDeque<>();
  private final Deque<String> pending = new ArrayDeque<>();
  private int links;

  private BelowRoot(Path root) {
    this.root = root;
  }

  /// The real path of a file, whose last part may still be a link where links are not followed.
  public static Path find(Path root, HostPath path, boolean followLast) throws IOException {
    if (root.equals(Path.of("/"))) {
      return Path.of(path.value());
    }
    BelowRoot walk = new BelowRoot(root);
    walk.putFirst(path.value());
    while (!walk.pending.isEmpty()) {
      walk.step(walk.pending.removeFirst(), followLast);
    }
    return walk.at();
  }

  private void step(String part, boolean followLast) throws IOException {
    switch (part) {
      case "", "." -> {}
      case ".." -> done.pollLast();
      default -> {
        done.addLast(part);
        if (Files.isSymbolicLink(at()) && (followLast || !pending.isEmpty())) {
          follow(Files.readSymbolicLink(at()).toString());
        }
      }
    }
  }

  private void follow(String target) throws IOException {
    if (++links > MAX_LINKS) {
      throw new FileSystemLoopException(at().toString());
    }
    done.removeLast();
    if (target.startsWith("/")) {
      done.clear();
    }
    putFirst(target);
  }

  private void putFirst(String parts) {
    for (String part : List.of(parts.split("/")).reversed()) {
      pending.addFirst(part);
    }
  }

  private Path at() {
    return root.resolve(String.join("/", done));
  }
}
