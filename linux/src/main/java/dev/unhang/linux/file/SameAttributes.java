package dev.unhang.linux.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.jspecify.annotations.Nullable;

/// Gives one file another's owner, group, mode and user.* attributes. The security.* ones are set
/// by the kernel from the folder's label, as for any new file there.
///
/// Man: xattr(7)
final class SameAttributes {
  private SameAttributes() {}

  static void copy(Path from, Path to) throws IOException {
    PosixFileAttributes attributes = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (!view.readAttributes().owner().equals(attributes.owner())) {
      view.setOwner(attributes.owner());
    }
    if (!view.readAttributes().group().equals(attributes.group())) {
      view.setGroup(attributes.group());
    }
    view.setPermissions(attributes.permissions());
    copyUserDefined(from, to);
  }

  private static void copyUserDefined(Path from, Path to) throws IOException {
    @Nullable UserDefinedFileAttributeView source =
        Files.getFileAttributeView(from, UserDefinedFileAttributeView.class);
    @Nullable UserDefinedFileAttributeView target =
        Files.getFileAttributeView(to, UserDefinedFileAttributeView.class);
    if (source == null || target == null) {
      return;
    }
    for (String name : source.list()) {
      ByteBuffer value = ByteBuffer.allocate(source.size(name));
      source.read(name, value);
      target.write(name, value.flip());
    }
  }
}
