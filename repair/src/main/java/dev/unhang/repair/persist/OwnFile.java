package dev.unhang.repair.persist;

import dev.unhang.model.error.EditRefused;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.evidence.WhyAbsent;
import dev.unhang.model.host.Entry;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.model.plan.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file that is unhang's alone: made with its folders where it is not there, else edited.
///
/// @param nic for whom it is written
record OwnFile(HostView host, HostPath path, String nic) {
  /// What each such file begins with.
  static final String MARK =
      "# Written by unhang: 'unhang history' says when and why, 'unhang undo' takes it out again.";

  /// What it holds; empty where it is not there.
  Optional<Content> now() {
    Reading<Content> reading = host.read(path);
    if (reading instanceof Reading.Absent<Content> absent
        && absent.why() == WhyAbsent.NOT_OFFERED) {
      return Optional.empty();
    }
    Content content =
        reading
            .known()
            .orElseThrow(() ->
                refused(
                    "it is " + reading.whyNot().orElse("not read"), "see whether you may read it"));
    if (!content.utf8().startsWith(MARK)) {
      throw refused("unhang did not write it", "move it away, then try again");
    }
    return Optional.of(content);
  }

  private EditRefused refused(String why, String hint) {
    return new EditRefused("write " + path, nic, why, hint);
  }

  /// What has to be done for the file to hold this; nothing where it does.
  List<Action> becomes(Content after) {
    Optional<Content> now = now();
    if (now.isPresent()) {
      return now.get().equals(after)
          ? List.of()
          : List.of(new Action.WriteFile(new FileEdit(path, now.get(), after)));
    }
    List<Action> actions = new ArrayList<>(folders());
    actions.add(new Action.MakeEntry(path, new Entry.NewFile(after), true));
    return actions;
  }

  /// The folders above it that are not there, outermost first.
  private List<Action> folders() {
    List<Action> actions = new ArrayList<>();
    String folder = parent(path.value());
    while (!folder.isEmpty() && host.attributes(new HostPath(folder)).known().isEmpty()) {
      actions.addFirst(new Action.MakeEntry(new HostPath(folder), new Entry.Folder(), true));
      folder = parent(folder);
    }
    return actions;
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }
}
