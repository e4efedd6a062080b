package dev.unhang.repair.proof;

import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;

/// Whether a path holds what was made there.
public final class EntryNow {
  private EntryNow() {}

  /// True where it is just that.
  public static boolean is(HostView view, HostPath path, Entry entry) {
    return switch (entry) {
      case Entry.NewFile file -> view.read(path).known().filter(file.content()::equals).isPresent();
      case Entry.Link link -> view.link(path).known().filter(link.target()::equals).isPresent();
      case Entry.Folder folder ->
          view.attributes(path)
              .known()
              .filter(known -> known.kind() == FileAttributes.Kind.DIRECTORY)
              .isPresent();
    };
  }

  /// Whether nothing is there.
  public static boolean isNothing(HostView view, HostPath path) {
    return view.attributes(path).known().isEmpty();
  }
}
