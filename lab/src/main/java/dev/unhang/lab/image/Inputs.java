package dev.unhang.lab.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What a thing is made from, boiled down to a short hash: other inputs, another name in the cache.
final class Inputs {

  private static final int SHOWN_BYTES = 6;

  private final MessageDigest digest;

  Inputs() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// A word of a command, or the hash of what it builds on.
  Inputs text(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return this;
  }

  /// All words of a command.
  Inputs texts(List<String> texts) {
    texts.forEach(this::text);
    return this;
  }

  /// A file, or all files, links and modes below a folder.
  Inputs tree(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted().toList()) {
        text(root.relativize(path).toString());
        if (Files.isSymbolicLink(path)) {
          text(Files.readSymbolicLink(path).toString());
        } else {
          text(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).toString());
          if (Files.isRegularFile(path)) {
            digest.update(Files.readAllBytes(path));
          }
        }
      }
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The hash. Asked once, at the end.
  String hash() {
    return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
  }
}
