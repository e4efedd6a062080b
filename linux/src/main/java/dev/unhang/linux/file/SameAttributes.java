package dev.unhang.linux.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/// Gives one file another's owner, group, mode and flags and extended attributes.
final class SameAttributes {
  private SameAttributes() {}

  /// The access list comes after the mode: the group bits of a file that has one are its mask, and
  /// would open the file to its group.
  ///
  /// Man: acl(5), "CORRESPONDENCE BETWEEN ACL ENTRIES AND FILE PERMISSION BITS"
  static void copy(Path from, Path to) throws IOException {
    PosixFileAttributes attributes = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    PosixFileAttributes now = view.readAttributes();
    if (!now.owner().equals(attributes.owner())) {
      view.setOwner(attributes.owner());
    }
    if (!now.group().equals(attributes.group())) {
      view.setGroup(attributes.group());
    }
    if (!now.permissions().equals(attributes.permissions())) {
      view.setPermissions(attributes.permissions());
    }
    FileFlags.copy(from, to);
    new ExtendedAttributes(from).copyTo(new ExtendedAttributes(to));
  }
}
