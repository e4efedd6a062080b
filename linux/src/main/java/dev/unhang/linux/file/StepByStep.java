package dev.unhang.linux.file;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Finds a folder below another where the kernel can't be told to stay inside: each part is opened
/// relative to the folder before and not followed, a link's words are walked in its place, and `..`
/// goes back to the folder that was come from.
///
/// Man: openat(2), O_NOFOLLOW
final class StepByStep {
  private final Descriptor root;
  private final Deque<Descriptor> way = new ArrayDeque<>();
  private final Deque<String> pending = new ArrayDeque<>();
  private int links;

  /// @param links how many may be followed
  StepByStep(Descriptor root, int links) {
    this.root = root;
    this.links = links;
  }

  /// A folder, by its path from there.
  Descriptor to(String path) throws IOException {
    putFirst(path);
    Descriptor found;
    try {
      while (!pending.isEmpty()) {
        step(pending.removeFirst());
      }
      found = way.isEmpty() ? root.below(".") : way.removeLast();
    } finally {
      way.forEach(Descriptor::close);
    }
    return found;
  }

  private void step(String part) throws IOException {
    switch (part) {
      case "", "." -> {}
      case ".." -> Optional.ofNullable(way.pollLast()).ifPresent(Descriptor::close);
      default -> {
        Descriptor at = way.isEmpty() ? root : way.peekLast();
        try {
          way.addLast(at.below(part));
        } catch (NotDirectoryException | FileSystemLoopException maybe_a_link) {
          follow(at, part);
        }
      }
    }
  }

  private void follow(Descriptor at, String part) throws IOException {
    String target;
    try {
      target = Files.readSymbolicLink(at.path().resolve(part)).toString();
    } catch (NotLinkException file) {
      throw new NotDirectoryException(part);
    }
    if (--links < 0) {
      throw new FileSystemLoopException(part);
    }
    if (target.startsWith("/")) {
      way.forEach(Descriptor::close);
      way.clear();
    }
    putFirst(target);
  }

  private void putFirst(String parts) {
    for (String part : List.of(parts.split("/", -1)).reversed()) {
      pending.addFirst(part);
    }
  }
}
